import type { MenuItem } from '../element/menu-subject.js';

/** The words of the menu of an element in one language. */
export interface MenuWords {
  readonly items: Readonly<Record<MenuItem, string>>;
  /** The names of the views that items open. */
  readonly titles: Readonly<Record<MenuItem, string>>;
  readonly back: string;
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  /** The browser refuses; the text is selected. */
  readonly notCopied: string;
  /** That a file could not be made, with the cause. */
  readonly notSaved: (why: string) => string;
  /** That something could not be shown, with the cause. */
  readonly notShown: (why: string) => string;
  /** The text that is copied, for assistive technology. */
  readonly text: string;
  /** A citation; empty texts are left out. */
  readonly citation: (parts: Citation) => string;
  /** Below the code of an element, where no script of the page can be named. */
  readonly noScript: string;
  /** Below the code for another page: another site may only read what this one lets it read. */
  readonly otherSite: string;
  /** Below the code for another page, where a selection of this page narrows the figures. */
  readonly notNarrowed: (selection: string) => string;
  readonly facts: Readonly<Record<Fact, string>>;
  readonly quote: (text: string) => string;
  /** A question on the wording of the document, and its answer. */
  readonly reading: (question: string, answer: string) => string;
  readonly brackets: (text: string) => string;
  /** The method that judges, where it is that of METHODS.md. */
  readonly ownMethod: string;
  readonly noFacts: string;
  /** The heads of the figures of a goal in a file. */
  readonly figures: Readonly<Record<FigureName, string>>;
  /** The columns of the table of conflicting figures. */
  readonly conflict: Readonly<Record<'goal' | 'source' | 'value' | 'day' | 'use', string>>;
  readonly used: string;
  readonly notUsed: string;
  readonly noFigure: string;
  /** Above that table. */
  readonly conflicting: string;
}

/** The parts of a citation. */
export interface Citation {
  readonly title: string;
  readonly value: string;
  readonly through: string;
  readonly source: string;
  readonly demo: string;
  readonly release: string;
  readonly address: string;
}

/** A fact about the source and the method of figures. */
export type Fact =
  | 'clause'
  | 'document'
  | 'qualifier'
  | 'reading'
  | 'description'
  | 'source'
  | 'dataset'
  | 'method'
  | 'formula'
  | 'gaps'
  | 'through'
  | 'nextUpdate'
  | 'release'
  | 'file';

/** A figure of a goal in a file; `other` was published by another source. */
export type FigureName =
  | 'figure'
  | 'actual'
  | 'target'
  | 'baseline'
  | 'other'
  | 'attainment'
  | 'schedule'
  | 'forecast'
  | 'probability'
  | 'status'
  | 'period'
  | 'through';
