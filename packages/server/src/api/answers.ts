import Type, { type Static } from 'typebox';

/**
 * The shapes of all answers of the API: one source for validation, OpenAPI and the web app's types.
 * Times are ISO 8601 in UTC with milliseconds; money is in the smallest unit of `currency`.
 */

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ format: 'date-time' });
const Json = Type.Record(Type.String(), Type.Unknown());

export const Touch = Type.Object({
  channel: Type.String(),
  source: Type.String(),
  medium: Type.String(),
  campaign: Type.String(),
});
export type Touch = Static<typeof Touch>;

export const Visit = Type.Object({
  ...Touch.properties,
  term: Type.String(),
  content: Type.String(),
  landingPage: Type.String(),
  referrer: Type.String(),
});
export type Visit = Static<typeof Visit>;

export const GroupSummary = Type.Object({
  groupId: Type.String(),
  traits: Json,
  /** Special traits, normalised: name, domain, website, phone, employees (a number to sort by), linkedInUrl, … */
  special: Json,
  members: Type.Integer(),
  events: Type.Integer(),
  visits: Type.Integer(),
  revenue: Type.Integer(),
  currency: Type.String(),
  firstSeen: Nullable(Time),
  lastSeen: Nullable(Time),
  firstTouch: Nullable(Touch),
  /** When the first cut-off event happened. */
  lead: Nullable(Time),
  /** When the first revenue came. */
  customer: Nullable(Time),
  /** Events of each of the last 30 days in UTC, oldest first. */
  activity: Type.Array(Type.Integer()),
});
export type GroupSummary = Static<typeof GroupSummary>;

export const GroupList = Type.Object({
  groups: Type.Array(GroupSummary),
  next: Nullable(Type.String()),
  /** How many groups match, on all pages. */
  total: Type.Integer(),
});
export type GroupList = Static<typeof GroupList>;

export const Member = Type.Object({
  personId: Type.String(),
  userId: Nullable(Type.String()),
  name: Nullable(Type.String()),
  emails: Type.Array(Type.String()),
  anonymousIds: Type.Array(Type.String()),
  traits: Json,
  since: Time,
  until: Nullable(Time),
  /** messageId of the group call, or identify with companyId, that put the person there. */
  assertedBy: Type.String(),
  events: Type.Integer(),
  visits: Type.Integer(),
  firstSeen: Nullable(Time),
  lastSeen: Nullable(Time),
});
export type Member = Static<typeof Member>;

export const MemberList = Type.Object({ members: Type.Array(Member), next: Nullable(Type.String()) });
export type MemberList = Static<typeof MemberList>;

export const TimelineEvent = Type.Object({
  messageId: Type.String(),
  type: Type.String(),
  event: Nullable(Type.String()),
  timestamp: Time,
  personId: Type.String(),
  userId: Nullable(Type.String()),
  anonymousId: Nullable(Type.String()),
  /** The group that this event asserted or acted for. */
  groupId: Nullable(Type.String()),
  properties: Json,
  traits: Json,
  page: Nullable(
    Type.Object({ title: Type.String(), url: Type.String(), path: Type.String(), referrer: Type.String() }),
  ),
  /** Set on the page event that began a visit. */
  visit: Nullable(Visit),
  revenue: Nullable(Type.Integer()),
  currency: Nullable(Type.String()),
  /** The event itself named no user and no email: it was linked to the person by a later event. */
  anonymous: Type.Boolean(),
  warnings: Type.Array(Type.Object({ code: Type.String(), message: Type.String() })),
});
export type TimelineEvent = Static<typeof TimelineEvent>;

export const Timeline = Type.Object({ events: Type.Array(TimelineEvent), next: Nullable(Type.String()) });
export type Timeline = Static<typeof Timeline>;

export const TraitHistory = Type.Object({
  traits: Type.Array(
    Type.Object({ trait: Type.String(), value: Type.Unknown(), timestamp: Time, messageId: Type.String() }),
  ),
});
export type TraitHistory = Static<typeof TraitHistory>;

export const Person = Type.Object({
  personId: Type.String(),
  userId: Nullable(Type.String()),
  name: Nullable(Type.String()),
  emails: Type.Array(Type.String()),
  anonymousIds: Type.Array(Type.String()),
  traits: Json,
  groupId: Nullable(Type.String()),
  groupName: Nullable(Type.String()),
  events: Type.Integer(),
  visits: Type.Integer(),
  revenue: Type.Integer(),
  currency: Type.String(),
  firstSeen: Nullable(Time),
  lastSeen: Nullable(Time),
  firstTouch: Nullable(Touch),
});
export type Person = Static<typeof Person>;

