/**
 * What a breakdown of a report is called.
 *
 * @example breakdownLabel('traits.plan')      // "plan"
 * @example breakdownLabel('channel')          // "first channel"
 */
export function breakdownLabel(by: string): string {
  const named = /^(?:traits|properties)\.(.+)$/s.exec(by)?.[1];
  return named ?? `first ${by}`;
}

/** The same at the head of a column or section. A trait keeps the spelling that it is sent in. */
export function breakdownHead(by: string): string {
  return by.includes('.') ? breakdownLabel(by) : `First ${by}`;
}
