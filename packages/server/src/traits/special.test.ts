import { expect, test } from 'vitest';
import { normaliseSpecialTraits } from './special.ts';

const special = (traits: Record<string, unknown>) => normaliseSpecialTraits(traits).special;

test.each([
  'https://coolcompany.com',
  'https://www.coolcompany.com/about?x=1',
  'www.coolcompany.com',
  'coolcompany.com',
  ' CoolCompany.COM ',
])('website %j has the domain coolcompany.com', (website) => {
  expect(special({ website }).domain).toBe('coolcompany.com');
});

test('a domain follows the public suffix list', () => {
  expect(special({ website: 'https://app.acme.co.uk' }).domain).toBe('acme.co.uk');
});

test.each([
  [329, 329, '329'],
  ['329', 329, '329'],
  ['11-50', 11, '11–50'],
  ['1,001 - 5,000 employees', 1001, '1001–5000'],
  ['10.000+', 10000, '10.000+'],
])('employees %j sorts as %i', (employees, sort, text) => {
  expect(special({ employees })).toEqual({ employees: sort, employeesText: text });
});

test('the three spellings of the LinkedIn URL are one trait', () => {
  const expected = { linkedInUrl: 'https://www.linkedin.com/company/acme' };
  for (const key of ['linkedInUrl', 'linkedinUrl', 'linkedin_url']) {
    expect(special({ [key]: 'http://linkedin.com/company/acme/?trk=x' })).toEqual(expected);
  }
});

test('null clears a special trait with everything derived from it', () => {
  expect(special({ website: null, plan: null })).toEqual({ domain: null, website: null, plan: null });
});

test('a phone number is written in E.164 when its country is known, and kept as typed otherwise', () => {
  expect(special({ phone: '+49 (30) 1234567' }).phone).toBe('+49301234567');
  expect(special({ phone: '030 1234567' }).phone).toBe('030 1234567');
});

test('values that make no sense warn and are left to the custom traits', () => {
  const { special: kept, warnings } = normaliseSpecialTraits({
    website: 'not a website',
    phone: 'call me',
    email: 'nobody',
    employees: 'many',
    linkedInUrl: 'https://example.com/acme',
  });
  expect(kept).toEqual({});
  expect(warnings.map((warning) => warning.code)).toEqual([
    'invalid_website',
    'invalid_phone',
    'invalid_email',
    'invalid_employees',
    'invalid_linkedin_url',
  ]);
});

test('custom traits and inherited names are not special', () => {
  expect(special({ annualRevenue: '5000000', constructor: 'x', toString: 'y' })).toEqual({});
});

test.each([[{}], [[]], [{ toString: 1 }], [[[1]]]])(
  '%j is no text: nothing is shown by it, and nothing breaks',
  (value) => {
    const { special } = normaliseSpecialTraits({
      name: value,
      plan: value,
      phone: value,
      website: value,
      email: value,
    });
    expect(special).toEqual({});
  },
);
