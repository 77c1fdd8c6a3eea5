import fc from 'fast-check';
import type { WireEvent } from './wireEvent.ts';

/** An event before it has a messageId, a clock and a way to the collector. `at` is its true time in milliseconds. */
export interface Draft {
  readonly at: number;
  readonly wire: Omit<WireEvent, 'messageId'>;
}

// Small pools, so that events meet: same user on two devices, one device with two users, one email of both.
export const user = fc.constantFrom<string | number>('ann', 'bob', 'cat', 7, 'é😀');
export const device = fc.constantFrom('laptop', 'phone', 'tablet', 'ann');
export const groupId = fc.constantFrom<string | number>('acme', 'globex', 'initech', 7);
const email = fc.constantFrom('ann@acme.example', ' Ann@ACME.example', 'bob@globex.example', 'team@acme.example');

const base = Date.parse('2026-02-01T00:00:00.000Z');

/** Few different times: many events in one millisecond, many gaps of just half an hour. */
export const time = fc
  .record({
    day: fc.constantFrom(0, 0, 0, 1, 20),
    tenMinutes: fc.integer({ min: 0, max: 6 }),
    tweak: fc.constantFrom(0, 0, 0, 0, -1, 1),
  })
  .map(({ day, tenMinutes, tweak }) => base + day * 86_400_000 + tenMinutes * 600_000 + tweak);

/** Who a call names: at least one id of three. */
const who = fc
  .record({
    userId: fc.option(user, { nil: undefined }),
    anonymousId: fc.option(device, { nil: undefined, freq: 3 }),
    email: fc.option(email, { nil: undefined, freq: 1 }),
  })
  .map((ids): { userId?: string | number; anonymousId?: string; email?: string } =>
    (ids.userId ?? ids.anonymousId ?? ids.email) === undefined ? { anonymousId: 'laptop' } : present(ids),
  );

const value = fc.constantFrom<unknown>('starter', 'enterprise', null, 0, 12.5, true, [1, 'a'], { city: 'Paris' }, '');
const groupTraits = fc.dictionary(fc.constantFrom('name', 'plan', 'employees', 'region', 'address'), value, {
  maxKeys: 3,
});
const personTraits = fc
  .record({
    traits: fc.dictionary(fc.constantFrom('firstName', 'role', 'plan'), value, { maxKeys: 2 }),
    email: fc.option(fc.oneof({ weight: 4, arbitrary: email }, { weight: 1, arbitrary: fc.constant('no address') }), {
      nil: undefined,
    }),
    companyId: fc.option(groupId, { nil: undefined, freq: 4 }),
    companyName: fc.option(fc.constantFrom('Acme Inc.', 'Globex'), { nil: undefined, freq: 3 }),
  })
  .map(({ traits, ...special }) => ({ ...traits, ...present(special) }));

export const url = fc.constantFrom(
  'https://www.spectacle.example/',
  'https://www.spectacle.example/pricing',
  'https://www.spectacle.example/?utm_source=google&utm_medium=cpc&utm_campaign=brand',
  'https://www.spectacle.example/?sp_source=news&sp_medium=email&sp_campaign=june',
  'https://www.spectacle.example/?gclid=one',
  'https://app.spectacle.example/?msclkid=two',
);
const referrer = fc.constantFrom(
  '',
  '',
  '',
  'https://app.spectacle.example/docs',
  'https://www.google.com/',
  'https://checkout.stripe.com/pay',
  'https://accounts.google.com/signin',
);
const revenue = fc
  .record({
    revenue: fc.constantFrom<unknown>(100, '250', -100, '-30', 0, 99.5, 'a lot', null, undefined),
    transactionId: fc.option(fc.constantFrom<unknown>('t1', 't2', 1), { nil: undefined, freq: 3 }),
  })
  .map(present);

const acting = fc.option(fc.constantFrom('acme', 'umbrella'), { nil: undefined, freq: 6 });

/** A page that tells its address in its properties, in its context, or in both, as clients do. */
const page = fc
  .record({ url, referrer, where: fc.constantFrom('properties', 'context', 'both') })
  .map(({ url, referrer, where }): Pick<WireEvent, 'properties' | 'context'> => {
    const address = { url, referrer, path: new URL(url).pathname, title: 'Title' };
    return {
      ...(where !== 'context' && { properties: address }),
      ...(where !== 'properties' && { context: { page: address } }),
    };
  });

type Wire = Draft['wire'];

const pageCall = fc
  .record({ type: fc.constantFrom('page', 'screen'), who, page })
  .map(({ type, who, page }): Wire => ({ type, ...who, ...page }));

const trackCall = fc
  .record({ who, properties: revenue })
  .map(({ who, properties }): Wire => ({ type: 'track', event: 'Invoice Paid', ...who, properties }));

/** One email at most: which of two would count is nobody's promise. */
const identifyCall = fc.record({ who, traits: personTraits }).map(({ who, traits }): Wire => {
  if (traits.email === undefined) return { type: 'identify', ...who, traits };
  const { userId, anonymousId = 'laptop' } = who;
  return { type: 'identify', ...(userId !== undefined && { userId }), anonymousId, traits };
});

const groupCall = fc
  .record({ who, groupId, traits: fc.option(groupTraits, { nil: {} }) })
  .map(({ who, groupId, traits }): Wire => ({ type: 'group', ...who, groupId, traits }));

const aliasCall = fc
  .record({ userId: user, previousId: device, anonymousId: fc.option(device, { nil: undefined, freq: 1 }) })
  .map(({ userId, previousId, anonymousId }): Wire => {
    return { type: 'alias', userId, previousId, ...(anonymousId !== undefined && { anonymousId }) };
  });

/** `context.groupId` says for whom a call was made and takes nothing from what the call itself says. */
const withActing = (calls: fc.Arbitrary<Wire>) =>
  fc.record({ wire: calls, groupId: acting }).map(({ wire, groupId }): Wire => {
    return groupId === undefined ? wire : { ...wire, context: { ...wire.context, groupId } };
  });

const call = fc.oneof(
  { weight: 4, arbitrary: withActing(pageCall) },
  { weight: 3, arbitrary: withActing(trackCall) },
  { weight: 3, arbitrary: withActing(identifyCall) },
  { weight: 3, arbitrary: withActing(groupCall) },
  { weight: 1, arbitrary: aliasCall },
);

/** Any one valid event. */
export const draft: fc.Arbitrary<Draft> = fc.record({ at: time, wire: call });

function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
