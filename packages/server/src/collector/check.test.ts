import { limits } from '@spectacle/protocol';
import { describe, expect, test } from 'vitest';
import { type Checked, check } from './check.ts';

type Raw = Record<string, unknown>;

const judge = (raw: unknown, type?: string, sentAt?: unknown) => check({ raw, type, sentAt });
const passed = (raw: unknown, type?: string, sentAt?: unknown): Checked => {
  const checked = judge(raw, type, sentAt);
  if (!checked.ok) throw new Error(`${checked.code}: ${checked.message}`);
  return checked.call;
};
const warned = (raw: Raw) => passed(raw).warnings.map(({ code }) => code);
const who = { userId: '42' };
const track = { type: 'track', event: 'Signed Up', ...who };

describe('the call', () => {
  test.each(['page', 'track', 'identify', 'group', 'alias'])('%s is kept as it is', (type) => {
    expect(passed({ ...who, type, event: 'E', groupId: 'g', previousId: 'p' }).type).toBe(type);
  });

  test('screen is stored as page', () => expect(passed({ ...who, type: 'screen' }).type).toBe('page'));

  test('the endpoint wins over the body', () => {
    expect(passed({ ...who, type: 'track', groupId: 'g' }, 'group').type).toBe('group');
  });

  test.each([['Track'], [''], [7], [null], [{}], [[[]]], ['__proto__'], ['constructor'], ['toString']])(
    'the type %j is unknown',
    (type) => expect(judge({ ...who, type })).toMatchObject({ ok: false, code: 'unknown_type' }),
  );

  test('a missing type is unknown, in plain words', () => {
    expect(judge(who)).toMatchObject({ code: 'unknown_type', message: expect.stringMatching(/it is missing\.$/) });
  });
});

test.each([[null], [undefined], [7], ['text'], [true], [[]], [[track]]])('%j is no event', (raw) => {
  expect(judge(raw)).toMatchObject({ ok: false, code: 'not_an_object', messageId: null });
});

describe('messageId', () => {
  test.each([
    ['m-1', 'm-1'],
    [7, '7'],
    [0, '0'],
    ['x'.repeat(100), 'x'.repeat(100)],
    [undefined, undefined],
    [null, undefined],
    ['', undefined],
  ])('%j is %j', (sent, messageId) => expect(passed({ ...track, messageId: sent }).messageId).toBe(messageId));

  test.each([['x'.repeat(101)], [{}], [[]], [true], [[['m']]]])('%j can be none', (messageId) =>
    expect(judge({ ...track, messageId })).toMatchObject({ ok: false, code: 'invalid_message_id' }),
  );

  test('a refusal names the message', () => {
    expect(judge({ type: 'track', messageId: 'm-1', ...who })).toMatchObject({
      code: 'invalid_event_name',
      messageId: 'm-1',
    });
  });
});

