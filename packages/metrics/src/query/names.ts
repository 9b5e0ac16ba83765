/** Gives names that nothing else in a statement has: the one wished for, or with underscores after it. */
export type Namer = (wish: string) => string;

/** A giver of names that avoids those taken, and those it gave. */
export function avoidNames(taken: Iterable<string>): Namer {
  const given = new Set(taken);
  return (wish) => {
    let name = wish;
    while (given.has(name)) name += '_';
    given.add(name);
    return name;
  };
}
