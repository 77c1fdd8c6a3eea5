import { expect, test } from 'vitest';
import { type Credentials, namedWorkspace } from './authenticate.ts';

const named = (credentials: Partial<Credentials>) =>
  namedWorkspace({ authorization: undefined, writeKeyHeader: undefined, body: {}, ...credentials });
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

test.each([
  ['the user name of Basic auth, as Segment and RudderStack send it', { authorization: basic('ws_a:') }],
  ['Basic auth with a password, which is ignored', { authorization: basic('ws_a:secret:more') }],
  ['Basic auth without a colon', { authorization: basic('ws_a') }],
  ['Basic in lower case', { authorization: basic('ws_a:').replace('Basic', 'basic') }],
  ['X-Write-Key, as Jitsu sends it', { writeKeyHeader: 'ws_a:secret' }],
  ['X-Write-Key alone', { writeKeyHeader: 'ws_a' }],
  ['writeKey in the body, as the pixel sends it', { body: { writeKey: 'ws_a' } }],
  ['workspaceId in the body, as REST has it', { body: { workspaceId: 'ws_a' } }],
])('the workspace is named by %s', (_where, credentials) => {
  expect(named(credentials)).toBe('ws_a');
});

test('the first that is there counts: Basic auth, then the header, then writeKey, then workspaceId', () => {
  const body = { writeKey: 'ws_c', workspaceId: 'ws_d' };
  expect(named({ authorization: basic('ws_a:'), writeKeyHeader: 'ws_b', body })).toBe('ws_a');
  expect(named({ authorization: basic(':'), writeKeyHeader: 'ws_b', body })).toBe('ws_b');
  expect(named({ authorization: 'Bearer ws_x', body })).toBe('ws_c');
});

test.each([
  [{}],
  [{ authorization: 'Basic' }],
  [{ authorization: 'Basic %%%' }],
  [{ body: null }],
  [{ body: 'ws_a' }],
  [{ body: { writeKey: 7 } }],
  [{ body: { writeKey: { toString: 1 } } }],
])('%j names no workspace', (credentials) => {
  expect(named(credentials)).toBeUndefined();
});
