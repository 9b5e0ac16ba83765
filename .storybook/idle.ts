/** The menus of the toolbar, by the names of their settings. */
const menus: Readonly<Record<string, string>> = {
  theme: 'Theme',
  elder: 'Elder mode',
  lang: 'Language',
  textSize: 'Text size',
  width: 'Width',
};

/**
 * Sentences about settings of the toolbar without effect on a story: those that the story has of its own, and the text size in
 * elder mode.
 *
 * @example tellIdle(['theme', 'width'], false, false) // ['Theme and Width have no effect here: the story sets its own.']
 */
export function tellIdle(own: readonly string[], isElder: boolean, isTextSized: boolean): readonly string[] {
  const names = Object.keys(menus)
    .filter((name) => own.includes(name))
    .map((name) => menus[name]!);
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}` : names[0];
  return [
    ...(list ? [`${list} ${names.length > 1 ? 'have' : 'has'} no effect here: the story sets its own.`] : []),
    ...(isElder && isTextSized && !own.includes('textSize')
      ? ['Text size has no effect in elder mode.']
      : []),
  ];
}
