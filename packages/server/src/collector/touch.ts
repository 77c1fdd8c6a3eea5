import { parse } from 'tldts';

/** Where a page view came from, as the page and its address say it. Rules about channels are applied later. */
export interface Touch {
  title: string;
  url: string;
  path: string;
  referrer: string;
  /** Registrable domain of the referrer (its host where there is none); empty if it is the page's own. */
  referrerDomain: string;
  source: string;
  medium: string;
  campaign: string;
  term: string;
  content: string;
  /** `name=value` of the ad-click id, or empty. */
  clickId: string;
}

/** Ad-click ids by name; where several are present the first of this list counts. FACTS: Google, Microsoft, social, mail. */
const clickIds = [
  'gclid', 'gbraid', 'wbraid', 'dclid', 'msclkid', 'li_fat_id', 'ttclid', 'twclid', 'rdt_cid', 'ScCid', 'epik', 'qclid',
  'yclid', 'ob_click_id', 'tblci', 'irclickid', 'fbclid', 'igshid', 'srsltid', 'mc_cid', 'mc_eid', '_hsenc', '_hsmi',
  'mkt_tok', 'vero_id',
] as const; // biome-ignore format: a list of facts reads best as a block

type Fields = Record<string, unknown>;

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads page, campaign and ad-click id from a page call's properties, its context, and at last the page's address. */
export function touchOf(properties: Fields, context: Fields): Touch {
  const page = fields(context.page);
  const pick = (name: string) => text(properties[name]) || text(page[name]);
  const url = pick('url');
  // What RudderStack's browser client sends where there is no referrer.
  const referrer = pick('referrer').replace(/^\$direct$/, '');
  const query = parametersOf(pick('search') || queryOf(url));
  const campaign = fields(context.campaign);
  const sent = fields(context.clickIds);
  const utm = (name: string) => query?.get(`utm_${name}`) || query?.get(`sp_${name}`) || '';
  return {
    title: pick('title'),
    url,
    path: pick('path') || pathOf(url),
    referrer,
    referrerDomain: referrer === '' ? '' : externalDomain(referrer, url),
    source: text(campaign.source) || utm('source'),
    medium: text(campaign.medium) || utm('medium'),
    campaign: text(campaign.name) || utm('campaign'),
    term: text(campaign.term) || utm('term'),
    content: text(campaign.content) || utm('content'),
    clickId: query || context.clickIds ? firstClickId((name) => text(sent[name]) || query?.get(name) || '') : '',
  };
}

function firstClickId(read: (name: string) => string): string {
  for (const name of clickIds) {
    const value = read(name);
    if (value !== '') return `${name}=${value.slice(0, 200).toWellFormed()}`;
  }
  return '';
}

/** Most addresses have no parameters, and reading none costs as much as reading some. */
function parametersOf(search: string): URLSearchParams | undefined {
  return search.includes('=') ? new URLSearchParams(search) : undefined;
}

function queryOf(url: string): string {
  const beforeHash = url.split('#', 1)[0] ?? '';
  const start = beforeHash.indexOf('?');
  return start < 0 ? '' : beforeHash.slice(start + 1);
}

function pathOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || (url === '' ? '' : '/');
}

function externalDomain(referrer: string, url: string): string {
  const from = site(referrer);
  return from === site(url) ? '' : from;
}

/** The sites of the origins seen lately: the public suffix list is long, and pages are few. */
const sites = new Map<string, string>();
const sitesAtMost = 10_000;

function site(url: string): string {
  const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]{1,300}/i.exec(url)?.[0];
  if (origin === undefined) return siteOf(url);
  const known = sites.get(origin);
  if (known !== undefined) return known;
  if (sites.size >= sitesAtMost) sites.clear();
  const found = siteOf(origin);
  sites.set(origin, found);
  return found;
}

function siteOf(url: string): string {
  const { domain, hostname } = parse(url);
  return domain ?? hostname ?? '';
}
