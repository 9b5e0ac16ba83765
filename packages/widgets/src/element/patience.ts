import type { Say } from '../locale/words.js';
import type { Failure } from './failure.js';
import type { Patience } from './release.js';

/** Minutes after which a file is looked for again, where a page says nothing. */
const usual = '10';

/** How a file is to be read, as attributes say it, or which of them is wrong. */
export type Manner =
  (Patience & { readonly integrity: string; readonly failure?: undefined }) | { readonly failure: Failure };

/** Reads the attributes `integrity` and `refresh`. A pinned file is read once: any other would be rejected. */
export function readManner(integrity: string, refresh: string): Manner {
  // A browser does not check a digest of an unknown form.
  if (integrity && !/^sha(256|384|512)-[\w+/]+=*$/.test(integrity)) {
    return wrong('integrity', integrity, 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  }
  const fixed = integrity !== '' || refresh === 'never';
  const minutes = fixed ? Infinity : Number(refresh || usual);
  if (!fixed && !(minutes > 0 && /^[\d.]*$/.test(refresh))) return wrong('refresh', refresh, usual);
  return { integrity, minutes, steady: refresh !== '' && !fixed };
}

/** An address in full, without the place in the file; empty where it is none. */
export function addressOf(src: string, base: string): string {
  try {
    return src && new URL(src, base).href.replace(/#.*/, '');
  } catch {
    return '';
  }
}

/** The failure of an attribute that is missing or wrong, and how to write it. */
export function wrong(name: string, written: string, example: string): { readonly failure: Failure } {
  const message: Say = (face) => face.badAttribute(name, written, example);
  return { failure: { code: 'ATTRIBUTE', message } };
}
