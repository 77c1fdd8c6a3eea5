const key = (list: string) => `spectacle.sizes.${list}`;

/** Widths that the reader gave to columns, by their ids; kept in this browser. */
export function readSizes(list: string): Record<string, number> {
  try {
    const sizes: unknown = JSON.parse(localStorage.getItem(key(list)) ?? '{}');
    if (typeof sizes !== 'object' || sizes === null) return {};
    return Object.fromEntries(Object.entries(sizes).filter(([, size]) => typeof size === 'number' && size > 0));
  } catch {
    return {};
  }
}

export function writeSizes(list: string, sizes: Record<string, number>): void {
  try {
    localStorage.setItem(key(list), JSON.stringify(sizes));
  } catch {
    // Storage is blocked or full: the widths hold until the page is left.
  }
}
