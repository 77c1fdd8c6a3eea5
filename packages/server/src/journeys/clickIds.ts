/**
 * What an ad-click id says of a visit without UTMs: source and medium. "weak": anybody's link to the page carries one
 * (Meta and Instagram add theirs to unpaid links too), so that it names the source only where no referrer does.
 */
export const clickIds: Record<string, [source: string, medium: string]> = {
  gclid: ['google', 'cpc'], gbraid: ['google', 'cpc'], wbraid: ['google', 'cpc'], dclid: ['google', 'display'],
  msclkid: ['bing', 'cpc'], li_fat_id: ['linkedin', 'paid'], ttclid: ['tiktok', 'paid'], twclid: ['twitter', 'paid'],
  rdt_cid: ['reddit', 'paid'], ScCid: ['snapchat', 'paid'], epik: ['pinterest', 'paid'], qclid: ['quora', 'cpc'],
  yclid: ['yandex', 'cpc'], ob_click_id: ['outbrain', 'paid'], tblci: ['taboola', 'paid'], irclickid: ['impact', 'affiliate'],
  fbclid: ['facebook', 'weak'], igshid: ['instagram', 'weak'], srsltid: ['google shopping', 'organic'],
  mc_cid: ['mailchimp', 'email'], mc_eid: ['mailchimp', 'email'], _hsenc: ['hubspot', 'email'], _hsmi: ['hubspot', 'email'],
  mkt_tok: ['marketo', 'email'], vero_id: ['vero', 'email'],
}; // biome-ignore format: a table of facts
