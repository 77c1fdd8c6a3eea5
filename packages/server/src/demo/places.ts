export interface Place {
  city: string;
  state: string;
  country: string;
  region: 'AMER' | 'EMEA' | 'APAC';
  locale: string;
  timezone: string;
  /** Standard time; the simulation keeps no summer time. */
  utcOffsetHours: number;
  /** Beginning of a telephone number; two digits complete it. */
  phone: string;
}

/** The telephone numbers lie in the blocks that the regulators keep free for fiction (NANP 555-01xx, Ofcom, ARCEP, …). */
export const places: readonly Place[] = [
  {
    city: 'New York',
    state: 'NY',
    country: 'US',
    region: 'AMER',
    locale: 'en-US',
    timezone: 'America/New_York',
    utcOffsetHours: -5,
    phone: '+1 212 555 01',
  },
  {
    city: 'Austin',
    state: 'TX',
    country: 'US',
    region: 'AMER',
    locale: 'en-US',
    timezone: 'America/Chicago',
    utcOffsetHours: -6,
    phone: '+1 512 555 01',
  },
  {
    city: 'San Francisco',
    state: 'CA',
    country: 'US',
    region: 'AMER',
    locale: 'en-US',
    timezone: 'America/Los_Angeles',
    utcOffsetHours: -8,
    phone: '+1 415 555 01',
  },
  {
    city: 'Toronto',
    state: 'ON',
    country: 'CA',
    region: 'AMER',
    locale: 'en-CA',
    timezone: 'America/Toronto',
    utcOffsetHours: -5,
    phone: '+1 416 555 01',
  },
  {
    city: 'London',
    state: '',
    country: 'GB',
    region: 'EMEA',
    locale: 'en-GB',
    timezone: 'Europe/London',
    utcOffsetHours: 0,
    phone: '+44 20 7946 09',
  },
  {
    city: 'Berlin',
    state: 'BE',
    country: 'DE',
    region: 'EMEA',
    locale: 'de-DE',
    timezone: 'Europe/Berlin',
    utcOffsetHours: 1,
    phone: '+49 30 23125 1',
  },
  {
    city: 'Paris',
    state: '',
    country: 'FR',
    region: 'EMEA',
    locale: 'fr-FR',
    timezone: 'Europe/Paris',
    utcOffsetHours: 1,
    phone: '+33 1 99 00 12 ',
  },
  {
    city: 'Stockholm',
    state: '',
    country: 'SE',
    region: 'EMEA',
    locale: 'sv-SE',
    timezone: 'Europe/Stockholm',
    utcOffsetHours: 1,
    phone: '+46 8 465 004 ',
  },
  {
    city: 'Sydney',
    state: 'NSW',
    country: 'AU',
    region: 'APAC',
    locale: 'en-AU',
    timezone: 'Australia/Sydney',
    utcOffsetHours: 10,
    phone: '+61 2 5550 12',
  },
  {
    city: 'Melbourne',
    state: 'VIC',
    country: 'AU',
    region: 'APAC',
    locale: 'en-AU',
    timezone: 'Australia/Melbourne',
    utcOffsetHours: 10,
    phone: '+61 3 5550 12',
  },
];
