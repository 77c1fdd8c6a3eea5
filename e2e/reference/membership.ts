import { type AcceptedEvent, inOrder } from './acceptedEvent.ts';

export type MembershipMode = 'current' | 'history';

export interface Membership {
  readonly groupId: string;
  readonly since: number;
  /** null: until now. */
  readonly until: number | null;
  /** The event that asserted it first. */
  readonly messageId: string;
}

/** A period with the event that began it, so that "before" can be told at the same millisecond too. */
interface Period {
  readonly groupId: string;
  readonly from: AcceptedEvent;
}

/**
 * Section 6: the periods of one person, oldest first. Saying the same group again prolongs the period.
 *
 * @param events all events of the person, in order
 */
function periodsOf(events: readonly AcceptedEvent[]): Period[] {
  const periods: Period[] = [];
  for (const event of events) {
    if (event.groupId !== undefined && event.groupId !== periods.at(-1)?.groupId) {
      periods.push({ groupId: event.groupId, from: event });
    }
  }
  return periods;
}

export function membershipsOf(events: readonly AcceptedEvent[]): Membership[] {
  return periodsOf(events).map(({ groupId, from }, i, periods) => ({
    groupId,
    since: from.timestamp,
    until: periods[i + 1]?.from.timestamp ?? null,
    messageId: from.messageId,
  }));
}

/**
 * For which group does each event of one person count? Not in the answer: events of somebody who never had a group.
 *
 * @returns groupId by messageId
 */
export function groupOfEach(events: readonly AcceptedEvent[], mode: MembershipMode): Map<string, string> {
  const periods = periodsOf(events);
  const groups = new Map<string, string>();
  for (const event of events) {
    const atThatTime = periods.findLast(({ from }) => inOrder(from, event) <= 0) ?? periods[0];
    const period = mode === 'current' ? periods.at(-1) : atThatTime;
    const groupId = event.contextGroupId ?? period?.groupId;
    if (groupId !== undefined) groups.set(event.messageId, groupId);
  }
  return groups;
}
