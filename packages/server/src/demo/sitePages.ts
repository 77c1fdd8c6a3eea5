import type { ArrivalKind } from './arrivals.ts';
import type { Random } from './random.ts';

/** The site and the product of the imaginary vendor, Lumenboard. */
export const siteOrigin = 'https://www.lumenboard.example';
export const appOrigin = 'https://app.lumenboard.example';

export interface SitePage {
  path: string;
  title: string;
}

export const home: SitePage = { path: '/', title: 'Lumenboard: one board for every account' };
export const pricing: SitePage = { path: '/pricing', title: 'Pricing · Lumenboard' };
export const signUp: SitePage = { path: '/signup', title: 'Start your free trial · Lumenboard' };

const product: readonly SitePage[] = [
  { path: '/product', title: 'Product · Lumenboard' },
  { path: '/integrations', title: 'Integrations · Lumenboard' },
  { path: '/customers', title: 'Customers · Lumenboard' },
  { path: '/security', title: 'Security · Lumenboard' },
  { path: '/docs/quickstart', title: 'Quick start · Lumenboard Docs' },
];
const articles: readonly SitePage[] = [
  { path: '/blog/what-is-account-analytics', title: 'What is account analytics? · Lumenboard Blog' },
  { path: '/blog/attribution-models-compared', title: 'Attribution models compared · Lumenboard Blog' },
  { path: '/blog/dark-funnel', title: 'Shining a light into the dark funnel · Lumenboard Blog' },
  { path: '/blog/board-meeting-metrics', title: 'Seven metrics for the board meeting · Lumenboard Blog' },
  { path: '/blog/buying-committee', title: 'Mapping the buying committee · Lumenboard Blog' },
  { path: '/guides/b2b-benchmarks', title: 'B2B benchmarks: the guide · Lumenboard' },
];
const landingPages: readonly SitePage[] = [
  { path: '/lp/attribution', title: 'See what earns your revenue · Lumenboard' },
  { path: '/lp/abm', title: 'Account-based marketing, measured · Lumenboard' },
];
const comparisons: readonly SitePage[] = [
  { path: '/compare/spreadsheets', title: 'Lumenboard or spreadsheets? · Lumenboard' },
  { path: '/compare/web-analytics', title: 'Lumenboard or web analytics? · Lumenboard' },
];

const landing: Record<ArrivalKind, readonly SitePage[]> = {
  googleAds: landingPages,
  googleAdsUntagged: landingPages,
  linkedinAds: landingPages,
  bingAds: landingPages,
  organicSearch: [...articles, home],
  social: articles,
  aiAssistant: [...comparisons, ...product],
  referral: [home, ...comparisons],
  newsletter: [...articles, pricing],
  direct: [home, home, pricing],
};

/** The pages of one visit, its landing page first. */
export function readPages(random: Random, kind: ArrivalKind): SitePage[] {
  const pages = [random.pick(landing[kind])];
  const more = [...product, ...articles, ...comparisons, pricing, pricing, home];
  while (pages.length < 8 && random.chance(0.6)) pages.push(random.pick(more));
  return pages;
}
