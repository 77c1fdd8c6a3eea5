export interface JourneyVisit {
  /** Milliseconds since 1970. */
  timestamp: number;
  messageId: string;
  channel: string;
}

/** What decides the weights of a journey beside its visits. */
export interface Milestones {
  /** The first cut-off event, in milliseconds since 1970. */
  cutoff: number;
  /** The first identify of anybody in the journey; null if nobody was identified. */
  identified: number | null;
}

const day = 24 * 60 * 60 * 1000;

/** Visits in their order: by time, those of one millisecond by messageId. */
export function inOrder<V extends JourneyVisit>(visits: readonly V[]): V[] {
  return visits.toSorted((a, b) => a.timestamp - b.timestamp || (a.messageId < b.messageId ? -1 : 1));
}

/** The visits that may share the credit: from `windowDays` before the cut-off up to it, both ends included. */
export function journeyOf<V extends JourneyVisit>(visits: readonly V[], cutoff: number, windowDays: number): V[] {
  const start = cutoff - windowDays * day;
  return inOrder(visits).filter(({ timestamp }) => timestamp >= start && timestamp <= cutoff);
}
