const exact = new Intl.NumberFormat();

/** "1,234" in the reader's locale. */
export function count(value: number): string {
  return exact.format(value);
}

/** "1 visit", "1,234 visits". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${exact.format(value)} ${value === 1 ? one : many}`;
}
