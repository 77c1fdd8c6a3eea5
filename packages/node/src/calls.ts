import type { EventsOf, GroupTraitsOf, Id, PersonTraitsOf, Properties, Schema } from './schema.ts';

/** Who did it: the id of a user, of a browser (`sp__anon_id`), or both, which links them. */
export type Who =
  | { userId: Id; anonymousId?: Id | null | undefined }
  | { userId?: Id | null | undefined; anonymousId: Id };

/** What every call can carry besides. */
export interface Extras {
  /** When it happened; now, unless it lies in the past. A text is ISO 8601. */
  timestamp?: Date | string | undefined;
  /** The same id counts once, for ever. Give one to make a job repeatable; otherwise one is made. */
  messageId?: string | undefined;
  /** `page`, `campaign`, `userAgent`, `groupId` (the company that the user acts for), and so on. */
  context?: object | undefined;
}

export type TrackCall<S extends Schema, Name extends keyof EventsOf<S> & string> = Who &
  Extras & { event: Name } & (Record<string, never> extends EventsOf<S>[Name]
    ? { properties?: EventsOf<S>[Name] | undefined }
    : { properties: EventsOf<S>[Name] });

export type IdentifyCall<S extends Schema> = Extras &
  (
    | (Who & { traits?: PersonTraitsOf<S> | undefined })
    | { userId?: null | undefined; anonymousId?: null | undefined; traits: PersonTraitsOf<S> & { email: string } }
  );

export type GroupCall<S extends Schema> = Who & Extras & { groupId: Id; traits?: GroupTraitsOf<S> | undefined };

export type PageCall = Who & Extras & { name?: string | undefined; properties?: Properties | undefined };

export type AliasCall = Extras & { userId: Id; previousId: Id };

/** What a call resolves to. */
export interface Stored {
  /** The id under which the event is stored. */
  messageId: string;
}
