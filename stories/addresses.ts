import { every, file } from './verdicts.js';

/** An address of this page at which a text is read as if a site served it. */
export function serve(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
}

/** A release with every verdict of the examples, each under the name of its example. */
export const release = serve(file(Object.entries(every).map(([goal, verdict]) => ({ ...verdict, goal }))));

/** Where no site serves anything. */
export const nowhere = '/no-such-release/verdicts.json';

/** A file that ends too soon. */
export const truncated = `data:application/json,${encodeURIComponent('{"version": 1, "verdicts": [')}`;
