/** Any JSON object: traits and properties are free-form unless a tracking plan says otherwise. */
export type Json = Record<string, unknown>;

/** The company's address, as in Segment's group spec. */
export interface Address {
  street?: string | null;
  city?: string | null;
  state?: string | null;
  postalCode?: string | null;
  country?: string | null;
}

/** Traits of a group that Spectacle knows by name. `null` clears a trait. */
export interface SpecialGroupTraits {
  name?: string | null;
  description?: string | null;
  /** Full address or bare domain. */
  website?: string | null;
  phone?: string | null;
  /** Text or number: `'11-50'`, `329`. */
  employees?: string | number | null;
  linkedInUrl?: string | null;
  email?: string | null;
  industry?: string | null;
  plan?: string | null;
  avatar?: string | null;
  address?: Address | null;
  createdAt?: string | number | Date | null;
}

/** Traits of a person that Spectacle knows by name. `companyId` is a group call in disguise. */
export interface SpecialUserTraits {
  email?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  name?: string | null;
  phone?: string | null;
  avatar?: string | null;
  companyId?: string | number | null;
  companyName?: string | null;
}

/**
 * A workspace's own vocabulary. Give it as a type parameter and wrong names or shapes no longer compile.
 *
 * @example
 * interface Plan {
 *   events: { 'Report Exported': { format: 'csv' | 'pdf' } };
 *   userTraits: { role: 'admin' | 'member' };
 *   groupTraits: { seats: number };
 * }
 * const spectacle = createSpectacle<Plan>();
 */
export interface TrackingPlan {
  events?: object;
  userTraits?: object;
  groupTraits?: object;
}

type EventsOf<P extends TrackingPlan> = P extends { events: infer E } ? E : Record<string, Json>;
type UserTraitsOf<P extends TrackingPlan> = SpecialUserTraits & (P extends { userTraits: infer T } ? Partial<T> : Json);
type GroupTraitsOf<P extends TrackingPlan> = SpecialGroupTraits &
  (P extends { groupTraits: infer T } ? Partial<T> : Json);

/** Properties with a meaning of their own in every `track` call. */
export interface RevenueProperties {
  /** Integer in the smallest unit of the currency: 99.95 USD is 9995. Negative is a refund. */
  revenue?: number | string;
  /** ISO 4217; the workspace's currency if absent. */
  currency?: string;
  /** The same id counts once. */
  transactionId?: string;
}

/** Per-call options, as in Segment's clients. */
export interface CallOptions {
  /** When it happened, if not now. */
  timestamp?: Date | string | number;
  /** Merged over what Spectacle collects; `groupId` acts for one of several accounts without changing membership. */
  context?: Json;
}

export type Callback = () => void;

/**
 * Whether and how the visitor agreed: `granted` stores and sends, `pending` keeps everything in memory until a decision,
 * `denied` does nothing, `cookieless` sends but stores nothing on the device.
 */
export type Consent = 'granted' | 'pending' | 'denied' | 'cookieless';

export interface LoadOptions {
  /** Origin (and path) of the collector. Default: where the script came from, else the page's own origin. */
  baseUrl?: string;
  /** Send a page call now and at every client-side navigation. */
  trackPages?: boolean;
  /** Until `consent` is called. Default: `granted`. A decision made earlier on this device goes first. */
  consent?: Consent;
  /** What to assume for browsers that send Global Privacy Control, and nobody has decided. Default: nothing. */
  globalPrivacyControl?: Consent;
  /** The same for Do Not Track. */
  doNotTrack?: Consent;
  /** Domain of the cookies. Default: the widest that the browser accepts. */
  cookieDomain?: string;
  /** Name of a cookie of yours whose value is the anonymousId to use. */
  externalAnonCookie?: string;
  /** Other domains of yours: links to them carry the anonymousId along, for two minutes. */
  linkDomains?: readonly string[];
  /** Let the collector set the cookies, so that Safari keeps them longer than 7 days. It must be on your own domain. */
  serverCookies?: boolean;
}

/** The visitor as known on this device. */
export interface User {
  id(): string | undefined;
  anonymousId(): string | undefined;
  traits(): Json;
}

type Rest = [options?: CallOptions | null, callback?: Callback];

export interface Spectacle<P extends TrackingPlan = TrackingPlan> {
  /** True once `load` has started it. */
  readonly inited: boolean;
  /** Starts collecting for a workspace. Only the first call counts. */
  load(workspaceId: string, options?: LoadOptions): void;
  /** The current page. Title, address, referrer and campaign are collected by themselves. */
  page(name?: string | null, properties?: Json | null, ...rest: Rest): void;
  page(properties: Json, ...rest: Rest): void;
  /** Segment's form with a category. */
  page(category: string | null, name: string | null, properties?: Json | null, ...rest: Rest): void;
  /** Something the visitor did. */
  track<E extends keyof EventsOf<P> & string>(
    event: E,
    properties?: (EventsOf<P>[E] & RevenueProperties) | null,
    ...rest: Rest
  ): void;
  /** Who the visitor is: the id of your user table, or an email only. */
  identify(userId: string | number | null | undefined, traits?: UserTraitsOf<P> | null, ...rest: Rest): void;
  identify(traits: UserTraitsOf<P>, ...rest: Rest): void;
  /** The company that the current user works for, by its id in your database. */
  group(groupId: string | number, traits?: GroupTraitsOf<P> | null, ...rest: Rest): void;
  /** Says that `previousId` (default: this browser's anonymousId) is the same person as `userId`. */
  alias(userId: string | number, previousId?: string | number | null, ...rest: Rest): void;
  /** On log-out: forget user and group, and become a new anonymous visitor. */
  reset(): void;
  /** Calls back once it has started, at once if it has. */
  ready(callback: Callback): void;
  /** Sends what waits now; settles when all is confirmed or a request failed and will be repeated. */
  flush(): Promise<void>;
  /** The visitor's decision, remembered on the device. `granted` releases what was pending, `denied` drops it. */
  consent(decision: Consent): void;
  /** `consent('denied')`: forgets the visitor, sends nothing any more. */
  optOut(): void;
  /** `consent('granted')`. */
  optIn(): void;
  /** Synchronous after load. */
  user(): User;
  anonymousId(): string | undefined;
  groupId(): string | undefined;
  groupTraits(): Json;
}
