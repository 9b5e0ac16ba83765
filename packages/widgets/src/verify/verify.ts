import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Manifest, PublishedVerdict } from '@zj/metrics';
import { copyText } from '../element/clipboard.js';
import { fileName, saveFile } from '../element/save-file.js';
import { textOf } from '../chart/find-chart.js';
import { chartSheet } from '../chart/sheet.js';
import { createBareWatch } from '../element/bare.js';
import type { Failure } from '../element/failure.js';
import { speaker } from '../element/foreign.js';
import { aText, isLike } from '../element/like.js';
import { makeEmptiable, property } from '../element/property.js';
import { findGift, type SourceGift } from '../element/source.js';
import { ZjElement, type Scene } from '../element/zj-element.js';
import { findLocale } from '../locale/find-locale.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { verifyWords } from './book.js';
import { verifyCommand } from './fallback.js';
import { verifyModel } from './model.js';
import { progressView, tellBytes } from './progress-view.js';
import { recordOf } from './record.js';
import { resultView } from './result-view.js';
import { verifyRoomSheet } from './room-sheet.js';
import { createRunner, type Finished } from './run.js';
import { verifySheet } from './sheet.js';
import { shownInside } from './shown.js';

/**
 * 核验: computes the published figures of the source around it again, in the reader's own browser, from the published data, and says
 * whether they are equal, also to those that the gauges of the source show. It begins when a reader presses the button, and not before.
 *
 * @attr {string} goal - The id of the one goal whose figures and steps are shown. Everything is compared; all differences are shown.
 * @attr {string} label - The name. Default: 核验, with the name of the goal.
 * @attr {boolean} elder - Larger type, larger targets (长辈版).
 * @attr {boolean} loading - Set by the element while it verifies.
 * @attr {boolean} failed - Set by the element if it could not verify.
 * @attr {string} outcome - Set by the element: the result, `equal` or `different`.
 * @fires {CustomEvent<{ equal: boolean, verification: ReleaseVerification }>} zj-verified - The result is there.
 * @fires {CustomEvent<{ code: string, message: string }>} zj-failed - `ATTRIBUTE`: an attribute is invalid, or there is no source. `UNKNOWN_NAME`: the plan has no such goal. `RELEASE`: the release cannot be read, or has changed. `ENGINE`: there is no engine. `QUERY`: it could not be computed. `FAULT`: the element has a bug.
 * @slot - Shown until the script arrives: such as the command for a terminal, from `verifyHtml`.
 * @slot caption - The name in other words or with a link.
 * @slot note - A remark below.
 * @csspart figure - The card.
 * @csspart label - The name.
 * @csspart offer - The sentence about a press of the button.
 * @csspart start - The button that begins.
 * @csspart cancel - The button that cancels.
 * @csspart progress - The bar and its words.
 * @csspart outcome - The box with the result.
 * @csspart outcome-word - Equal or not equal, with its icon.
 * @csspart places - The figure of a goal on the page, as published and as computed.
 * @csspart proof - The sentence about the proof and its limit.
 * @csspart figures - The table of a goal's figures.
 * @csspart steps - The table of the steps.
 * @csspart step - A step.
 * @csspart difference - The differences of a step.
 * @csspart sql - The statements of a step.
 * @csspart sql-button - The button that opens them.
 * @csspart copy - The button that copies them.
 * @csspart foot - The time, and the record.
 * @csspart record - The button that saves the record as JSON.
 * @csspart by-hand - The command for a terminal, on paper.
 * @csspart error - The error message.
 * @csspart retry - The button that tries again.
 */
export class ZjVerify extends ZjElement {
  static override readonly properties: PropertyDeclarations = {
    goal: property('goal'),
    label: property('label'),
    elder: property('elder', Boolean, true),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare goal: string | null | undefined;
  declare label: string | null | undefined;
  declare elder: boolean | undefined;

  protected readonly sheet = chartSheet + verifyRoomSheet + verifySheet;
  protected readonly known = {};
  private readonly _runner = createRunner(() => this.requestUpdate(), {
    code: 'RELEASE',
    message: () => verifyWords(findLocale(this)).changed,
  });
  private readonly _bare = createBareWatch(() => this.requestUpdate());
  private _shown: readonly PublishedVerdict[] = [];
  private _around: SourceGift | undefined;
  private _failure: Failure | undefined;
  private _finished: Finished | undefined;
  private _copied = '';
  private _heard: Finished | undefined;

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // React 18 writes so that a boolean is not set.
    if (name === 'elder' && now === 'false') this.removeAttribute(name);
    else super.attributeChangedCallback(name, before, now);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._bare.end();
    this._runner.cancel();
  }

