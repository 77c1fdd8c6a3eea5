import type { Fields } from './check.ts';
import { countryFacts } from './countryFacts.ts';

/**
 * What tells a country, each with its ISO 3166 code: codes and English names in lower case, and time zones, whose names begin
 * with a capital letter.
 */
export const knownCountries: ReadonlyMap<string, string> = read(countryFacts);

/**
 * The country that an event comes from, as its context says: `location.country` (Segment's field; a code or an English name becomes the
 * code, any other text stays as it is), else the country of the device's time zone. Nothing is looked up by IP address.
 *
 * @returns an ISO 3166 code in two capital letters, or what was sent, or '' if nothing tells it
 * @example countryOf({ timezone: 'Europe/Berlin' }) // 'DE'
 */
export function countryOf(context: Fields): string {
  const { location, timezone } = context;
  const said = typeof location === 'object' && location !== null ? (location as Fields).country : undefined;
  const sent = typeof said === 'string' ? said.trim() : '';
  if (sent !== '') return knownCountries.get(sent.toLowerCase()) ?? sent;
  return typeof timezone === 'string' ? (knownCountries.get(timezone) ?? '') : '';
}

function read(facts: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const country of facts.trim().split(/\n(?=[A-Z])/)) {
    const code = country.slice(0, 2);
    const [names = '', zones = ''] = country.slice(3).split(':');
    found.set(code.toLowerCase(), code);
    for (const name of names.toLowerCase().split(', ')) {
      const spellings = [
        name,
        name.replace('&', 'and'),
        name.replace(/^st\. /, 'saint '),
        name.replace(/^st\. /, 'st '),
      ];
      for (const spelling of spellings) found.set(spelling, code);
    }
    for (const zone of zones.split(/\s+/)) if (zone !== '') found.set(zone, code);
  }
  return found;
}