describe('who', () => {
  test('a userId, an anonymousId or both', () => {
    expect(passed({ ...track, userId: 42, anonymousId: ' a ' })).toMatchObject({ userId: '42', anonymousId: 'a' });
    expect(passed({ ...track, userId: null, anonymousId: 'a' })).toMatchObject({ userId: '', anonymousId: 'a' });
  });

  test.each([
    ['user', { userId: 'undefined' }],
    ['user', { userId: { id: 1 } }],
    ['user', { userId: 'x'.repeat(501) }],
    ['user', { userId: '   ' }],
    ['anonymous', { anonymousId: '[object Object]' }],
    ['anonymous', { userId: '42', anonymousId: [] }],
  ])('an id of the %s that can only be a mistake is refused: %j', (kind, ids) => {
    expect(judge({ ...track, userId: undefined, ...ids })).toMatchObject({ ok: false, code: `invalid_${kind}_id` });
  });

  test.each([{}, { userId: '' }, { userId: null, anonymousId: null }, { traits: { email: 'a@b.c' } }])(
    '%j names nobody in a track call',
    (ids) => expect(judge({ type: 'track', event: 'E', ...ids })).toMatchObject({ ok: false, code: 'missing_who' }),
  );

  test('an email alone names somebody: at the top of any call, or among the traits of an identify', () => {
    expect(passed({ type: 'track', event: 'E', email: ' Ada@Acme.test ' }).email).toBe('ada@acme.test');
    expect(passed({ type: 'identify', traits: { email: 'ada@acme.test' } }).email).toBe('ada@acme.test');
    expect(passed({ type: 'identify', email: 'a@b.c', traits: { email: 'd@e.f' } }).email).toBe('a@b.c');
  });

  test("the email among a group's traits is the company's, and links nobody", () => {
    expect(passed({ type: 'group', ...who, groupId: 'g', traits: { email: 'office@acme.test' } }).email).toBe('');
  });

  test.each([['ada'], [7], [{}], ['a@b@c d'], [`${'x'.repeat(500)}@b.c`]])(
    '%j is no email, and links nobody',
    (email) => {
      expect(passed({ ...track, email })).toMatchObject({ email: '', warnings: [{ code: 'invalid_email' }] });
    },
  );
});

describe('membership', () => {
  test('group needs a groupId', () => {
    expect(passed({ type: 'group', ...who, groupId: 329 }).groupId).toBe('329');
    for (const groupId of [undefined, null, '', ' ', 'undefined', {}, Number.NaN]) {
      expect(judge({ type: 'group', ...who, groupId })).toMatchObject({ ok: false, code: 'invalid_group_id' });
    }
  });

  test('an identify with companyId is a group call in disguise', () => {
    expect(passed({ type: 'identify', ...who, traits: { companyId: 7 } }).groupId).toBe('7');
    expect(passed({ type: 'identify', ...who, traits: { companyId: '' } }).groupId).toBe('');
    expect(passed({ type: 'identify', ...who, traits: { companyId: 'null' } })).toMatchObject({
      groupId: '',
      warnings: [{ code: 'invalid_company_id' }],
    });
  });

  test('track with a groupId asserts nothing; context.groupId says whom it counts for', () => {
    expect(passed({ ...track, groupId: 'g', context: { groupId: 'h' } })).toMatchObject({
      groupId: '',
      actingGroup: 'h',
    });
    expect(warned({ ...track, context: { groupId: {} } })).toEqual(['invalid_context_group_id']);
  });
});

describe('alias', () => {
  test('links previousId to userId', () => {
    expect(passed({ type: 'alias', userId: 'u', previousId: 'a' })).toMatchObject({ userId: 'u', previousId: 'a' });
  });

  test('needs both', () => {
    expect(judge({ type: 'alias', userId: 'u' })).toMatchObject({ code: 'invalid_previous_id' });
    expect(judge({ type: 'alias', anonymousId: 'a', previousId: 'a' })).toMatchObject({ code: 'invalid_user_id' });
  });
});

describe('the name', () => {
  test('track needs one', () => {
    expect(passed({ ...track, event: ' Paid ' }).event).toBe('Paid');
    expect(passed({ ...track, event: 404 }).event).toBe('404');
    for (const event of [undefined, null, '', '  ', {}, []]) {
      expect(judge({ ...track, event })).toMatchObject({ code: 'invalid_event_name' });
    }
  });

  test('page may have one, screen too', () => {
    expect(passed({ type: 'page', ...who, name: 'Pricing' }).event).toBe('Pricing');
    expect(passed({ type: 'screen', ...who, event: 'Home' }).event).toBe('Home');
    expect(passed({ type: 'page', ...who }).event).toBe('');
  });

  test('has at most 500 characters', () => {
    expect(passed({ ...track, event: 'x'.repeat(limits.eventNameLength) }).event).toHaveLength(500);
    expect(judge({ ...track, event: 'x'.repeat(501) })).toMatchObject({ code: 'invalid_event_name' });
  });
});

