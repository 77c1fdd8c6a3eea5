/** Ids of the customer's own database; a finite number becomes its decimal text. */
export type Id = string | number;

/** Properties of events whose schema is not given. The named ones count as money. */
export interface Properties {
  /** An integer in the smallest unit of the currency (99.95 USD is 9995); negative is a refund. */
  revenue?: number | string | undefined;
  /** ISO 4217. */
  currency?: string | undefined;
  /** The same id counts once. */
  transactionId?: Id | undefined;
  [key: string]: unknown;
}

/** What is known about a person. `null` clears a trait. */
export interface PersonTraits {
  email?: string | null | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  name?: string | null | undefined;
  phone?: string | null | undefined;
  avatar?: string | null | undefined;
  /** Says the same as a group call for that company. */
  companyId?: Id | null | undefined;
  companyName?: string | null | undefined;
  [key: string]: unknown;
}

/** What is known about a company. `null` clears a trait. */
export interface GroupTraits {
  name?: string | null | undefined;
  description?: string | null | undefined;
  /** A full URL or a bare domain. */
  website?: string | null | undefined;
  phone?: string | null | undefined;
  /** A number, or a range such as `11-50`. */
  employees?: number | string | null | undefined;
  linkedInUrl?: string | null | undefined;
  email?: string | null | undefined;
  industry?: string | null | undefined;
  plan?: string | null | undefined;
  [key: string]: unknown;
}

/**
 * The type parameter of `Spectacle`: the names and properties of your events, and your traits.
 *
 * @example
 * interface MySchema {
 *   events: { 'Trial Started': { plan: 'starter' | 'growth' }; 'Report Exported': { rows?: number } };
 *   groupTraits: { name: string; plan?: string; seats?: number };
 * }
 * const spectacle = new Spectacle<MySchema>({ workspaceId, baseUrl });
 */
export interface Schema {
  events?: object;
  personTraits?: object;
  groupTraits?: object;
}

export type EventsOf<S extends Schema> = S extends { events: infer Events extends object }
  ? Events
  : Record<string, Properties>;
export type PersonTraitsOf<S extends Schema> = S extends { personTraits: infer Traits extends object }
  ? Traits
  : PersonTraits;
export type GroupTraitsOf<S extends Schema> = S extends { groupTraits: infer Traits extends object }
  ? Traits
  : GroupTraits;
