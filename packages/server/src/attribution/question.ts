import { storeTime } from '../store/storeTime.ts';

/** What visits can be told apart by. */
export const columns = [
  'channel',
  'source',
  'medium',
  'campaign',
  'term',
  'content',
  'landingPage',
  'referrer',
  'country',
] as const;

export interface Question {
  workspaceId: string;
  level: 'person' | 'group';
  /** One of `columns`, or `traits.<key>` of the company that a visit counts for. */
  by: string;
  /** Milliseconds since 1970, from inclusive and to exclusive; null: open. */
  from: number | null;
  to: number | null;
  /** Is revenue dated at the visit that earned it, or at the payment? */
  dating: 'cohort' | 'conversion';
  /** ISO 4217; of the workspace. */
  currency: string;
  /** IANA name; days of ad spend are days there. */
  timeZone: string;
}

/** The bounds of the store's times. */
const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2299, 11, 31);

/**
 * Of the first 10,000 seconds of 1970 the shards of a cluster cannot read the count. Whoever asks from then on means "ever"; nothing
 * happened within them.
 */
const readable = (time: number) => (time >= 0 && time < 10_000_000 ? -1 : time);

/** The parameters that the queries of all reports share. */
export function questionParameters({ workspaceId, level, by, from, to, dating, currency, timeZone }: Question) {
  const trait = /^traits\.(.+)$/s.exec(by)?.[1] ?? '';
  return {
    workspace: workspaceId,
    level,
    by: trait === '' ? by : 'trait',
    trait,
    dating,
    currency,
    timeZone,
    from: storeTime(new Date(readable(from ?? earliest)).toISOString()),
    to: storeTime(new Date(readable(to ?? latest)).toISOString()),
  };
}