describe('traits, properties, context', () => {
  test('are kept as sent', () => {
    const contents = { traits: { a: [1, { b: null }] }, properties: { c: 'é😀\u0000' }, context: { locale: 'de' } };
    expect(passed({ ...track, ...contents })).toMatchObject(contents);
  });

  test("RudderStack's browser client puts an identify's traits into its context", () => {
    const context = { traits: { email: 'ada@acme.test', plan: 'pro' } };
    expect(passed({ type: 'identify', ...who, context })).toMatchObject({
      email: 'ada@acme.test',
      traits: context.traits,
    });
    expect(passed({ ...track, context }).traits).toEqual({});
  });

  test.each([['text'], [7], [true], [[1]]])('%j is left out with a warning', (value) => {
    expect(passed({ ...track, traits: value, properties: value })).toMatchObject({
      traits: {},
      properties: {},
      warnings: [{ code: 'traits_not_an_object' }, { code: 'properties_not_an_object' }],
    });
  });

  test('null and nothing need no warning; a context that is none is nothing', () => {
    expect(passed({ ...track, traits: null, properties: undefined, context: 'x' })).toMatchObject({
      context: {},
      warnings: [],
    });
  });

  test('too much is refused', () => {
    expect(judge({ ...track, traits: { a: 'x'.repeat(limits.eventBytes) } })).toMatchObject({
      code: 'event_too_large',
    });
    expect(judge({ ...track, context: JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`) })).toMatchObject({
      code: 'too_deep',
    });
  });
});

describe('times', () => {
  const at = Date.UTC(2026, 0, 5);

  test('originalTimestamp wins over timestamp', () => {
    expect(passed({ ...track, originalTimestamp: at, timestamp: 1 }).original).toBe(at);
    expect(passed({ ...track, timestamp: new Date(at).toISOString() }, undefined, at + 1)).toMatchObject({
      original: at,
      sentAt: at + 1,
    });
  });

  test.each([['yesterday'], [{}], [-1], ['9999-01-01'], [[[[]]]]])('%j is no time; the receipt counts', (timestamp) => {
    expect(passed({ ...track, timestamp })).toMatchObject({
      original: undefined,
      warnings: [{ code: 'invalid_timestamp' }],
    });
  });

  test('no time needs no warning', () => expect(warned({ ...track, timestamp: null })).toEqual([]));
});

test('where a value has nested so deep that it cannot be written, the verdict says what it is', () => {
  const bomb = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000));
  for (const name of [
    'type',
    'messageId',
    'userId',
    'anonymousId',
    'email',
    'event',
    'traits',
    'properties',
    'timestamp',
    'context',
  ]) {
    expect(() => judge({ ...track, [name]: bomb })).not.toThrow();
  }
  expect(judge({ ...who, type: bomb })).toMatchObject({ message: expect.stringMatching(/it is an array\.$/) });
});

test('keys of the language are keys like any other', () => {
  const raw = JSON.parse(
    '{"type":"track","event":"E","userId":"u","__proto__":{"userId":"x"},"traits":{"__proto__":{"a":1},"constructor":1}}',
  );
  const call = passed(raw);
  expect(call.userId).toBe('u');
  expect(JSON.stringify(call.traits)).toBe('{"__proto__":{"a":1},"constructor":1}');
});

test('the context of the batch counts beneath that of the event', () => {
  const context = { locale: 'de', timezone: 'Europe/Berlin', groupId: 'acme' };
  const own = { ...track, context: { locale: 'fr' } };
  const of = (sent: { raw: unknown; context?: unknown }) => {
    const checked = check({ type: undefined, sentAt: undefined, ...sent });
    return checked.ok && checked.call;
  };
  expect(of({ raw: own, context })).toMatchObject({
    context: { locale: 'fr', timezone: 'Europe/Berlin' },
    actingGroup: 'acme',
  });
  for (const useless of [null, 7, 'text', [1]]) {
    expect(of({ raw: own, context: useless })).toMatchObject({ context: { locale: 'fr' } });
  }
});
