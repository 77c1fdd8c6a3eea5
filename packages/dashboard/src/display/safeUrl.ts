/** The address if it is one a browser may open: traits are hostile, and `javascript:` is an address too. */
export function safeUrl(text: string): string | null {
  try {
    const url = new URL(text.includes('://') ? text : `https://${text}`);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
