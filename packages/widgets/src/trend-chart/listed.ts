/** The notes that a plot has no room for, as lines below it. */
export function tellListed(
  listed: readonly { readonly number: number | null; readonly text: string }[],
): readonly string[] {
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
  return listed.map(({ number, text }) =>
    number === null ? text : `${circled[number - 1] ?? `(${number})`} ${text}`,
  );
}
