import { randomUUID } from 'node:crypto';
import { normaliseSpecialTraits } from '../traits/special.ts';
import type { Checked, Fields } from './check.ts';
import { countryOf } from './country.ts';
import { readRevenue } from './revenue.ts';
import { stamp } from './stamp.ts';
import { touchOf } from './touch.ts';
import { versionOf } from './version.ts';

/** The columns of `events` in the order of a row: first what a retry repeats, its content, then the rest. */
export const columns = [
  'visitor', 'client_time', 'message_id', 'subject', 'type', 'event', 'user_id', 'anonymous_id', 'email',
  'previous_id', 'group_id', 'acting_group', 'page_title', 'page_url', 'page_path', 'page_referrer', 'referrer_domain',
  'source', 'medium', 'campaign', 'term', 'content', 'click_id', 'country', 'revenue', 'currency', 'transaction_id', 'properties', 'traits',
  'workspace', 'special', 'context', 'warnings', 'timestamp', 'received_at', 'version',
] as const; // biome-ignore format: a list of facts reads best as a block

/** What of a row its derivation starts from. */
export interface RowKey {
  visitor: string;
  messageId: string;
}

export interface Row {
  key: RowKey;
  /**
   * A JSON array in the order of `columns`, without a line break. Objects stand in it as they are: the store keeps their text
   * (`input_format_json_read_objects_as_strings`), so nothing is written and escaped twice.
   */
  line: string;
}

/** Turns a checked call into a row of `events`. */
export function toRow(workspaceId: string, call: Checked, receivedAt: number): Row {
  const { warnings } = call;
  const { timestamp, future } = stamp(call.original, call.sentAt, receivedAt);
  if (future) {
    warnings.push({
      code: 'timestamp_in_the_future',
      message: 'timestamp lies in the future. The time of receipt is used.',
    });
  }
  const messageId = call.messageId ?? randomUUID();
  const subject = subjectOf(call);
  const visitor = call.anonymousId === '' ? subject : `anon:${call.anonymousId}`;
  const touch = touchOf(call.type === 'page' ? call.properties : {}, call.context);
  const revenue = call.type === 'track' ? readRevenue(call.properties, warnings) : noRevenue;
  const special = specialOf(call);
  warnings.push(...special.warnings);

  const content = JSON.stringify([
    visitor, call.original ?? 0, messageId, subject, call.type, call.event, call.userId, call.anonymousId, call.email,
    call.previousId, call.groupId, call.actingGroup, touch.title, touch.url, touch.path, touch.referrer, touch.referrerDomain,
    touch.source, touch.medium, touch.campaign, touch.term, touch.content, touch.clickId, countryOf(call.context), revenue.revenue,
    revenue.currency, revenue.transactionId, call.properties, call.traits,
  ]); // biome-ignore format: in the order of the columns
  const rest = JSON.stringify([
    workspaceId,
    special.fields,
    contextToKeep(call.context),
    warnings.length === 0 ? '' : JSON.stringify(warnings),
    timestamp,
    receivedAt,
    versionOf(content, receivedAt, timestamp),
  ]);
  return { key: { visitor, messageId }, line: `${content.slice(0, -1)},${rest.slice(1)}` };
}

const noRevenue = { revenue: null, currency: '', transactionId: '' };

/** The strongest id that the event carries (SPEC section 5). */
function subjectOf(call: Checked): string {
  if (call.userId !== '') return `user:${call.userId}`;
  return call.email === '' ? `anon:${call.anonymousId}` : `email:${call.email}`;
}

function specialOf(call: Checked) {
  if (call.type === 'group') {
    const { special, warnings } = normaliseSpecialTraits(call.traits);
    return { fields: special, warnings };
  }
  const { companyName } = call.traits;
  const named = call.groupId !== '' && typeof companyName === 'string';
  return { fields: named ? { name: companyName.trim() } : {}, warnings: [] };
}

/** What has a column of its own is not kept twice; an IP address is not kept at all. */
function contextToKeep(context: Fields): Fields {
  const {
    page: _page,
    campaign: _campaign,
    clickIds: _clickIds,
    groupId: _groupId,
    ip: _ip,
    traits: _traits,
    ...kept
  } = context;
  return kept;
}
