/** Where lists were scrolled to, by the entry of the browser's history that showed them. */
const offsets = new Map<string, number>();

/** The name of the present entry: going back to it finds the same name, a new visit of the same page does not. */
function entry(): string {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && '__TSR_key' in state ? String(state.__TSR_key) : location.href;
}

/** Remembers a list's offset as long as it is shown; answers where to begin. */
export function keptScroll(): { offset: number; keep: (offset: number) => void } {
  const key = entry();
  return { offset: offsets.get(key) ?? 0, keep: (offset) => offsets.set(key, offset) };
}
