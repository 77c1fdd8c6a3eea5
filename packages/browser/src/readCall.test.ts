import { expect, test } from 'vitest';
import { readCall } from './readCall.ts';

const traits = { plan: 'pro' };
const options = { timestamp: '2026-01-01T00:00:00Z' };
const callback = () => {};

test.each([
  ['group', ['acme'], { groupId: 'acme' }],
  ['group', ['acme', traits], { groupId: 'acme', traits }],
  ['group', [' acme ', null], { groupId: 'acme' }],
  ['group', [42, traits], { groupId: '42', traits }],
  ['group', ['acme', traits, options, callback], { groupId: 'acme', traits, options, callback }],
  ['group', ['acme', callback], { groupId: 'acme', callback }],
  ['identify', ['u1'], { userId: 'u1' }],
  ['identify', ['u1', { email: 'a@b.c' }], { userId: 'u1', traits: { email: 'a@b.c' } }],
  ['identify', [7], { userId: '7' }],
  ['identify', [{ email: 'a@b.c' }], { traits: { email: 'a@b.c' } }],
  ['identify', [{ email: 'a@b.c' }, options, callback], { traits: { email: 'a@b.c' }, options, callback }],
  ['identify', [null, { email: 'a@b.c' }], { traits: { email: 'a@b.c' } }],
  ['identify', [undefined, { email: 'a@b.c' }, options], { traits: { email: 'a@b.c' }, options }],
  ['track', ['Signed Up'], { event: 'Signed Up' }],
  ['track', ['Signed Up', { revenue: 9995 }, options], { event: 'Signed Up', properties: { revenue: 9995 }, options }],
  ['track', ['Signed Up', null, null, callback], { event: 'Signed Up', callback }],
  ['page', [], {}],
  ['page', ['Pricing'], { name: 'Pricing' }],
  ['page', ['Pricing', traits], { name: 'Pricing', properties: traits }],
  ['page', [traits], { properties: traits }],
  ['page', [traits, options], { properties: traits, options }],
  ['page', [null, traits], { properties: traits }],
  ['page', ['Docs', 'Install', traits, options], { category: 'Docs', name: 'Install', properties: traits, options }],
  ['page', [null, 'Install'], { name: 'Install' }],
  ['alias', ['u1'], { userId: 'u1' }],
  ['alias', ['u1', 'old', options], { userId: 'u1', previousId: 'old', options }],
] as const)('%s(%j) is understood', (type, args, expected) => {
  expect(readCall(type, args)).toEqual({ call: { type, ...expected }, problems: [] });
});

const nothing = (argument: string, why: string, remedy: string) =>
  `${argument} ${why}, so nothing was sent. Pass ${remedy}.`;
const theGroup = 'the id of the group in your database';
const theUser = 'the id of the user in your database';

test.each([
  ['group', [], `group(undefined): ${nothing('groupId', 'is missing', theGroup)}`],
  ['group', [''], `group(""): ${nothing('groupId', 'is empty', theGroup)}`],
  ['group', [' '], `group(" "): ${nothing('groupId', 'is blank', theGroup)}`],
  ['group', [null, traits], `group(null): ${nothing('groupId', 'is null', theGroup)}`],
  ['group', [Number.NaN], `group(NaN): ${nothing('groupId', 'is NaN', theGroup)}`],
  ['group', [{ name: 'Acme' }], `group([object Object]): ${nothing('groupId', 'is of type object', theGroup)}`],
  ['group', ['null'], `group("null"): ${nothing('groupId', 'is the text "null"', theGroup)}`],
  ['group', ['undefined'], `group("undefined"): ${nothing('groupId', 'is the text "undefined"', theGroup)}`],
  ['group', [`${{}}`], `group("[object Object]"): ${nothing('groupId', 'is the text "[object Object]"', theGroup)}`],
  ['identify', [], `identify(undefined): ${nothing('userId', 'is missing', theUser)}`],
  ['identify', ['', { email: 'a@b.c' }], `identify(""): ${nothing('userId', 'is empty', theUser)}`],
  ['identify', ['undefined'], `identify("undefined"): ${nothing('userId', 'is the text "undefined"', theUser)}`],
  ['track', [], `track(undefined): ${nothing('event', 'is missing', 'the name of the event')}`],
  ['track', [''], `track(""): ${nothing('event', 'is empty', 'the name of the event')}`],
  ['track', [traits], `track([object Object]): ${nothing('event', 'is of type object', 'the name of the event')}`],
  ['alias', ['u1', ''], `alias(""): ${nothing('previousId', 'is empty', 'the id before')}`],
] as const)('%s(%j) sends nothing and says what to do', (type, args, problem) => {
  expect(readCall(type, args)).toEqual({ problems: [problem] });
});

test.each([
  ['group', ['acme', 'pro'], { groupId: 'acme' }, 'group("pro"): traits'],
  ['group', ['acme', [1, 2]], { groupId: 'acme' }, 'group(1,2): traits'],
  ['identify', ['u1', 7], { userId: 'u1' }, 'identify(7): traits'],
  ['track', ['Paid', 9995], { event: 'Paid' }, 'track(9995): properties'],
] as const)('%s(%j) goes without what is not an object', (type, args, expected, start) => {
  expect(readCall(type, args)).toEqual({
    call: { type, ...expected },
    problems: [`${start} is not an object, so it was left out.`],
  });
});

test('a page name that is no text is left out', () => {
  expect(readCall('page', [true])).toEqual({
    call: { type: 'page' },
    problems: ['page(true): name is of type boolean, so it was left out.'],
  });
});
