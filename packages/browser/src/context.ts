import type { Json } from './api.ts';
import { present } from './present.ts';
import { version } from './version.ts';

const campaignFields = ['source', 'medium', 'name', 'term', 'content', 'id'];

/** Ad-click and mail-click ids worth keeping, by the names of their parameters. */
const clickIdNames =
  'gclid gbraid wbraid dclid msclkid ttclid twclid li_fat_id rdt_cid ScCid epik qclid yclid ob_click_id tblci irclickid fbclid igshid srsltid mc_cid mc_eid _hsenc _hsmi mkt_tok vero_id'.split(
    ' ',
  );

/** The page as every event names it, but for the referrer. */
export function pageContext(): { path: string; search: string; hash: string; title: string; url: string } {
  const { pathname: path, search, hash, href: url } = location;
  return { path, search, hash, title: document.title, url };
}

/** Campaign and click ids in the page's address; `sp_*` are read as `utm_*`. */
export function arrival(): { campaign: Json | undefined; clickIds: Json | undefined } {
  const query = new URLSearchParams(location.search);
  return {
    campaign: present(campaignFields, (field) => {
      const suffix = field === 'name' ? 'campaign' : field;
      return query.get(`utm_${suffix}`) || query.get(`sp_${suffix}`);
    }),
    clickIds: present(clickIdNames, (parameter) => query.get(parameter)),
  };
}

/** What does not change while the page lives. Read once: the time zone costs a millisecond. */
export function deviceContext(): Json {
  const { language: locale, userAgent, userAgentData } = navigator as Navigator & { userAgentData?: unknown };
  const { width, height } = screen;
  return {
    locale,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    userAgent,
    userAgentData,
    screen: { width, height, density: devicePixelRatio },
    library: { name: 'spectacle-js', version },
  };
}