  /** The last result, or `null`: that of `metrics.verify`. */
  get verification(): Finished['verification'] | null {
    return this._finished?.verification ?? null;
  }

  /**
   * Verifies the release now, as the button does.
   *
   * @example await element.start(); element.verification.equal; // true
   */
  async start(): Promise<void> {
    await this.updateComplete;
    const around = this._around;
    if (!around?.verify || this._obstacle(around, findLocale(this))) return;
    this._copied = '';
    this._shown = shownInside(this, textOf(this.goal));
    await this._runner.start(around, this._shown);
    // The button has gone: its reader begins at the name of the card. One who cancelled is at the other button.
    if (this._runner.stage.kind === 'done') this._focus('#title');
  }

  /** Ends a verification that runs, without a result. */
  cancel(): void {
    this._runner.cancel();
    this._focus('[part=start]');
  }

  protected override retry(): void {
    void this.start();
  }

  protected override scene(locale: Locale): Scene {
    const face = faceOf(locale);
    const words = verifyWords(locale);
    const around = (this._around = findGift(this));
    this._runner.look(around);
    const { stage } = this._runner;
    const obstacle = this.fault ?? this._obstacle(around, locale);
    const failure = (this._failure = obstacle ?? (stage.kind === 'failed' ? stage.failure : undefined));
    const finished = (this._finished = stage.kind === 'done' && !obstacle ? stage : undefined);
    const { say } = speaker(locale);
    const goal = textOf(this.goal);
    const model = finished && verifyModel(finished, goal, { locale, say });
    const outcome = model && (model.equal ? 'equal' : 'different');
    const error = failure ? failure.message(face) : '';
    const isRunning = stage.kind === 'running' && !obstacle;
    this.toggleAttribute('loading', isRunning);
    this.toggleAttribute('failed', error !== '');
    if (outcome) this.setAttribute('outcome', outcome);
    else this.removeAttribute('outcome');
    const release = around?.release?.();
    const isOffered = !isRunning && !error && !model;
    return {
      look: ['kept', outcome ?? (error ? 'failed' : 'ready'), ...(error ? ['error'] : [])].join(' '),
      room: '',
      fallback: false,
      error,
      content: html`
        <figure
          part="figure"
          role="group"
          aria-labelledby="title"
          lang=${locale}
          dir="ltr"
          aria-busy=${isRunning}
        >
          <div class="head">
            <figcaption id="title" tabindex="-1">
              <slot name="caption">
                <span part="label">${textOf(this.label) || this._name(say, locale)}</span>
              </slot>
            </figcaption>
            ${model ? this._startButton(words.again) : nothing}
          </div>
          ${this.errorLine(error && !obstacle ? `${words.failed}\n${error}` : error, error !== '' && !obstacle, locale)}
          ${isOffered ? this._offer(release?.content ?? null, locale) : nothing}
          ${isRunning && stage.kind === 'running' ? progressView(stage, locale) : nothing}
          ${
            isRunning
              ? html`
                  <div class="actions">
                    <button part="cancel" @click=${() => this.cancel()}>${words.cancel}</button>
                  </div>
                `
              : nothing
          }
          ${
            finished && model
              ? resultView(finished, model, {
                  ...{ locale, goal, save: () => this._save(finished) },
                  copy: (sql) => void this._copy(sql, locale),
                })
              : nothing
          }
          <p class="unseen" role="status" id="told">${this._announcement(locale)}</p>
          ${
            release?.url
              ? html`
                  <p class="by-hand" part="by-hand">${words.byHand(verifyCommand(release.url, goal))}</p>
                `
              : nothing
          }
          <slot name="note"></slot>
        </figure>
      `,
    };
  }

