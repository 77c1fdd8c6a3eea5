import type { Json } from './api.ts';
import { version } from './version.ts';

/** Ad-click and mail-click ids worth keeping, by the names of their parameters. */
const clickIdNames =
  'gclid gbraid wbraid dclid msclkid ttclid twclid li_fat_id rdt_cid ScCid epik qclid yclid ob_click_id tblci irclickid fbclid igshid srsltid mc_cid mc_eid _hsenc _hsmi mkt_tok vero_id';

/** The page as every event names it. */
export function pageContext(referrer: string): Json {
  return {
    path: location.pathname,
    referrer,
    search: location.search,
    title: document.title,
    url: location.href,
  };
}

/** Campaign parameters of an address; `sp_*` are read as `utm_*`. */
export function campaignOf(search: string): Json | undefined {
  const parameters = new URLSearchParams(search);
  let campaign: Json | undefined;
  for (const name of ['source', 'medium', 'campaign', 'term', 'content', 'id']) {
    const value = parameters.get(`utm_${name}`) || parameters.get(`sp_${name}`);
    if (value) campaign = { ...campaign, [name === 'campaign' ? 'name' : name]: value };
  }
  return campaign;
}

/** Click ids of an address, by parameter name. */
export function clickIdsOf(search: string): Json | undefined {
  const parameters = new URLSearchParams(search);
  let ids: Json | undefined;
  for (const name of clickIdNames.split(' ')) {
    const value = parameters.get(name);
    if (value) ids = { ...ids, [name]: value };
  }
  return ids;
}

/** What does not change while the page lives. Read once: the time zone costs a millisecond. */
export function deviceContext(): Json {
  const { language, userAgent, userAgentData } = navigator as Navigator & { userAgentData?: unknown };
  return {
    locale: language,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    userAgent,
    userAgentData,
    screen: { width: screen.width, height: screen.height, density: devicePixelRatio },
    library: { name: 'spectacle-js', version },
  };
}
