import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { faceOf, type Locale } from '../locale/locale.js';
import { speakable } from './speakable.js';

/** The reading of the whole page: there is one voice. */
interface Reading {
  readonly by: object;
  readonly text: string;
}

/** The sentences of one element. */
export interface Wanted {
  readonly locale: Locale;
  /** Sentences in the words of the card; empty ones are left out. */
  readonly lines: readonly string[];
}

/** The button of one element that reads it aloud. */
export interface Reader {
  /** The button; nothing where `wanted` is `null`, and in a browser without a voice for the language. */
  readonly view: (wanted: Wanted | null) => TemplateResult | typeof nothing;
  /** The element leaves the page. */
  readonly end: () => void;
}

let reading: Reading | undefined;
/** Those that have a button if there is a voice: one listener for all. */
const waiting = new Set<() => void>();
const tellAll = (): void => waiting.forEach((update) => update());

const speech = (): SpeechSynthesis | undefined =>
  (globalThis as { readonly speechSynthesis?: SpeechSynthesis }).speechSynthesis;

/** The languages of voices are written zh-CN, zh_CN or cmn-Hans-CN. */
function voiceFor(locale: Locale): SpeechSynthesisVoice | undefined {
  const language = locale.slice(0, 2);
  const named = language === 'zh' ? /^(zh|cmn)\b/i : new RegExp(`^${language}\\b`, 'i');
  const voices = speech()?.getVoices() ?? [];
  const fitting = voices.filter(({ lang }) => named.test(lang.replace('_', '-')));
  return fitting.find(({ lang }) => lang.replace('_', '-') === locale) ?? fitting[0];
}

function stop(): void {
  if (!reading) return;
  reading = undefined;
  speech()?.cancel();
  tellAll();
}

/** Begins to read, and ends what is read elsewhere. Each line is an utterance: browsers cut long ones off. */
function start(by: object, { locale, lines }: Wanted, text: string): void {
  const voice = voiceFor(locale);
  const now: Reading = { by, text };
  speech()!.cancel();
  reading = now;
  const finish = (): void => {
    if (reading !== now) return;
    reading = undefined;
    tellAll();
  };
  lines.forEach((line, at) => {
    const utterance = new SpeechSynthesisUtterance(speakable(line, locale));
    utterance.lang = voice?.lang.replace('_', '-') ?? locale;
    if (voice) utterance.voice = voice;
    utterance.onerror = finish;
    if (at === lines.length - 1) utterance.onend = finish;
    speech()!.speak(utterance);
  });
  tellAll();
}

/** The reader of one element. */
export function createReader(host: LitElement): Reader {
  const update = (): void => host.requestUpdate();
  const isReading = (): boolean => reading?.by === host;
  return {
    view(wanted) {
      const lines = wanted?.lines.filter(Boolean) ?? [];
      if (!wanted || lines.length === 0 || !speech() || !host.isConnected) {
        if (isReading()) stop();
        return nothing;
      }
      if (waiting.size === 0) speech()!.addEventListener('voiceschanged', tellAll);
      waiting.add(update);
      if (!voiceFor(wanted.locale)) return nothing;
      const text = wanted.locale + lines.join('\n');
      // Figures that are no longer shown are not read to their end.
      if (isReading() && reading!.text !== text) queueMicrotask(stop);
      const face = faceOf(wanted.locale);
      const press = (): void => (isReading() ? stop() : start(host, { ...wanted, lines }, text));
      return html`
        <button part="read-button" class="read" @click=${press}>
          ${isReading() ? face.stopReading : face.readAloud}
        </button>
      `;
    },
    end() {
      waiting.delete(update);
      if (isReading()) stop();
      if (waiting.size === 0) speech()?.removeEventListener('voiceschanged', tellAll);
    },
  };
}
