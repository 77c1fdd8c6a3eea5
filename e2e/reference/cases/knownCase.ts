import type { Json } from '../acceptedEvent.ts';
import type { WireEvent } from '../wireEvent.ts';

/** `'1 09:00'`: 9 o'clock on the first day; seconds and milliseconds may follow. */
export type Clock = string;

/** Who a call names, and what else travels with it. */
export interface Who {
  /** The userId. */
  readonly as?: string | number;
  /** The anonymousId of the device. */
  readonly on?: string;
  /** The email at the top of the call. */
  readonly email?: string;
  /** `context.groupId`. */
  readonly for?: string;
  /** The client's clock at sending; absent: it does not say. */
  readonly sent?: Clock;
  /** Absent: on day 99, in whatever order. */
  readonly received?: Clock;
}

export interface Call {
  readonly wire: WireEvent;
  readonly receivedAt: number;
  /** The call as a customer writes it. */
  readonly text: string;
  readonly at: Clock | undefined;
  readonly who: Who;
}

/** A groupId, none, or one for each mode: `[current, history]`. */
export type Company = string | null | readonly [current: string | null, history: string | null];

export interface KnownCase {
  readonly title: string;
  /** The rule behind it, in a sentence or two. */
  readonly rule: string;
  /** Each call with the person and the company that it counts for. A messageId may stand twice: a repeat. */
  readonly calls: readonly (readonly [Call, person: string, Company])[];
  /** personIds of each company's members now; absent: the case has no company. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  readonly former?: Readonly<Record<string, readonly string[]>>;
  readonly memberships?: Readonly<
    Record<string, readonly (readonly [groupId: string, since: Clock, until: Clock | null])[]>
  >;
  readonly emails?: Readonly<Record<string, readonly string[]>>;
  readonly devices?: Readonly<Record<string, readonly string[]>>;
  /** Event times that differ from the client's clock, by messageId. */
  readonly times?: Readonly<Record<string, Clock>>;
  readonly companyTraits?: Readonly<Record<string, Json>>;
  readonly personTraits?: Readonly<Record<string, Json>>;
  /** The page calls that begin a visit. */
  readonly visits?: readonly string[];
  /** By personId or groupId; a pair is `[current, history]`. */
  readonly revenue?: Readonly<Record<string, number | readonly [current: number, history: number]>>;
}

const dayOne = Date.parse('2026-03-01T00:00:00.000Z');

/** @returns milliseconds since 1970 */
export function timeOf(clock: Clock): number {
  const [day = '', time = ''] = clock.split(' ');
  return dayOne + (Number(day) - 1) * 86_400_000 + Date.parse(`1970-01-01T${time}Z`);
}
