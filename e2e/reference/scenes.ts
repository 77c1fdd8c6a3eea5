import fc from 'fast-check';
import { type Draft, device, groupId, time, url, user } from './draft.ts';

/** Who and where a scene plays. */
interface Cast {
  readonly user: string | number;
  readonly other: string | number;
  readonly device: string;
  readonly groupId: string | number;
  readonly next: string | number;
  readonly url: string;
}

type Scene = (cast: Cast) => readonly Draft['wire'][];

const signUp: Scene = ({ user: userId, device: anonymousId, groupId, url }) => [
  { type: 'page', anonymousId, properties: { url, referrer: 'https://www.google.com/' } },
  { type: 'page', anonymousId, properties: { url: 'https://www.spectacle.example/pricing', referrer: url } },
  { type: 'identify', anonymousId, userId, traits: { email: `${userId}@acme.example`, firstName: 'A' } },
  { type: 'group', anonymousId, userId, groupId, traits: { name: `Company ${groupId}`, plan: 'starter' } },
];

const sharedLaptop: Scene = ({ user, other, device: anonymousId, groupId, next, url }) => [
  { type: 'group', anonymousId, userId: user, groupId },
  { type: 'page', anonymousId, userId: user, properties: { url } },
  { type: 'group', anonymousId, userId: other, groupId: next },
  { type: 'page', anonymousId, userId: other, properties: { url } },
  { type: 'page', anonymousId, properties: { url } },
];

const logOut: Scene = ({ user, other, device, url }) => [
  { type: 'identify', anonymousId: device, userId: user },
  { type: 'page', anonymousId: `${device} after reset`, properties: { url } },
  { type: 'identify', anonymousId: `${device} after reset`, userId: other },
];

const moveAndReturn: Scene = ({ user: userId, groupId, next }) => [
  { type: 'group', userId, groupId, traits: { plan: 'starter' } },
  { type: 'track', userId, event: 'Report Created' },
  { type: 'group', userId, groupId: next, traits: { plan: null, region: 'EMEA' } },
  { type: 'track', userId, event: 'Invoice Paid', properties: { revenue: 500, transactionId: 't3' } },
  { type: 'group', userId, groupId },
];

const emailFirst: Scene = ({ user: userId, device, groupId }) => [
  { type: 'track', email: `${userId}@acme.example`, event: 'Webinar Attended' },
  { type: 'identify', anonymousId: device, traits: { email: `${userId}@acme.example`, companyId: groupId } },
  { type: 'identify', userId, traits: { email: `${userId}@acme.example` } },
];

/** Stories that single random events seldom tell, played forwards or backwards in time. */
export const scene: fc.Arbitrary<Draft[]> = fc
  .record({
    play: fc.constantFrom(signUp, sharedLaptop, logOut, moveAndReturn, emailFirst),
    cast: fc.record({ user, other: user, device, groupId, next: groupId, url }),
    at: time,
    step: fc.constantFrom(60_000, 0, 0, 1_800_000, -60_000),
  })
  .map(({ play, cast, at, step }) => play(cast).map((wire, i) => ({ at: at + i * step, wire })));
