import type { Random } from './random.ts';

/** How a visit reaches the site. */
export type ArrivalKind =
  | 'googleAds'
  | 'googleAdsUntagged'
  | 'linkedinAds'
  | 'bingAds'
  | 'organicSearch'
  | 'social'
  | 'aiAssistant'
  | 'referral'
  | 'newsletter'
  | 'direct';

export interface Campaign {
  source: string;
  medium: string;
  name: string;
  term?: string;
  content?: string;
}

export interface Arrival {
  kind: ArrivalKind;
  referrer: string;
  campaign?: Campaign;
  /** The query string of the landing page, with `?`, or empty. */
  search: string;
}

type Weights = readonly (readonly [ArrivalKind, number])[];

/** How somebody finds the product for the first time; larger companies are found by LinkedIn, smaller ones search. */
export const discoveries: Record<'small' | 'large', Weights> = {
  small: [
    ['googleAds', 22],
    ['googleAdsUntagged', 5],
    ['linkedinAds', 6],
    ['bingAds', 5],
    ['organicSearch', 26],
    ['social', 11],
    ['aiAssistant', 9],
    ['referral', 8],
    ['direct', 8],
  ],
  large: [
    ['googleAds', 13],
    ['googleAdsUntagged', 3],
    ['linkedinAds', 27],
    ['bingAds', 4],
    ['organicSearch', 17],
    ['social', 9],
    ['aiAssistant', 7],
    ['referral', 12],
    ['direct', 8],
  ],
};

/** How somebody comes back who knows the product already. */
export const returns: Weights = [
  ['direct', 40],
  ['organicSearch', 20],
  ['newsletter', 16],
  ['googleAds', 10],
  ['linkedinAds', 6],
  ['referral', 4],
  ['social', 2],
  ['aiAssistant', 2],
];

const keywords = [
  'customer journey analytics',
  'b2b attribution',
  'account analytics',
  'product analytics tool',
] as const;
const socialSites = [
  'https://www.linkedin.com/',
  'https://www.reddit.com/',
  'https://news.ycombinator.com/',
  'https://t.co/',
] as const;
const searchSites = [
  'https://www.google.com/',
  'https://www.google.com/',
  'https://www.bing.com/',
  'https://duckduckgo.com/',
] as const;
const aiSites = [
  'https://chatgpt.com/',
  'https://chatgpt.com/',
  'https://www.perplexity.ai/',
  'https://claude.ai/',
  'https://gemini.google.com/',
] as const;
const referrers = [
  'https://www.g2.com/categories/marketing-attribution',
  'https://www.capterra.com/attribution-software/',
  'https://growth-notes.example/best-b2b-analytics',
  'https://partners.cloudbridge.example/marketplace',
] as const;

/** One arrival of the given kind: its referrer, campaign parameters and click id as the real ad platforms set them. */
export function arrive(random: Random, kind: ArrivalKind): Arrival {
  switch (kind) {
    case 'googleAds': {
      const term = random.pick(keywords);
      const name = random.weighted([
        ['brand-search', 3],
        ['generic-attribution', 5],
        ['competitor-terms', 2],
      ]);
      const campaign = { source: 'google', medium: 'cpc', name, term, content: random.pick(['rsa-a', 'rsa-b']) };
      return paid(kind, 'https://www.google.com/', campaign, ['gclid', `Cj0KCQjw${random.id(24)}`]);
    }
    case 'googleAdsUntagged':
      return { kind, referrer: 'https://www.google.com/', search: `?gclid=Cj0KCQjw${random.id(24)}` };
    case 'linkedinAds': {
      const name = random.pick(['abm-enterprise-q3', 'thought-leadership', 'retargeting-pricing']);
      const campaign = {
        source: 'linkedin',
        medium: 'paid-social',
        name,
        content: random.pick(['carousel', 'video-30s', 'single-image']),
      };
      return paid(kind, 'https://www.linkedin.com/', campaign, [
        'li_fat_id',
        `${random.id(8)}-${random.id(4)}-${random.id(12)}`,
      ]);
    }
    case 'bingAds': {
      const campaign = { source: 'bing', medium: 'cpc', name: 'generic-attribution', term: random.pick(keywords) };
      return paid(kind, 'https://www.bing.com/', campaign, ['msclkid', random.id(32)]);
    }
    case 'newsletter': {
      const name = random.pick(['product-update', 'benchmark-report', 'webinar-invite']);
      return paid(kind, '', { source: 'newsletter', medium: 'email', name });
    }
    case 'aiAssistant': {
      const referrer = random.pick(aiSites);
      return { kind, referrer, search: referrer === 'https://chatgpt.com/' ? '?utm_source=chatgpt.com' : '' };
    }
    case 'organicSearch':
      return { kind, referrer: random.pick(searchSites), search: '' };
    case 'social':
      return { kind, referrer: random.pick(socialSites), search: '' };
    case 'referral':
      return { kind, referrer: random.pick(referrers), search: '' };
    case 'direct':
      return { kind, referrer: '', search: '' };
  }
}

function paid(
  kind: ArrivalKind,
  referrer: string,
  campaign: Campaign,
  clickId?: [name: string, value: string],
): Arrival {
  const query = new URLSearchParams({
    utm_source: campaign.source,
    utm_medium: campaign.medium,
    utm_campaign: campaign.name,
  });
  if (campaign.term) query.set('utm_term', campaign.term);
  if (campaign.content) query.set('utm_content', campaign.content);
  if (clickId) query.set(...clickId);
  return { kind, referrer, campaign, search: `?${query}` };
}
