/** Whether a text is an address of the web, which is a link: no other address that stands in data becomes one. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]\S*$/i.test(text);
}

/** Data name other sites: they learn nothing of the page, and it does not vouch for them. */
export const linkRel = 'noopener noreferrer nofollow';
