import { getDocumentProxy } from 'unpdf';

/** A piece of text on a sheet, in points from its upper left corner. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The texts of each sheet of a PDF, as they are drawn. */
export async function readSheets(pdf: Uint8Array): Promise<readonly (readonly Piece[])[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const sheet = await document.getPage(at + 1);
      const { height } = sheet.getViewport({ scale: 1 });
      const { items } = await sheet.getTextContent();
      return items.flatMap((item) => {
        if (!('str' in item) || !item.str.trim()) return [];
        const [, , , size, x, y] = item.transform as [number, number, number, number, number, number];
        // Letters are about as high as their size, less a little above and below.
        const [top, bottom] = [height - y - size * 0.8, height - y + size * 0.1];
        return [{ text: item.str, left: x, right: x + item.width, top, bottom }];
      });
    }),
  );
}

/** Pieces that lie over each other. A text over itself is its halo. */
export function findOverlaps(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((one, at) =>
    pieces
      .slice(at + 1)
      .filter(
        (other) =>
          !(one.text === other.text && one.left === other.left && one.top === other.top) &&
          // Full-width quotes are set half-width: of their line, a file says more than is drawn.
          Math.min(one.right, other.right) - Math.max(one.left, other.left) >
            (Math.abs(one.top - other.top) < 1 ? 2 * (one.bottom - one.top) : 1) &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
      )
      .map((other) => `“${one.text}” and “${other.text}”`),
  );
}
