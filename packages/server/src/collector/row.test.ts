import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { columns, toRow } from './row.ts';

const received = Date.UTC(2026, 0, 31, 12);

/** The row of a call by the names of its columns. */
function stored(
  raw: Record<string, unknown>,
): Record<(typeof columns)[number], unknown> & { messageId: string; visitor: string } {
  const checked = check({ raw, type: undefined, sentAt: undefined });
  if (!checked.ok) throw new Error(checked.message);
  const { line, key } = toRow('ws_a', checked.call, received);
  expect(line).not.toContain('\n');
  const values = JSON.parse(line) as unknown[];
  expect(values).toHaveLength(columns.length);
  return {
    ...(Object.fromEntries(columns.map((column, index) => [column, values[index]])) as Record<
      (typeof columns)[number],
      unknown
    >),
    ...key,
  };
}

const track = { type: 'track', event: 'Paid', userId: 'u', messageId: 'm' };

describe('the keys that make a retry meet its first try', () => {
  test('workspace, visitor, time as sent and messageId do not depend on when it arrives', () => {
    expect(stored({ ...track, anonymousId: 'a', timestamp: '2026-01-01T00:00:00Z' })).toMatchObject({
      workspace: 'ws_a',
      visitor: 'anon:a',
      client_time: Date.UTC(2026, 0, 1),
      message_id: 'm',
    });
  });

  test('without a time the key is the epoch, and the event has the time of receipt', () => {
    expect(stored(track)).toMatchObject({ client_time: 0, timestamp: received, received_at: received });
  });

  test('without a messageId one is given', () => {
    const { messageId, message_id } = stored({ ...track, messageId: undefined });
    expect(messageId).toMatch(/^[0-9a-f-]{36}$/);
    expect(message_id).toBe(messageId);
  });
});

test.each([
  [{ userId: 'u', anonymousId: 'a', email: 'e@f.g' }, 'user:u', 'anon:a'],
  [{ anonymousId: 'a', email: 'e@f.g' }, 'email:e@f.g', 'anon:a'],
  [{ anonymousId: 'a' }, 'anon:a', 'anon:a'],
  [{ userId: 'u' }, 'user:u', 'user:u'],
  [{ email: 'e@f.g' }, 'email:e@f.g', 'email:e@f.g'],
])('%j: subject %s, visitor %s', (ids, subject, visitor) => {
  expect(stored({ type: 'track', event: 'E', ...ids })).toMatchObject({ subject, visitor });
});

describe('what is stored beside the ids', () => {
  test('properties and traits as sent', () => {
    const row = stored({
      ...track,
      properties: { a: 'x"\\\n\u2028\u0000😀', b: [1, null] },
      traits: { c: { d: 1.5 } },
    });
    expect(row.properties).toEqual({ a: 'x"\\\n\u2028\u0000😀', b: [1, null] });
    expect(row.traits).toEqual({ c: { d: 1.5 } });
  });

  test('of the context what has no column; never the IP address', () => {
    const context = {
      ip: '1.2.3.4',
      locale: 'de',
      groupId: 'g',
      page: { url: 'https://a.test/' },
      campaign: { source: 's' },
      traits: { email: 'x' },
      clickIds: {},
    };
    const row = stored({ ...track, context });
    expect(row).toMatchObject({
      context: { locale: 'de' },
      acting_group: 'g',
      page_url: 'https://a.test/',
      source: 's',
    });
    expect(JSON.stringify(row)).not.toContain('1.2.3.4');
  });

  test('revenue of a track call only', () => {
    const properties = { revenue: 9995, currency: 'usd', transactionId: 't' };
    expect(stored({ ...track, properties })).toMatchObject({ revenue: 9995, currency: 'USD', transaction_id: 't' });
    expect(stored({ type: 'page', userId: 'u', properties })).toMatchObject({
      revenue: null,
      currency: '',
      transaction_id: '',
    });
  });

  test("page fields of a page call's properties only", () => {
    expect(stored({ ...track, properties: { url: 'https://a.test/', title: 'T' } })).toMatchObject({
      page_url: '',
      page_title: '',
    });
    expect(stored({ type: 'page', userId: 'u', properties: { url: 'https://a.test/x' } })).toMatchObject({
      page_path: '/x',
    });
  });

  test('special group traits, normalised; the name of an identify with companyId', () => {
    const group = stored({
      type: 'group',
      userId: 'u',
      groupId: 'g',
      traits: { website: 'www.coolcompany.com', employees: 329 },
    });
    expect(group.special).toMatchObject({ domain: 'coolcompany.com', employees: 329 });
    expect(stored({ type: 'identify', userId: 'u', traits: { companyId: 'g', companyName: ' Acme ' } })).toMatchObject({
      group_id: 'g',
      special: { name: 'Acme' },
    });
    expect(stored({ type: 'identify', userId: 'u', traits: { companyName: 'Acme' } }).special).toEqual({});
  });

  test('warnings of every step', () => {
    const row = stored({ ...track, timestamp: received + 1, email: 'nobody', properties: { revenue: 1.5 } });
    const codes = JSON.parse(row.warnings as string).map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['invalid_email', 'timestamp_in_the_future', 'revenue_not_an_integer']);
    expect(stored(track).warnings).toBe('');
  });
});

test.each([
  '{"name":{"toString":1,"valueOf":1}}',
  '{"phone":{"toString":null},"website":[],"employees":{}}',
  '{"__proto__":null,"address":"x","createdAt":7,"linkedInUrl":{},"email":7,"employees":-1,"plan":[[[]]]}',
])('odd special traits are stored or warned about: %s', (traits) => {
  expect(() => stored({ type: 'group', userId: 'u', groupId: 'g', traits: JSON.parse(traits) })).not.toThrow();
});
