import type { Json } from './api.ts';
import { version } from './version.ts';

const campaignParameter = /^(?:utm|sp)_(source|medium|campaign|term|content)$/;

/** Parameters with the ids of ad clicks and mail clicks. */
const clickParameters =
  'gclid gbraid wbraid dclid msclkid ttclid twclid li_fat_id rdt_cid ScCid epik qclid yclid ob_click_id tblci irclickid fbclid igshid srsltid mc_cid mc_eid _hsenc _hsmi mkt_tok vero_id'.split(
    ' ',
  );

/** The page as every event names it, but for the referrer. */
export function pageContext(): { path: string; search: string; hash: string; title: string; url: string } {
  const { pathname: path, search, hash, href: url } = location;
  return { path, search, hash, title: document.title, url };
}

/** Campaign and click ids in the query of an address; `sp_*` are read as `utm_*`. */
export function arrival(search: string): { campaign: Json | undefined; clickIds: Json | undefined } {
  let campaign: Json | undefined;
  let clickIds: Json | undefined;
  // Most pages have no query, and taking an empty one apart costs as much as the rest of a call.
  for (const [name, value] of search ? new URLSearchParams(search) : []) {
    const field = campaignParameter.exec(name)?.[1];
    if (field) campaign = { ...campaign, [field === 'campaign' ? 'name' : field]: value };
    if (clickParameters.includes(name)) clickIds = { ...clickIds, [name]: value };
  }
  return { campaign, clickIds };
}

/** Neither in every browser nor in TypeScript's library yet. */
declare global {
  var Temporal: { Now: { timeZoneId(): string } } | undefined;
}

/**
 * What is true of all events of a request. Asked while sending, when the page has its layout: the size of the window, asked
 * during a call, could force one.
 */
export function deviceContext(): Json {
  const {
    language: locale,
    userAgent,
    userAgentData,
  } = navigator as Navigator & {
    userAgentData?: object;
  };
  return {
    locale,
    // The first Intl formatter of a page costs milliseconds; the newer way is free.
    timezone: self.Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    userAgent,
    userAgentData,
    screen: { width: screen.width, height: screen.height, density: devicePixelRatio, innerWidth, innerHeight },
    library: { name: 'spectacle-js', version },
  };
}
