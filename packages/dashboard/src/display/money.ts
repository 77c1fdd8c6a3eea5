const formats = new Map<string, Intl.NumberFormat>();

function format(currency: string, compact: boolean): Intl.NumberFormat {
  const key = `${currency} ${compact}`;
  const known = formats.get(key);
  if (known) return known;
  const style: Intl.NumberFormatOptions = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  const made = new Intl.NumberFormat(undefined, compact ? { ...style, notation: 'compact' } : style);
  formats.set(key, made);
  return made;
}

/** Digits after the point of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return format(currency, false).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * Money in words of the reader's locale, from the smallest unit of the currency.
 *
 * @example money(123456, 'EUR') // "€1,234.56"
 */
export function money(amount: number, currency: string): string {
  return format(currency, false).format(amount / 10 ** minorDigits(currency));
}

/** Short form for charts and headlines: whole amounts below 10,000, "€12K" above. */
export function shortMoney(amount: number, currency: string): string {
  const value = amount / 10 ** minorDigits(currency);
  if (Math.abs(value) >= 10_000) return format(currency, true).format(value);
  return Number.isInteger(value)
    ? format(currency, false)
        .format(value)
        .replace(/[.,]0+(?=\D*$)/, '')
    : money(amount, currency);
}