  /** The reason why a press would be in vain. */
  private _obstacle(around: SourceGift | undefined, locale: Locale): Failure | undefined {
    const words = verifyWords(locale);
    const isLong = this._bare.isLong(!around);
    if (!around) return isLong ? { code: 'ATTRIBUTE', message: () => words.noSource } : undefined;
    const { content = null, failure } = around.release?.() ?? {};
    if (failure) return failure;
    if (!around.canQuery || !around.verify) return { code: 'ENGINE', message: () => words.noEngine };
    const goal = textOf(this.goal);
    const ids = content?.plan.goals.map(({ id }) => id) ?? [];
    if (goal === '' || ids.length === 0 || ids.includes(goal)) return undefined;
    return { code: 'UNKNOWN_NAME', message: () => words.noGoal(goal, ids) };
  }

  /** The name of the card: of the release, or of its goal. */
  private _name(say: ReturnType<typeof speaker>['say'], locale: Locale): string {
    const words = verifyWords(locale);
    const wanted = textOf(this.goal);
    const manifest = this._finished?.manifest ?? this._around?.release?.().content;
    const goal = wanted === '' ? undefined : manifest?.plan.goals.find(({ id }) => id === wanted);
    // The source checks a manifest only as far as it reads it itself.
    return goal && isLike(goal, { name: aText }) ? words.verifyGoal(say(goal.name)) : words.verify;
  }

  private _startButton(word: string): TemplateResult {
    return html`
      <button part="start" class="main" ?disabled=${!this._around} @click=${() => void this.start()}>
        ${word}
      </button>
    `;
  }

  /** The sentence about a press, and the button. */
  private _offer(manifest: Manifest | null, locale: Locale): TemplateResult {
    const words = verifyWords(locale);
    const bytes: unknown = manifest?.files.database.bytes;
    const size = typeof bytes === 'number' ? tellBytes(bytes, locale) : '';
    const { stage } = this._runner;
    return html`
      <p class="offer" part="offer">
        ${stage.kind === 'idle' && stage.cancelled ? words.cancelled : nothing} ${words.offer(size)}
      </p>
      <div class="actions">${this._startButton(words.start)}</div>
    `;
  }

  /** The words that are read aloud: of the beginning and of the end, not of every step. */
  private _announcement(locale: Locale): string {
    const words = verifyWords(locale);
    const { stage } = this._runner;
    if (this._copied) return this._copied;
    if (stage.kind === 'idle') return stage.cancelled ? words.cancelled : '';
    if (stage.kind === 'failed') return '';
    if (stage.kind === 'running') return words.starting;
    return stage.verification.equal ? `${words.equal} ${words.proves} ${words.provesNot}` : words.disproves;
  }

  private async _copy(sql: string, locale: Locale): Promise<void> {
    const words = verifyWords(locale);
    this._copied = await copyText(sql).then(
      () => words.copied,
      () => words.notCopied,
    );
    this.requestUpdate();
  }

  private _save(finished: Finished): void {
    const goal = textOf(this.goal);
    const { version } = this.constructor as typeof ZjVerify;
    const manifest = this._around?.release?.().url ?? '';
    const text = recordOf(finished, { manifest, goal, shown: this._shown, version });
    const name = fileName(`verify-${goal || finished.manifest.plan.id}`, finished.manifest.asOf);
    saveFile(new Blob([text], { type: 'application/json' }), `${name}.json`);
  }

  private _focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  protected override updated(): void {
    super.updated();
    const failure = this._failure;
    const told = { code: failure?.code, message: failure?.message(faceOf(findLocale(this))) };
    this.announce('zj-failed', told, failure?.message(faceOf('en')));
    const finished = this._finished;
    if (finished === this._heard) return;
    this._heard = finished;
    if (!finished) return;
    const { verification } = finished;
    const detail = { equal: verification.equal, verification };
    this.dispatchEvent(new CustomEvent('zj-verified', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-verify': ZjVerify;
  }
  interface GlobalEventHandlersEventMap {
    'zj-verified': CustomEvent<{
      readonly equal: boolean;
      readonly verification: Finished['verification'];
    }>;
  }
}