export const PersonList = Type.Object({
  people: Type.Array(Person),
  next: Nullable(Type.String()),
  total: Type.Integer(),
});
export type PersonList = Static<typeof PersonList>;

export const MembershipList = Type.Object({
  memberships: Type.Array(
    Type.Object({
      groupId: Type.String(),
      groupName: Nullable(Type.String()),
      since: Time,
      until: Nullable(Time),
      /** The event that asserted it. */
      messageId: Type.String(),
    }),
  ),
});
export type MembershipList = Static<typeof MembershipList>;

/** One entry of the live feed: an event as it arrived, with what the collector said of it. */
export const FeedEntry = Type.Object({
  verdict: Type.Union([Type.Literal('accepted'), Type.Literal('rejected')]),
  messageId: Nullable(Type.String()),
  type: Nullable(Type.String()),
  event: Nullable(Type.String()),
  receivedAt: Time,
  timestamp: Nullable(Time),
  userId: Nullable(Type.String()),
  anonymousId: Nullable(Type.String()),
  groupId: Nullable(Type.String()),
  personId: Nullable(Type.String()),
  page: Nullable(Type.Object({ title: Type.String(), url: Type.String(), path: Type.String() })),
  properties: Json,
  traits: Json,
  /** Set on rejected entries: why, and what to do. */
  code: Nullable(Type.String()),
  message: Nullable(Type.String()),
  warnings: Type.Array(Type.Object({ code: Type.String(), message: Type.String() })),
});
export type FeedEntry = Static<typeof FeedEntry>;

export const Feed = Type.Object({ events: Type.Array(FeedEntry), next: Nullable(Type.String()) });
export type Feed = Static<typeof Feed>;

/** What of a visit a channel rule asks for, as reports show it; `clickId` is the name of an ad-click id, `channel` that by the default rules. */
export const RuleField = Type.Union([
  Type.Literal('source'),
  Type.Literal('medium'),
  Type.Literal('campaign'),
  Type.Literal('term'),
  Type.Literal('content'),
  Type.Literal('clickId'),
  Type.Literal('referrer'),
  Type.Literal('landingPage'),
  Type.Literal('channel'),
]);

export const RuleOperator = Type.Union([
  Type.Literal('is'),
  Type.Literal('is not'),
  Type.Literal('contains'),
  Type.Literal('does not contain'),
  Type.Literal('starts with'),
  Type.Literal('ends with'),
  Type.Literal('exists'),
  Type.Literal('missing'),
]);

