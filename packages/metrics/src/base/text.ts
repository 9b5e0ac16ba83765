/** The same words in Chinese and English. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
