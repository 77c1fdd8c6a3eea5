/** How a person is called: `name`, else first and last name; null if neither was ever told. */
export function nameOf(traits: Record<string, unknown>): string | null {
  const text = (name: string) => (typeof traits[name] === 'string' ? (traits[name] as string).trim() : '');
  return text('name') || `${text('firstName')} ${text('lastName')}`.trim() || null;
}
