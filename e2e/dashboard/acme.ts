/** A time on day `day` of January 2026, `minutes` after nine in the morning UTC. */
export const at = (day: number, minutes = 0): string => new Date(Date.UTC(2026, 0, day, 9, minutes)).toISOString();

/** Text that would do harm if a page took it for markup. */
export const hostile = '<img src=x onerror="window.harmed=true"><script>window.harmed=true</script>';

const site = 'https://www.acme-vendor.example';
const page = (messageId: string, day: number, minutes: number, anonymousId: string, url: string, title: string) => ({
  type: 'page',
  messageId,
  anonymousId,
  timestamp: at(day, minutes),
  properties: { url: `${site}${url}`, path: url.split('?')[0], title },
});

/**
 * Two people of one company: Ada came by an ad, read anonymously, signed up three days later and pays; Bob was invited.
 * The plan goes from starter to enterprise. One trait, one event and one page carry {@link hostile} text.
 */
export const acmeStory: object[] = [
  page('a1', 5, 0, 'ada-laptop', '/pricing?utm_source=google&utm_medium=cpc&utm_campaign=brand-emea', 'Pricing'),
  page('a2', 5, 4, 'ada-laptop', '/docs', 'Documentation'),
  page('a3', 8, 0, 'ada-laptop', '/signup', 'Sign up'),
  {
    type: 'identify',
    messageId: 'a4',
    anonymousId: 'ada-laptop',
    userId: 'ada',
    timestamp: at(8, 3),
    traits: { email: 'ada@acme.example', name: 'Ada Lovelace', title: 'CTO' },
  },
  {
    type: 'group',
    messageId: 'a5',
    anonymousId: 'ada-laptop',
    userId: 'ada',
    groupId: 'company_123',
    timestamp: at(8, 4),
    traits: {
      name: 'Acme Inc.',
      website: 'https://www.acme.example',
      employees: 329,
      industry: 'Technology',
      plan: 'starter',
      motto: hostile,
    },
  },
  {
    type: 'track',
    messageId: 'a6',
    anonymousId: 'ada-laptop',
    userId: 'ada',
    event: 'Trial Started',
    timestamp: at(8, 5),
  },
  {
    type: 'identify',
    messageId: 'b1',
    anonymousId: 'bob-desk',
    userId: 'bob',
    timestamp: at(12),
    traits: { email: 'bob@acme.example', name: 'Bob Noyce', title: 'Engineer', companyId: 'company_123' },
  },
  page('b2', 12, 1, 'bob-desk', '/app', hostile),
  { type: 'track', messageId: 'b3', anonymousId: 'bob-desk', userId: 'bob', event: hostile, timestamp: at(12, 2) },
  {
    type: 'group',
    messageId: 'a7',
    userId: 'ada',
    groupId: 'company_123',
    timestamp: at(20),
    traits: { plan: 'enterprise' },
  },
  {
    type: 'track',
    messageId: 'a8',
    userId: 'ada',
    event: 'Invoice Paid',
    timestamp: at(20, 1),
    properties: { revenue: 440000, currency: 'USD', transactionId: 'in_1' },
  },
];

/** Other companies, so that there is something to search, sort and filter: company_001 to company_060. */
export const neighbours: object[] = Array.from({ length: 60 }, (_, index) => {
  const number = String(index + 1).padStart(3, '0');
  return {
    type: 'group',
    messageId: `n${number}`,
    userId: `user_${number}`,
    groupId: `company_${number}`,
    timestamp: at(1, index),
    traits: {
      name: `Neighbour ${number}`,
      plan: index % 3 === 0 ? 'free' : 'pro',
      employees: (index + 1) * 10,
      region: index % 2 === 0 ? 'EMEA' : 'APAC',
    },
  };
});
