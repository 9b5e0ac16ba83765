/** Markup as plain data: text, or an element with its tag, its attributes and its content. */
export type Tree = string | readonly [tag: string, attributes: Attributes, ...content: Tree[]];

/** An attribute without a value is absent where `false`, and empty where `true`. `key` is not written: it names an element among its siblings, so that a node stays that element's while others come and go. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;
