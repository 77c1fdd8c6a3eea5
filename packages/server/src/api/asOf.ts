import Type, { type Static } from 'typebox';
import { BadQuery } from './query.ts';

/** Part of the query string of what can be answered as of a past moment. */
export const AsOf = {
  asOf: Type.Optional(
    Type.String({
      maxLength: 50,
      description:
        'A past moment, like 2026-05-31T12:00:00Z: the answer is from the events received by then. The first question about a moment undoes what was received later, which takes its time: a second or two, and minutes for a moment of long ago in a store of many million events.',
    }),
  ),
};
const Query = Type.Object(AsOf);
export type AsOfQuery = Static<typeof Query>;

/** The moment in milliseconds since 1970, or null for today. @throws BadQuery if it is no moment, or not a past one. */
export function readAsOf({ asOf }: AsOfQuery, now: number): number | null {
  if (asOf === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/.test(asOf)
    ? Date.parse(asOf)
    : Number.NaN;
  if (Number.isNaN(time) || time < 0) {
    throw new BadQuery(`asOf is no moment: "${asOf}". Send 2026-05-31T12:00:00Z, with a time zone.`);
  }
  if (time > now) throw new BadQuery('asOf lies in the future, of which nothing is known yet.');
  return time;
}
