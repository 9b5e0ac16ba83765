import type { PropertyDeclarations } from 'lit';
import { createBareWatch } from '../element/bare.js';
import type { Failure } from '../element/failure.js';
import { makeEmptiable, property } from '../element/property.js';
import { read, updateAll, type Wish } from '../element/release.js';
import { findGift, type SourceGift } from '../element/source.js';
import { ZjElement } from '../element/zj-element.js';
import { findLocale } from '../locale/find-locale.js';
import { faceOf } from '../locale/locale.js';

/** The attributes that are text and have one word. */
const texts = ['src', 'integrity', 'hide', 'label'] as const;

/** The state that a reader sees: the data, that they are withheld, the content of the tag, a failure, or that they are on their way. */
export type Standing = 'ready' | 'withheld' | 'fallback' | 'failed' | 'loading';

/** The file that is shown, or why there is none. */
export interface FileFinding {
  readonly withheld?: object | undefined;
  readonly source?: Wish | undefined;
  readonly failure?: Failure | undefined;
  readonly busy?: boolean | undefined;
  readonly retry?: (() => void) | undefined;
}

/**
 * The base of the elements that show a file of a release in a card: it knows how they stand, and reads the file again.
 *
 * @attr {string} integrity - The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected.
 * @attr {number | "never"} refresh - Minutes until the figures are old (default 10).
 * @attr {boolean} loading - Set by the element while it loads data.
 * @attr {boolean} stale - Set by the element if newer data may exist.
 * @attr {boolean} failed - Set by the element after an error.
 * @csspart menu-button - The button in the corner that opens the menu.
 * @csspart menu-dialog - The menu, and the view that an item opens.
 * @csspart menu-item - An item of the menu.
 * @csspart menu-copy - The button in a view that copies its text.
 * @csspart menu-back - The button that goes back to the items.
 * @csspart menu-close - The button that closes a view.
 * @csspart menu-failure - Why the menu cannot be loaded.
 * @csspart figure - The card.
 * @csspart label - The name.
 * @csspart demo - The badge 示例数据, where the data are made up.
 * @csspart error - The error message.
 * @csspart retry - The button that reads the data again.
 */
export abstract class ZjFileElement extends ZjElement {
  static override readonly properties: PropertyDeclarations = {
    ...Object.fromEntries(texts.map((name) => [name, property(name)])),
    refreshAfter: property('refresh'),
    elder: property('elder', Boolean, true),
  };
  static {
    makeEmptiable(this.prototype, this.properties);
  }

  declare src: string | null | undefined;
  declare integrity: string | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  declare refreshAfter: string | number | null | undefined;
  declare hide: string | null | undefined;
  declare label: string | null | undefined;
  declare elder: boolean | undefined;

  /** The last finding. */
  protected found: FileFinding = {};
  /** Whether the tag has been without input for long. */
  protected readonly bare = createBareWatch(() => this.requestUpdate());
  private readonly _kept = new Map<string, { readonly of: readonly unknown[]; readonly made: unknown }>();

  constructor() {
    super();
    // A property that a page set before the script arrived would hide the method.
    if (Object.hasOwn(this, 'refresh')) {
      const given = this.refresh as unknown as number;
      Reflect.deleteProperty(this, 'refresh');
      this.refresh = given;
    }
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // React 18 writes so that a boolean is not set.
    if (name === 'elder' && now === 'false') this.removeAttribute(name);
    else super.attributeChangedCallback(name, before, now);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.bare.end();
  }

  /** The method `refresh()` reads the data again. If a page sets `refresh` to minutes, the attribute is set. */
  get refresh(): () => void {
    return () => this.retry();
  }
  // Frameworks set a property where there is one of an attribute's name: it must not take the method away.
  set refresh(minutes: string | number | null | undefined) {
    this.refreshAfter = minutes;
  }

  /** The source around the element. */
  protected get around(): SourceGift | undefined {
    return findGift(this);
  }

  /** The earlier result, as long as it is of the same parts: a step of a cursor makes only the moved parts anew. */
  protected keep<Made>(name: string, of: readonly unknown[], make: () => Made): Made {
    const kept = this._kept.get(name);
    if (of.length === kept?.of.length && of.every((part, at) => part === kept.of[at]))
      return kept.made as Made;
    const made = make();
    this._kept.set(name, { of, made });
    return made;
  }

  /** Notes in attributes how the element stands, and gives it in one word. */
  protected stand(parts: {
    readonly isShown: boolean;
    readonly busy: boolean;
    readonly error: string;
  }): Standing {
    const { isShown, busy, error } = parts;
    const isWithheld = this.found.withheld !== undefined;
    const hasFailed = error !== '';
    const isFallback = !isShown && !isWithheld && this.hasFallback();
    const standing = isShown
      ? 'ready'
      : isWithheld
        ? 'withheld'
        : isFallback
          ? 'fallback'
          : hasFailed
            ? 'failed'
            : 'loading';
    this.toggleAttribute('loading', busy || standing === 'loading');
    this.toggleAttribute('stale', hasFailed && (isFallback || isShown));
    this.toggleAttribute('failed', hasFailed);
    this.toggleAttribute('withheld', standing === 'withheld');
    return standing;
  }

  /** Tells a failure by the event `zj-failed`, once. */
  protected tellFailure(failure: Failure | undefined, isLate = false): void {
    const told = { code: failure?.code, message: failure?.message(faceOf(findLocale(this))) };
    this.announce('zj-failed', told, !isLate && failure?.message(faceOf('en')));
  }

  /** Dispatches an event that leaves shadow trees. */
  protected dispatch(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  protected override retry(): void {
    if (this.found.source) void read(this.found.source);
    this.found.retry?.();
    updateAll();
  }
}
