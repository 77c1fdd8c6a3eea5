import { expect, test } from 'vitest';
import { places } from '../demo/places.ts';
import { countryOf, knownCountries } from './country.ts';

test.each<[context: Record<string, unknown>, country: string, what: string]>([
  [{ location: { country: 'DE' } }, 'DE', 'a code'],
  [{ location: { country: 'de' } }, 'DE', 'a code in small letters'],
  [{ location: { country: 'United States' } }, 'US', 'a name, as in the examples of Segment'],
  [{ location: { country: ' united kingdom ' } }, 'GB', 'a name in small letters'],
  [{ location: { country: 'UK' } }, 'GB', 'what people call it'],
  [{ location: { country: 'Trinidad and Tobago' } }, 'TT', 'and for &'],
  [{ location: { country: 'Saint Lucia' } }, 'LC', 'Saint for St.'],
  [{ location: { country: 'Ruritania' } }, 'Ruritania', 'what is not known, as sent'],
  [{ location: { country: 'France' }, timezone: 'Europe/Berlin' }, 'FR', 'what is said goes before the time zone'],
  [{ location: { city: 'Berlin' }, timezone: 'Europe/Berlin' }, 'DE', 'the time zone of the device'],
  [{ location: { country: ' ' }, timezone: 'Europe/Oslo' }, 'NO', 'a zone with the clocks of another country'],
  [{ timezone: 'America/Argentina/Buenos_Aires' }, 'AR', 'a name in three parts'],
  [{ timezone: 'Asia/Calcutta' }, 'IN', 'an older name, as Chrome says it'],
  [{ timezone: 'Europe/Kiev' }, 'UA', 'another'],
  [{ timezone: 'US/Eastern' }, 'US', 'a name of before 1993'],
  [{ timezone: 'UTC' }, '', 'no place'],
  [{ timezone: 'Etc/GMT+5' }, '', 'no country'],
  [{ timezone: 'GMT+0530' }, '', 'an offset, as RudderStack says it'],
  [{ timezone: 5 }, '', 'no name'],
  [{ location: { country: 49 } }, '', 'no text'],
  [{ location: 'DE' }, '', 'no object'],
  [{ location: null }, '', 'nothing'],
  [{}, '', 'nothing at all'],
])('%j: %s (%s)', (context, country, _what) => {
  expect(countryOf(context)).toBe(country);
});

test('each zone that this machine knows belongs to a country', () => {
  const without = Intl.supportedValuesOf('timeZone').filter((zone) => !knownCountries.has(zone));
  expect(
    without.filter((zone) => /^(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//.test(zone)),
  ).toEqual([]);
});

test('there are 249 countries, and the browsers of the demo are where its companies are', () => {
  expect(new Set(knownCountries.values()).size).toBe(249);
  for (const { timezone, country } of places) expect(countryOf({ timezone })).toBe(country);
});
