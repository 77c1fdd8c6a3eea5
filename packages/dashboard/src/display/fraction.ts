const shown = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const change = new Intl.NumberFormat(undefined, {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
});

/** A number of which parts can be earned: "12.25", "1,234". */
export function fraction(value: number): string {
  return shown.format(value);
}

/** "43.1%" of 0.431. */
export function percentage(share: number): string {
  return percent.format(share);
}

/** "+12%", from what it was to what it is; null where it was nothing. */
export function changeOf(before: number, now: number): string | null {
  return before === 0 ? null : change.format((now - before) / Math.abs(before));
}
