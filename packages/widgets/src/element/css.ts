/** A style sheet's text; the build minifies the texts with this tag. */
export function css([text]: TemplateStringsArray): string {
  return text!;
}
