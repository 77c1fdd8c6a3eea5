import type { AcceptedEvent, Page } from './acceptedEvent.ts';
import type { WireEvent } from './wireEvent.ts';

/** The ad-click ids that begin a visit of their own when they change. */
const clickIds = ['gclid', 'gbraid', 'wbraid', 'dclid', 'msclkid', 'fbclid', 'ttclid', 'twclid', 'li_fat_id'];
const campaignFields = ['source', 'medium', 'campaign', 'term', 'content'];

/**
 * What the collector stores of a valid wire event (section 4), without its refusals: the histories hold valid events only.
 *
 * @param receivedAt milliseconds since 1970
 * @param transit up to so many milliseconds between `sentAt` and receipt are the way, and no reason to correct the clock
 */
export function accept(wire: WireEvent, receivedAt: number, transit = 0): AcceptedEvent {
  const original = timeOf(wire.originalTimestamp ?? wire.timestamp);
  const companyId = wire.type === 'identify' ? wire.traits?.companyId : undefined;
  const page = wire.type === 'page' || wire.type === 'screen' ? pageOf(wire) : undefined;
  const identityEmail = wire.type === 'identify' ? emailOf(wire.traits?.email) : undefined;
  return {
    messageId: wire.messageId,
    type: wire.type === 'screen' ? 'page' : wire.type,
    timestamp: correctedTime(original, timeOf(wire.sentAt), receivedAt, transit),
    ...present('originalTimestamp', original),
    receivedAt,
    ...present('userId', idOf(wire.userId)),
    ...present('anonymousId', idOf(wire.anonymousId)),
    ...present('email', identityEmail ?? emailOf(wire.email)),
    ...present('groupId', idOf(wire.type === 'group' ? wire.groupId : companyId)),
    ...present('contextGroupId', idOf(wire.context?.groupId)),
    ...present('previousId', wire.type === 'alias' ? idOf(wire.previousId) : undefined),
    ...present('event', wire.event ?? wire.name),
    properties: wire.properties ?? {},
    traits: wire.traits ?? {},
    ...present('page', page),
  };
}

/** The client's clock may be wrong, but the time it let pass before sending is right. Nothing happens in the future. */
function correctedTime(original: number | undefined, sentAt: number | undefined, receivedAt: number, transit: number) {
  if (original === undefined) return receivedAt;
  const late = sentAt === undefined ? 0 : receivedAt - sentAt;
  return Math.min(late >= 0 && late <= transit ? original : original + late, receivedAt);
}

function pageOf({ properties = {}, context = {} }: WireEvent): Page {
  const url = textOf(properties.url) ?? context.page?.url ?? '';
  const referrer = textOf(properties.referrer) ?? context.page?.referrer ?? '';
  const campaign: Record<string, string> = {};
  const query = URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams();
  for (const field of campaignFields) {
    const inContext = context.campaign?.[field === 'campaign' ? 'name' : field];
    const value = inContext || query.get(`utm_${field}`) || query.get(`sp_${field}`);
    if (value) campaign[field] = value;
  }
  for (const clickId of clickIds) {
    const value = query.get(clickId);
    if (value) campaign[clickId] = value;
  }
  return { url, referrer, campaign };
}

function idOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : (textOf(value) ?? '').trim();
  return text === '' ? undefined : text;
}

function emailOf(value: unknown): string | undefined {
  const email = textOf(value)?.trim().toLowerCase();
  return email?.includes('@') ? email : undefined;
}

function timeOf(iso: string | undefined): number | undefined {
  return iso === undefined ? undefined : Date.parse(iso);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** An optional key that is absent rather than undefined. */
function present<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };
}