/** A visit that meets all conditions came through the channel. */
export const ChannelRule = Type.Object(
  {
    channel: Type.String({ minLength: 1, maxLength: 100 }),
    when: Type.Array(
      Type.Object(
        {
          field: RuleField,
          operator: RuleOperator,
          /** Compared without regard to case; nothing for exists and missing. */
          value: Type.Optional(Type.String({ maxLength: 500 })),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 20 },
    ),
  },
  { additionalProperties: false },
);
export type ChannelRule = Static<typeof ChannelRule>;

/** In order: the first rule that fits counts, before the default ones are asked. */
export const ChannelRules = Type.Array(ChannelRule, { maxItems: 100 });

export const Settings = Type.Object({
  /** As people call the workspace; its id if it is empty. */
  name: Type.String({ maxLength: 100 }),
  /** ISO 4217; revenue without a currency is in this one. */
  currency: Type.String(),
  /** Whose events make a group's story (see the glossary). */
  membership: Type.Union([Type.Literal('current'), Type.Literal('history')]),
  level: Type.Union([Type.Literal('person'), Type.Literal('group')]),
  /** Names of the track events that end a customer journey; none: the first identify. */
  cutoffEvents: Type.Array(Type.String()),
  attributionWindowDays: Type.Integer({ minimum: 1, maximum: 730 }),
  /** The workspace's own registrable domains; a referrer among them starts no visit. */
  domains: Type.Array(Type.String()),
  channelRules: ChannelRules,
  timeZone: Type.String(),
  /** Events older than that many days leave; 0: they stay. */
  retentionDays: Type.Integer({ minimum: 0, maximum: 36_500 }),
});
export type Settings = Static<typeof Settings>;

/** What somebody is in a workspace: a viewer reads, a member also changes, an owner also administers. */
export const Role = Type.Union([Type.Literal('viewer'), Type.Literal('member'), Type.Literal('owner')]);
export type Role = Static<typeof Role>;

/** `read` asks, `change` works with it, `administer` says how it counts and who is in. */
export const Right = Type.Union([Type.Literal('read'), Type.Literal('change'), Type.Literal('administer')]);
export type Right = Static<typeof Right>;

/** Who is asking: `GET /api/session`, and the answer to a login. */
export const Session = Type.Object({
  /** The workspace that was chosen last. */
  workspaceId: Type.String(),
  /** In that workspace. */
  role: Role,
  /** What the role may do there. */
  rights: Type.Array(Right),
  /** Null where a token is asking, or a log-in with one. */
  account: Nullable(Type.Object({ email: Type.String(), name: Type.String() })),
  /** All that are open, each with its name, which may be empty. */
  workspaces: Type.Array(Type.Object({ workspaceId: Type.String(), name: Type.String(), role: Role })),
  /** Has any event arrived yet? */
  hasEvents: Type.Boolean(),
});
export type Session = Static<typeof Session>;

/** What somebody can know who is not logged in. */
export const Entrance = Type.Object({
  /** Has this installation any account? If not, there is only its token to log in with. */
  hasAccounts: Type.Boolean(),
});
export type Entrance = Static<typeof Entrance>;

/** A log-in to the web app. */
export const OpenSession = Type.Object({
  id: Type.String(),
  /** How the browser names itself. */
  agent: Type.String(),
  createdAt: Time,
  /** Within five minutes. */
  seenAt: Time,
  /** Is it the one that asks? */
  current: Type.Boolean(),
});
export type OpenSession = Static<typeof OpenSession>;

export const SessionList = Type.Object({ sessions: Type.Array(OpenSession) });
export type SessionList = Static<typeof SessionList>;

/** An account in the team of a workspace. */
export const Teammate = Type.Object({
  email: Type.String(),
  name: Type.String(),
  role: Role,
  since: Time,
  lastSeen: Nullable(Time),
});
export type Teammate = Static<typeof Teammate>;

export const Team = Type.Object({ team: Type.Array(Teammate) });
export type Team = Static<typeof Team>;

/** An invitation that waits; its link is shown once, when it is made. */
export const Invitation = Type.Object({
  email: Type.String(),
  role: Role,
  /** Address of an account; empty for a token. */
  invitedBy: Type.String(),
  expiresAt: Time,
});
export type Invitation = Static<typeof Invitation>;

export const InvitationList = Type.Object({ invitations: Type.Array(Invitation) });
export type InvitationList = Static<typeof InvitationList>;

export const NewInvitation = Type.Object({ ...Invitation.properties, link: Type.String() });
export type NewInvitation = Static<typeof NewInvitation>;

/** What a link invites to. */
export const InvitationShown = Type.Object({
  workspaceId: Type.String(),
  /** As people call it; may be empty. */
  workspaceName: Type.String(),
  email: Type.String(),
  role: Role,
  expiresAt: Time,
  /** Is there an account of that address, whose password is asked for? Else one is chosen. */
  hasAccount: Type.Boolean(),
});
export type InvitationShown = Static<typeof InvitationShown>;

export const Problem = Type.Object({ code: Type.String(), message: Type.String() });
export type Problem = Static<typeof Problem>;

export const Installation = Type.Object({
  workspaceId: Type.String(),
  baseUrl: Type.String(),
  snippet: Type.String(),
  hasEvents: Type.Boolean(),
});
export type Installation = Static<typeof Installation>;

/** Who or what shares the credit for a conversion (docs/attribution.md). */
export const Model = Type.Union([
  Type.Literal('first'),
  Type.Literal('last'),
  Type.Literal('lastNonDirect'),
  Type.Literal('linear'),
  Type.Literal('position'),
  Type.Literal('w'),
  Type.Literal('timeDecay'),
  Type.Literal('markov'),
  Type.Literal('shapley'),
]);
export type Model = Static<typeof Model>;

export const Level = Type.Union([Type.Literal('person'), Type.Literal('group')]);
export type Level = Static<typeof Level>;

export const Dating = Type.Union([Type.Literal('cohort'), Type.Literal('conversion')]);
export type Dating = Static<typeof Dating>;

/** What a model credits. Leads and customers are fractions: a lead with four visits is a quarter of a lead to each. */
export const Credit = Type.Object({
  leads: Type.Number(),
  customers: Type.Number(),
  /** In the smallest unit of the currency. Whole; all rows together are the total exactly. */
  revenue: Type.Integer(),
});
export type Credit = Static<typeof Credit>;

export const Measures = Type.Object({
  /** People with a visit, anonymous ones included, whatever the level. In `total` each person once. */
  visitors: Type.Integer(),
  visits: Type.Integer(),
  ...Credit.properties,
  /** Null: no ad spend is known for the row. */
  spend: Nullable(Type.Integer()),
  /** Spend per customer, in the smallest unit of the currency; null without spend or customers. */
  cac: Nullable(Type.Number()),
  /** Revenue per spend; null without spend. */
  roas: Nullable(Type.Number()),
  /** Revenue per customer, in the smallest unit of the currency; null without customers. */
  ltv: Nullable(Type.Number()),
});
export type Measures = Static<typeof Measures>;

/**
 * What a row stands for: a value of the breakdown, all values beyond `limit` together, or what no visit earned
 * (leads and revenue of nobody's journey).
 */
export const RowKind = Type.Union([Type.Literal('value'), Type.Literal('other'), Type.Literal('unattributed')]);
export type RowKind = Static<typeof RowKind>;

/** What all attribution reports say about themselves: the question as it was understood. */
const Question = {
  level: Level,
  /** channel, source, medium, campaign, term, content, landingPage, referrer, country, or `traits.<key>` of the company. */
  by: Type.String(),
  /** The range, from inclusive and to exclusive; null: open. */
  from: Nullable(Time),
  to: Nullable(Time),
  dating: Dating,
  windowDays: Type.Integer(),
  currency: Type.String(),
  /** The answer is from the events received by then; null: from all. */
  asOf: Nullable(Time),
};

/** Of a data-driven model: what the chain or the coalitions say about each channel. */
export const Effect = Type.Object({
  channel: Type.String(),
  /** Markov: the part of all conversions lost without the channel. Shapley: the conversions it is worth. */
  effect: Type.Number(),
  /** Its part of the sum of all effects. */
  share: Type.Number(),
});
export type Effect = Static<typeof Effect>;

/** Money in another currency that no rate of its day (or of the seven days before) converts, and that is in no row for it. */
export const Unconverted = Type.Object({
  of: Type.Union([Type.Literal('revenue'), Type.Literal('spend')]),
  currency: Type.String(),
  /** How many payments, or entries of spend. */
  entries: Type.Integer(),
  /** In the smallest unit of `currency`. */
  amount: Type.Integer(),
});
export type Unconverted = Static<typeof Unconverted>;

/** `GET reports/attribution?level&model&by&from&to&dating&order&paths&limit` */
export const AttributionReport = Type.Object({
  model: Model,
  ...Question,
  /** By revenue, then leads, then visits; "other" and "Unattributed" last. `key` is "(not set)" where a visit has none. */
  rows: Type.Array(Type.Object({ key: Type.String(), kind: RowKind, ...Measures.properties })),
  total: Measures,
  /** What the total lacks. */
  unconverted: Type.Array(Unconverted),
  /** Empty unless the model is markov or shapley. */
  effects: Type.Array(Effect),
});
export type AttributionReport = Static<typeof AttributionReport>;

/** `GET reports/journeys?key&model&level&by&from&to&dating&order&paths&limit&cursor`: whose journeys a row of the report is made of. */
export const JourneysBehind = Type.Object({
  model: Model,
  key: Type.String(),
  ...Question,
  /** Those that add most to the row first. */
  journeys: Type.Array(
    Type.Object({
      /** Of the person or company, by `level`. */
      id: Type.String(),
      name: Nullable(Type.String()),
      /** When it became a lead. */
      cutoff: Nullable(Time),
      /** Visits that count for the row, and those of the whole journey. */
      visits: Type.Integer(),
      visitsInAll: Type.Integer(),
      /** What the latest 30 visits of the journey came through, in order. */
      channels: Type.Array(Type.String()),
      ...Credit.properties,
    }),
  ),
  /** Of all pages: what the row of the report has, exactly. */
  total: Type.Object({ journeys: Type.Integer(), ...Credit.properties }),
  next: Nullable(Type.String()),
});
export type JourneysBehind = Static<typeof JourneysBehind>;

const CreditByModel = Type.Object({
  first: Credit,
  last: Credit,
  lastNonDirect: Credit,
  linear: Credit,
  position: Credit,
  w: Credit,
  timeDecay: Credit,
  markov: Credit,
  shapley: Credit,
});

/** `GET reports/models?level&by&from&to&dating&limit`: all models side by side. */
export const ModelComparison = Type.Object({
  ...Question,
  rows: Type.Array(
    Type.Object({
      key: Type.String(),
      kind: RowKind,
      visitors: Type.Integer(),
      visits: Type.Integer(),
      models: CreditByModel,
    }),
  ),
  total: Type.Object({ visitors: Type.Integer(), visits: Type.Integer(), models: CreditByModel }),
  unconverted: Type.Array(Unconverted),
});
export type ModelComparison = Static<typeof ModelComparison>;

/** Of a payment in another currency than the workspace's: what was paid, and by which rate it counts. */
const PaidIn = Type.Object({
  /** In the smallest unit of its currency. */
  amount: Type.Integer(),
  currency: Type.String(),
  /** The workspace's currency for one of this. Null: no rate within the seven days before, so that it does not count. */
  rate: Nullable(Type.Number()),
});

/** One visit's part in a journey under one model: its share of the lead (0 to 1), and of all payments together. */
const Part = Type.Object({ share: Type.Number(), revenue: Type.Integer() });

/** `GET groups/{groupId}/journey`, `GET people/{personId}/journey`: where every cent goes, and why. */
export const Journey = Type.Object({
  level: Level,
  id: Type.String(),
  windowDays: Type.Integer(),
  currency: Type.String(),
  /** As known then; null: as known today. */
  asOf: Nullable(Time),
  /** The event that ended the journey: the first cut-off. Null: not a lead yet, so that `visits` are the latest. */
  cutoff: Nullable(Type.Object({ timestamp: Time, messageId: Type.String(), personId: Type.String() })),
  /** When the first of its people was identified: the stage "lead created" of the W model. */
  identified: Nullable(Time),
  /** In order; those from `windowDays` before the cut-off up to it. */
  visits: Type.Array(
    Type.Object({
      messageId: Type.String(),
      timestamp: Time,
      personId: Type.String(),
      ...Visit.properties,
      /** ISO 3166 code, or a text as sent; empty if nothing tells it. */
      country: Type.String(),
      credit: Type.Object({
        first: Part,
        last: Part,
        lastNonDirect: Part,
        linear: Part,
        position: Part,
        w: Part,
        timeDecay: Part,
        markov: Part,
        shapley: Part,
      }),
    }),
  ),
  /** Visits of the same people that do not count: before the window, and after the cut-off. */
  earlierVisits: Type.Integer(),
  laterVisits: Type.Integer(),
  payments: Type.Array(
    Type.Object({
      messageId: Type.String(),
      timestamp: Time,
      personId: Type.String(),
      /** Negative: a refund. */
      revenue: Type.Integer(),
      transactionId: Nullable(Type.String()),
      paid: Nullable(PaidIn),
    }),
  ),
  revenue: Type.Integer(),
});
export type Journey = Static<typeof Journey>;

/** Why some ids are one person. */
export const Identity = Type.Object({
  personId: Type.String(),
  ids: Type.Array(
    Type.Object({
      id: Type.String(),
      linkedBy: Nullable(
        Type.Object({ to: Type.String(), messageId: Type.String(), timestamp: Time, type: Type.String() }),
      ),
      because: Type.String(),
    }),
  ),
});
export type Identity = Static<typeof Identity>;

/** What a "forget" removed. */
export const Erased = Type.Object({
  events: Type.Integer(),
  payments: Type.Integer(),
  groupCalls: Type.Integer(),
  rejections: Type.Integer(),
});
export type Erased = Static<typeof Erased>;

/** What a token may do: `read` as a viewer, `write` as a member, `admin` as an owner. */
export const TokenRole = Type.Union([Type.Literal('read'), Type.Literal('write'), Type.Literal('admin')]);

/** A token as it is listed: its id is the start of its hash, and opens nothing. */
export const Token = Type.Object({ id: Type.String(), role: TokenRole, name: Type.String(), createdAt: Time });
export type Token = Static<typeof Token>;

export const TokenList = Type.Object({ tokens: Type.Array(Token) });
export type TokenList = Static<typeof TokenList>;

/** A token just made: the only answer that shows it. */
export const NewToken = Type.Object({ id: Type.String(), role: TokenRole, name: Type.String(), token: Type.String() });
export type NewToken = Static<typeof NewToken>;

/** Those that are open to whoever asks (`own`); a token is also told which ones its admins made. */
export const WorkspaceList = Type.Object({
  workspaces: Type.Array(Type.Object({ workspaceId: Type.String(), name: Type.String(), own: Type.Boolean() })),
});
export type WorkspaceList = Static<typeof WorkspaceList>;

/**
 * A workspace just made, with its first admin token, which no other answer shows. Null for an account, which owns the workspace
 * and can make tokens in it.
 */
export const NewWorkspace = Type.Object({
  workspaceId: Type.String(),
  name: Type.String(),
  token: Nullable(Type.String()),
});
export type NewWorkspace = Static<typeof NewWorkspace>;

/** An event of an export: the call as it would be sent, so that `spectacle import` takes it. */
export const ExportedEvent = Type.Object({
  type: Type.String(),
  messageId: Type.String(),
  timestamp: Time,
  receivedAt: Time,
  /** Whose event it is at the time of the export. */
  personId: Type.String(),
  userId: Type.Optional(Type.String()),
  anonymousId: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
  previousId: Type.Optional(Type.String()),
  groupId: Type.Optional(Type.String()),
  /** The name of a track event or of a page. */
  event: Type.Optional(Type.String()),
  properties: Type.Optional(Json),
  traits: Type.Optional(Json),
  context: Type.Optional(Json),
});
export type ExportedEvent = Static<typeof ExportedEvent>;

/** An event of the story of one person or company, with everything that is stored of it. */
export const DocumentedEvent = Type.Object({ ...TimelineEvent.properties, receivedAt: Time, context: Json });
export type DocumentedEvent = Static<typeof DocumentedEvent>;

/** What the collector refused of late and kept for the live feed, where it names the person or company. */
export const RefusedEvent = Type.Object({
  receivedAt: Time,
  code: Type.String(),
  message: Type.String(),
  /** The start of the event as it was sent. */
  payload: Type.String(),
});
export type RefusedEvent = Static<typeof RefusedEvent>;

/** `GET people/{personId}/export`: everything about one person. */
export const PersonExport = Type.Object({
  workspaceId: Type.String(),
  exportedAt: Time,
  person: Person,
  identity: Type.Array(Identity.properties.ids.items),
  memberships: MembershipList.properties.memberships,
  traitHistory: TraitHistory.properties.traits,
  refused: Type.Array(RefusedEvent),
  /** Newest first. */
  events: Type.Array(DocumentedEvent),
});
export type PersonExport = Static<typeof PersonExport>;

/** `GET groups/{groupId}/export`: everything about one company. */
export const GroupExport = Type.Object({
  workspaceId: Type.String(),
  exportedAt: Time,
  group: GroupSummary,
  traitHistory: TraitHistory.properties.traits,
  members: Type.Array(Member),
  formerMembers: Type.Array(Member),
  refused: Type.Array(RefusedEvent),
  /** What its people did, newest first. */
  events: Type.Array(DocumentedEvent),
});
export type GroupExport = Static<typeof GroupExport>;

/** The answer to `POST spend`: the rows that were kept, and why others were not. */
export const SpendVerdict = Type.Object({
  accepted: Type.Integer(),
  /** `line` counts the rows of the list from 1; of a file it is the line. */
  rejected: Type.Array(Type.Object({ line: Type.Integer(), code: Type.String(), message: Type.String() })),
});
export type SpendVerdict = Static<typeof SpendVerdict>;

/** `GET spend?from&to&limit&cursor` */
export const SpendList = Type.Object({
  spend: Type.Array(
    Type.Object({
      date: Type.String(),
      /** Empty: told from source and medium. */
      channel: Type.String(),
      source: Type.String(),
      medium: Type.String(),
      campaign: Type.String(),
      /** In the smallest unit of the currency. */
      amount: Type.Integer(),
      currency: Type.String(),
    }),
  ),
  next: Nullable(Type.String()),
});
export type SpendList = Static<typeof SpendList>;

/** The answer to `PUT rates`: how many rates were read, how many of them are new, and why lines were refused. */
export const RateVerdict = Type.Object({
  accepted: Type.Integer(),
  changed: Type.Integer(),
  rejected: SpendVerdict.properties.rejected,
});
export type RateVerdict = Static<typeof RateVerdict>;

/** `GET rates?from&to&limit&cursor` */
export const RateList = Type.Object({
  rates: Type.Array(
    Type.Object({
      date: Type.String(),
      currency: Type.String(),
      /** Units of the currency for one euro, as a decimal number. */
      rate: Type.String(),
    }),
  ),
  next: Nullable(Type.String()),
});
export type RateList = Static<typeof RateList>;

/** `POST channelRules/preview`: the visits so far under other rules. */
export const RulePreview = Type.Object({
  visits: Type.Integer(),
  moved: Type.Integer(),
  /** The most visits first. */
  moves: Type.Array(
    Type.Object({
      from: Type.String(),
      to: Type.String(),
      /** Which rule moves them, from 1; null: none of them fits any more. */
      rule: Nullable(Type.Integer()),
      visits: Type.Integer(),
      /** The latest three. */
      examples: Type.Array(
        Type.Object({
          messageId: Type.String(),
          timestamp: Time,
          source: Type.String(),
          medium: Type.String(),
          campaign: Type.String(),
          term: Type.String(),
          content: Type.String(),
          clickId: Type.String(),
          referrer: Type.String(),
          landingPage: Type.String(),
        }),
      ),
    }),
  ),
  channels: Type.Array(Type.Object({ channel: Type.String(), before: Type.Integer(), after: Type.Integer() })),
  /** How many visits each rule is the first to fit. */
  rules: Type.Array(Type.Object({ channel: Type.String(), visits: Type.Integer() })),
});
export type RulePreview = Static<typeof RulePreview>;

/** A company's numbers in one membership mode. */
const ModeNumbers = Type.Object({
  events: Type.Integer(),
  visits: Type.Integer(),
  /** In the smallest unit of the currency. */
  revenue: Type.Integer(),
  lead: Nullable(Time),
  customer: Nullable(Time),
});

/** `GET settings/membership`: what the setting `membership` decides. */
export const MembershipPreview = Type.Object({
  /** The mode that counts now. */
  membership: Settings.properties.membership,
  companies: Type.Integer(),
  /** People who were in several companies: only of what they did it is decided. */
  movers: Type.Integer(),
  /** How many companies have other numbers in the other mode. */
  changed: Type.Integer(),
  /** The twenty that differ most, by revenue, then visits, then events. */
  groups: Type.Array(
    Type.Object({ groupId: Type.String(), name: Nullable(Type.String()), current: ModeNumbers, history: ModeNumbers }),
  ),
});
export type MembershipPreview = Static<typeof MembershipPreview>;

/** Weeks begin on Monday. */
export const Period = Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')]);
export type Period = Static<typeof Period>;

/** `GET reports/attribution/overTime?bucket&measure&model&level&by&from&to&dating&order&paths&limit`; weeks begin on Monday. */
export const AttributionOverTime = Type.Object({
  model: Model,
  bucket: Period,
  ...Question,
  /** A row for each value and period in which it has something. The periods of a value add up to its row of the report. */
  rows: Type.Array(
    Type.Object({
      key: Type.String(),
      kind: RowKind,
      /** Its first day. */
      period: Type.String(),
      visits: Type.Integer(),
      ...Credit.properties,
    }),
  ),
});
export type AttributionOverTime = Static<typeof AttributionOverTime>;

/** What the first visit of a person or company tells it apart by. */
export const TouchName = Type.Union([
  Type.Literal('channel'),
  Type.Literal('source'),
  Type.Literal('medium'),
  Type.Literal('campaign'),
]);
export type TouchName = Static<typeof TouchName>;

/** Which events are meant; an empty type or name is any. A name may end in `*`. Of a page the name is its path. */
export const EventPattern = Type.Object({ type: Type.String(), name: Type.String() });
export type EventPattern = Static<typeof EventPattern>;

/** What the reports on events say about themselves: the question as it was understood. */
const EventQuestion = {
  level: Level,
  /** Empty, channel, source, medium, campaign, or `traits.<key>` of the company. */
  by: Type.String(),
  /** The range, from inclusive and to exclusive; null: open. */
  from: Nullable(Time),
  to: Nullable(Time),
  /** The answer is from the events received by then; null: from all. */
  asOf: Nullable(Time),
};

/** A value of the breakdown ("(not set)" without one, empty without a breakdown), or all beyond `limit` together ("Other"). */
const EventKey = { key: Type.String(), kind: Type.Union([Type.Literal('value'), Type.Literal('other')]) };

/** `counts[i]`: how many people or companies reached step i + 1 at least. */
const Counts = Type.Array(Type.Integer());

/** `GET reports/funnel?level&steps&windowDays&from&to&by&limit` */
export const FunnelReport = Type.Object({
  steps: Type.Array(EventPattern),
  windowDays: Type.Integer(),
  ...EventQuestion,
  rows: Type.Array(Type.Object({ ...EventKey, counts: Counts })),
  total: Type.Object({ counts: Counts }),
});
export type FunnelReport = Static<typeof FunnelReport>;

/** `GET reports/retention?level&period&periods&first&return&from&to&by&limit` */
export const RetentionReport = Type.Object({
  period: Period,
  periods: Type.Integer(),
  ...EventQuestion,
  rows: Type.Array(
    Type.Object({
      ...EventKey,
      /** First day of the period in which they began. */
      cohort: Type.String(),
      size: Type.Integer(),
      /** How many came back in that period, in the next one, …; null: that period has not begun. */
      returned: Type.Array(Nullable(Type.Integer())),
    }),
  ),
});
export type RetentionReport = Static<typeof RetentionReport>;

/** `GET reports/trend?level&period&event&from&to&by&limit`; periods without events are there, with 0. */
export const TrendReport = Type.Object({
  period: Period,
  ...EventQuestion,
  rows: Type.Array(
    Type.Object({
      ...EventKey,
      /** Its first day. */
      period: Type.String(),
      events: Type.Integer(),
      people: Type.Integer(),
      groups: Type.Integer(),
    }),
  ),
});
export type TrendReport = Static<typeof TrendReport>;

/** What became of the people or companies that came by a path. */
const Outcome = {
  entities: Type.Integer(),
  leads: Type.Integer(),
  customers: Type.Integer(),
  /** In the smallest unit of the currency. */
  revenue: Type.Integer(),
};

/** `GET reports/paths?level&from&to&by&fold&limit` */
export const PathReport = Type.Object({
  ...EventQuestion,
  currency: Type.String(),
  /** The commonest first; of a path longer than eight its last eight. */
  rows: Type.Array(Type.Object({ path: Type.Array(Type.String()), ...Outcome })),
  /** From one place of a path (counted from 0) to the next, of all paths, the commonest 1,000 first. */
  steps: Type.Array(
    Type.Object({ position: Type.Integer(), from: Type.String(), to: Type.String(), entities: Type.Integer() }),
  ),
  /** Of all paths. */
  total: Type.Object(Outcome),
});
export type PathReport = Static<typeof PathReport>;

/** `GET names`: what was seen, the most frequent first, at most 500 of each. */
export const Names = Type.Object({
  events: Type.Array(Type.Object({ type: Type.String(), name: Type.String(), events: Type.Integer(), lastSeen: Time })),
  traits: Type.Object({
    group: Type.Array(
      Type.Object({
        trait: Type.String(),
        /** One that Spectacle knows by name. */
        special: Type.Boolean(),
        groups: Type.Integer(),
      }),
    ),
    person: Type.Array(Type.Object({ trait: Type.String(), people: Type.Integer() })),
  }),
  /** Of a sample of the events: a rare one may be missing. */
  properties: Type.Array(Type.String()),
});
export type Names = Static<typeof Names>;

export const WebhookSender = Type.Union([Type.Literal('stripe'), Type.Literal('payments')]);
export type WebhookSender = Static<typeof WebhookSender>;

const Receipt = Type.Object({ at: Time, message: Type.String() });

/** A payment system that may report payments: with what it signs is in no answer. */
export const Webhook = Type.Object({
  sender: WebhookSender,
  /** Where it sends to, on this server. */
  path: Type.String(),
  since: Time,
  /** The last webhook that was taken, give or take five seconds; its message says so if it meant nothing. */
  received: Nullable(Receipt),
  /** The last that was refused, and why. */
  refused: Nullable(Receipt),
});
export type Webhook = Static<typeof Webhook>;

export const WebhookList = Type.Object({ webhooks: Type.Array(Webhook) });
export type WebhookList = Static<typeof WebhookList>;

/** A secret just set; shown only if it was made here, and only now. */
export const NewWebhook = Type.Object({
  sender: WebhookSender,
  path: Type.String(),
  secret: Type.Optional(Type.String()),
});
export type NewWebhook = Static<typeof NewWebhook>;

/** Lists and reports of which there are saved views. */
export const ViewPage = Type.Union([
  Type.Literal('groups'),
  Type.Literal('people'),
  Type.Literal('attribution'),
  Type.Literal('journeys'),
  Type.Literal('funnels'),
  Type.Literal('retention'),
  Type.Literal('trends'),
]);
export type ViewPage = Static<typeof ViewPage>;

/** What somebody saw and gave a name, for everybody of the workspace. */
export const View = Type.Object({
  page: ViewPage,
  name: Type.String(),
  /** What stands in the address of the web app after the question mark. */
  search: Type.String({ maxLength: 4_000 }),
});
export type View = Static<typeof View>;

export const ViewList = Type.Object({ views: Type.Array(View) });
export type ViewList = Static<typeof ViewList>;
