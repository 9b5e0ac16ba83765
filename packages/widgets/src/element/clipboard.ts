/** Gives a text to the clipboard; rejects where the browser does not allow it. */
export async function copyText(text: string): Promise<void> {
  // Pages without HTTPS have no such clipboard.
  if (window.isSecureContext) return navigator.clipboard.writeText(text);
  const give = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  try {
    // The only way without HTTPS.
    if (!document.execCommand('copy')) throw new Error('copy');
  } finally {
    document.removeEventListener('copy', give, { capture: true });
  }
}
