/** Number of avatar hues in tokens.css (`--hue-0` …). */
const hues = 12;

/** A hue that is always the same for the same id, by FNV-1a. */
export function idHue(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % hues;
}
