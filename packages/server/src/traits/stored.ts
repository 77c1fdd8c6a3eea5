/** Traits as the derived tables keep them (values as JSON text) back to values. */
export function storedTraits(traits: Record<string, string>): Record<string, unknown> {
  const entries = Object.entries(traits).map(([name, json]) => [name, JSON.parse(json)] as const);
  // Object.fromEntries defines own properties, so a trait called __proto__ stays a trait.
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
