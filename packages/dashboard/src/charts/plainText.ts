/**
 * Text as a canvas shows it: braces would begin a piece of rich text there, and lines of any length a tooltip wider than
 * the screen.
 */
export function plainText(text: string, length = 48): string {
  const plain = text.replaceAll('{', '(').replaceAll('}', ')').replaceAll('|', '/').replace(/\s+/g, ' ');
  return [...plain].length > length ? `${[...plain].slice(0, length - 1).join('')}…` : plain;
}
