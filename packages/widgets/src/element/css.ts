/** A style sheet's text; the tag tells the build what to make smaller. */
export function css([text]: TemplateStringsArray): string {
  return text!;
}
