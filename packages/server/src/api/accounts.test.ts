import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Passwords } from '../accounts/password.ts';
import { removeExpired } from '../accounts/removeExpired.ts';
import { chooseWorkspace, endSessions, findSession, sawSession } from '../accounts/sessions.ts';
import { createSpectacle, type Spectacle } from '../server.ts';

let directory: string;
let spectacle: Spectacle;
let skipped = 0;
const day = 24 * 60 * 60 * 1000;
const owner = 'sp_owner';
const password = 'a pony for everybody';
const proxy = '10.0.0.7';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-accounts-'));
  const config = { port: 0, host: '127.0.0.1', store: { directory }, token: owner, logLevel: 'silent' };
  spectacle = await createSpectacle(
    { ...config, workspaceId: 'ws_acme', trustedProxies: [proxy] },
    {
      now: () => Date.now() + skipped,
      passwords: new Passwords({ N: 2 ** 10, r: 8, p: 1 }),
    },
  );
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
interface Asked {
  token?: string;
  cookie?: string | undefined;
  body?: object;
  headers?: Record<string, string>;
  from?: string;
}

/** As the web app asks: with its cookie, from its own page. */
async function ask(method: Method, path: string, { token, cookie, body, headers, from }: Asked = {}) {
  const response = await spectacle.app.inject({
    method,
    url: `/api/${path}`,
    remoteAddress: from ?? '192.0.2.1',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(cookie && { cookie: `spectacle_session=${cookie}`, 'sec-fetch-site': 'same-origin' }),
      ...headers,
    },
    ...(body && { payload: body }),
  });
  const set = response.cookies.find(({ name }) => name === 'spectacle_session');
  return {
    status: response.statusCode,
    cookie: set?.value,
    set,
    retryAfter: response.headers['retry-after'],
    answer: response.body === '' ? undefined : response.json(),
  };
}

/** Invites somebody and returns the secret of the link. */
async function invited(email: string, role: string, workspaceId = 'ws_acme', token = owner): Promise<string> {
  const made = await ask('POST', `workspaces/${workspaceId}/invitations`, { token, body: { email, role } });
  expect(made.status).toBe(201);
  return new URL(made.answer.link).hash.slice(1);
}

/** A new account, logged in. */
async function joined(email: string, role: string) {
  const secret = await invited(email, role);
  return await ask('POST', 'invitation/accept', { body: { secret, password, name: 'Somebody' } });
}

const logIn = (email: string, asked: Asked = {}) => ask('POST', 'session', { body: { email, password }, ...asked });
const stillIn = async (cookie: string | undefined) => (await ask('GET', 'session', { cookie })).status === 200;

test('the first account is made with the token of the operator: a link, once, for seven days', async () => {
  const secret = await invited(' Ada@Acme.example ', 'owner');
  const shown = await ask('POST', 'invitation', { body: { secret } });
  expect(shown.answer).toMatchObject({ workspaceId: 'ws_acme', email: 'ada@acme.example', role: 'owner', hasAccount: false }); // biome-ignore format: one thought
  expect(JSON.stringify((await ask('GET', 'workspaces/ws_acme/invitations', { token: owner })).answer)).not.toContain(secret); // biome-ignore format: one thought
  const short = await ask('POST', 'invitation/accept', { body: { secret, password: 'too short' } });
  expect(short).toMatchObject({ status: 400, answer: { code: 'bad_password' } });
  const accepted = await ask('POST', 'invitation/accept', { body: { secret, password, name: ' Ada ' } });
  expect(accepted.answer).toEqual({
    workspaceId: 'ws_acme',
    role: 'owner',
    rights: ['read', 'change', 'administer'],
    account: { email: 'ada@acme.example', name: 'Ada' },
    workspaces: [{ workspaceId: 'ws_acme', name: '', role: 'owner' }],
    hasEvents: false,
  });
  expect(accepted.set).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 90 * 24 * 60 * 60 });
  expect(await ask('POST', 'invitation/accept', { body: { secret, password } })).toMatchObject({ status: 404 });
  expect(await logIn('ADA@acme.example')).toMatchObject({ status: 200, answer: { role: 'owner' } });
  const { team } = (await ask('GET', 'workspaces/ws_acme/team', { cookie: accepted.cookie })).answer;
  expect(team).toMatchObject([{ email: 'ada@acme.example', name: 'Ada', role: 'owner' }]);

  const late = await invited('late@acme.example', 'viewer');
  skipped += 7 * day;
  expect(await ask('POST', 'invitation', { body: { secret: late } })).toMatchObject({ status: 404 });
});

test('the cookie is for https alone where the page is on https', async () => {
  const headers = { origin: 'https://stats.acme.example', host: 'stats.acme.example' };
  expect((await logIn('ada@acme.example', { headers })).set).toMatchObject({ secure: true });
  expect((await logIn('ada@acme.example')).set?.secure).toBeUndefined();
});

test('a change with a cookie must come from the web app; a read may come from a link', async () => {
  const { cookie } = await logIn('ada@acme.example');
  const change = (headers: Record<string, string>) =>
    spectacle.app.inject({
      method: 'PATCH',
      url: '/api/workspaces/ws_acme/settings',
      headers: { cookie: `spectacle_session=${cookie}`, host: 'stats.acme.example', ...headers },
      payload: { currency: 'EUR' },
    });
  expect((await change({})).statusCode).toBe(403);
  expect((await change({ 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({ code: 'cross_site' });
  expect((await change({ 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
  expect((await change({ origin: 'https://evil.example' })).statusCode).toBe(403);
  expect((await change({ origin: 'null' })).statusCode).toBe(403);
  expect((await change({ origin: 'http://stats.acme.example' })).statusCode).toBe(200);
  expect((await change({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect(await ask('GET', 'workspaces/ws_acme/settings', { cookie, headers })).toMatchObject({ status: 200 });
  expect(await logIn('ada@acme.example', { headers })).toMatchObject({ status: 403 });
});

test('ten wrong passwords of an account, from wherever, and it takes none for a while', async () => {
  await joined('bob@acme.example', 'member');
  const wrong = { email: 'bob@acme.example', password: 'not this one, is it?' };
  const answers = [];
  for (let i = 0; i < 10; i++) answers.push(ask('POST', 'session', { body: wrong, from: `198.51.100.${i}` }));
  const failed = await Promise.all(answers);
  expect(failed.map(({ status }) => status)).toEqual(Array(10).fill(401));
  expect(failed[0]?.answer.message).toBe('The email address or the password is wrong.');
  const refused = await logIn('bob@acme.example');
  expect(refused).toMatchObject({ status: 429, answer: { code: 'too_many_attempts' } });
  expect(Number(refused.retryAfter)).toBeGreaterThan(800);
  expect(await logIn('ada@acme.example')).toMatchObject({ status: 200 });
  skipped += 15 * 60 * 1000;
  expect(await logIn('bob@acme.example')).toMatchObject({ status: 200 });
});

test('one address has fifty failures, whatever it tries', async () => {
  const from = '203.0.113.9';
  const tries = Array.from({ length: 50 }, (_, i) => ask('POST', 'session', { body: { token: `sp_${i}` }, from }));
  expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([401]));
  expect(await logIn('ada@acme.example', { from })).toMatchObject({ status: 429 });
  expect(await ask('POST', 'session', { body: { token: owner }, from })).toMatchObject({ status: 429 });
  expect(await ask('POST', 'invitation', { body: { secret: 'x' }, from })).toMatchObject({ status: 429 });
  expect(await logIn('ada@acme.example')).toMatchObject({ status: 200 });
});

test('what a peer says of whom it speaks for counts if it is a trusted proxy, and changes nothing if it is not', async () => {
  const guess = (from: string, forwarded: string) =>
    ask('POST', 'session', { body: { token: 'sp_guess' }, from, headers: { 'x-forwarded-for': forwarded } });
  const statuses = async (tries: ReturnType<typeof guess>[]) =>
    [...new Set((await Promise.all(tries)).map(({ status }) => status))]; // biome-ignore format: one
  // A stranger that calls itself another each time is one stranger, on this machine's own addresses too.
  const stranger = '203.0.113.66';
  const claims = Array.from({ length: 50 }, (_, i) => guess(stranger, i % 2 ? '127.0.0.1' : `198.18.0.${i}`));
  expect(await statuses(claims)).toEqual([401]);
  expect(await guess(stranger, '198.18.1.1')).toMatchObject({ status: 429 });
  // Nor does it lock out whom it pretends to be, not even to a proxy, which writes down whom it really sees.
  expect(await guess(proxy, '198.18.0.2')).toMatchObject({ status: 401 });
  const pretending = Array.from({ length: 49 }, (_, i) => guess(proxy, `198.18.0.${i}, 203.0.113.67`));
  expect(await statuses([...pretending, guess(proxy, '203.0.113.67')])).toEqual([401]);
  expect(await guess(proxy, '198.18.1.2, 203.0.113.67')).toMatchObject({ status: 429 });
  expect(await guess(proxy, '203.0.113.68')).toMatchObject({ status: 401 });

  const headers = { host: 'inside', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'stats.acme.example' };
  const body = { token: owner };
  expect((await ask('POST', 'session', { body, headers, from: proxy })).set).toMatchObject({ secure: true });
  expect((await ask('POST', 'session', { body, headers, from: '192.0.2.2' })).set?.secure).toBeUndefined();
  const installation = async (from: string) =>
    (await ask('GET', 'workspaces/ws_acme/installation', { token: owner, headers, from })).answer.baseUrl;
  expect(await installation(proxy)).toBe('https://stats.acme.example');
  expect(await installation('192.0.2.2')).toBe('http://inside');
});

test('a session is over after fourteen days of silence, and after ninety in any case', async () => {
  const { cookie } = await logIn('ada@acme.example');
  skipped += 13 * day;
  expect(await stillIn(cookie)).toBe(true);
  skipped += 14 * day;
  expect(await stillIn(cookie)).toBe(false);
  const { cookie: used } = await logIn('ada@acme.example');
  for (let days = 10; days < 90; days += 10) {
    skipped += 10 * day;
    expect([days, await stillIn(used)]).toEqual([days, true]);
  }
  skipped += 10 * day;
  expect(await stillIn(used)).toBe(false);
});

test('logging out everywhere ends every session of the account, and of nobody else', async () => {
  const [here, there, elsewhere] = [await logIn('ada@acme.example'), await logIn('ada@acme.example'), await logIn('ada@acme.example')]; // biome-ignore format: three
  const bob = await logIn('bob@acme.example');
  const token = await ask('POST', 'session', { body: { token: owner } });
  const { sessions } = (await ask('GET', 'sessions', { cookie: here.cookie })).answer;
  expect(sessions).toHaveLength(3);
  const own = sessions.filter(({ current }: { current: boolean }) => current);
  expect(own).toHaveLength(1);
  expect(JSON.stringify(sessions)).not.toContain(here.cookie);

  const theirs = (await ask('GET', 'sessions', { cookie: bob.cookie })).answer.sessions[0].id;
  await ask('DELETE', `sessions/${theirs}`, { cookie: here.cookie });
  expect(await stillIn(bob.cookie)).toBe(true);

  expect(await ask('DELETE', 'sessions?except=current', { cookie: here.cookie })).toMatchObject({ status: 204 });
  expect(await Promise.all([here, there, elsewhere].map(({ cookie }) => stillIn(cookie)))).toEqual([true, false, false]); // biome-ignore format: one
  const again = await logIn('ada@acme.example');
  expect(await ask('DELETE', 'sessions', { cookie: here.cookie })).toMatchObject({ status: 204 });
  expect(await Promise.all([here, again].map(({ cookie }) => stillIn(cookie)))).toEqual([false, false]);
  expect(await stillIn(bob.cookie)).toBe(true);
  expect(await stillIn(token.cookie)).toBe(true);
});

test('a request that was under way does not bring back a session that has ended', async () => {
  const { cookie = '' } = await logIn('ada@acme.example');
  const { intake } = spectacle.store;
  const later = Date.now() + skipped + 60 * 60 * 1000;
  const session = await findSession(intake, cookie, later);
  if (!session) throw new Error('There is no session to end.');
  await endSessions(intake, session);
  await sawSession(intake, session, later);
  await chooseWorkspace(intake, session, 'ws_acme', later);
  expect(await findSession(intake, cookie, later)).toBeUndefined();
});

test('a name is changed without the password', async () => {
  const { cookie } = await logIn('bob@acme.example');
  const name = { cookie, body: { name: ' Bob ' } };
  expect(await ask('PATCH', 'account', name)).toMatchObject({ status: 200, answer: { name: 'Bob' } });
  expect((await ask('GET', 'session', { cookie })).answer.account.name).toBe('Bob');
  expect(await ask('PATCH', 'account', { cookie, body: { newPassword: password } })).toMatchObject({ status: 400 });
  expect(await logIn('bob@acme.example')).toMatchObject({ status: 200 });
});

test('a new password takes the present one, and ends the other sessions', async () => {
  const [here, there] = [await logIn('bob@acme.example'), await logIn('bob@acme.example')];
  const change = (present: string, newPassword: string) =>
    ask('PATCH', 'account', { cookie: here.cookie, body: { password: present, newPassword } });
  expect(await change('something else', 'the same pony again')).toMatchObject({ status: 403, answer: { code: 'wrong_password' } }); // biome-ignore format: one
  expect(await change(password, 'short')).toMatchObject({ status: 400, answer: { code: 'bad_password' } });
  expect(await change(password, 'the same pony again')).toMatchObject({ status: 200 });
  expect([await stillIn(here.cookie), await stillIn(there.cookie)]).toEqual([true, false]);
  expect(await logIn('bob@acme.example')).toMatchObject({ status: 401 });
  expect(await ask('PATCH', 'account', { token: owner, body: { password, newPassword: password } })).toMatchObject({ status: 403 }); // biome-ignore format: one
  await change('the same pony again', password);
});

test('roles hold at once, and the last owner stays', async () => {
  const ada = await logIn('ada@acme.example');
  const bob = await logIn('bob@acme.example');
  const spend = () => ask('DELETE', 'workspaces/ws_acme/spend?from=2026-01-01&to=2026-01-02', { cookie: bob.cookie });
  const role = (email: string, to: string, asked: Asked) =>
    ask('PATCH', `workspaces/ws_acme/team/${email}`, { body: { role: to }, ...asked });
  expect(await spend()).toMatchObject({ status: 200 });
  expect(await role('bob@acme.example', 'owner', bob)).toMatchObject({ status: 403 });
  expect(await role('bob@acme.example', 'viewer', ada)).toMatchObject({ status: 200 });
  expect((await spend()).answer.message).toMatch('A viewer may only read');
  expect(await role('ada@acme.example', 'member', ada)).toMatchObject({ status: 409, answer: { code: 'last_owner' } });
  expect(await role('nobody@acme.example', 'member', ada)).toMatchObject({ status: 404 });
  expect(await ask('DELETE', 'workspaces/ws_acme/team/bob@acme.example', ada)).toMatchObject({ status: 200 });
  expect(await spend()).toMatchObject({ status: 403 });
  expect(await ask('GET', 'session', bob)).toMatchObject({ status: 403, answer: { code: 'no_workspace' } });
});

test('an account that is of no workspace begins anew with an invitation, and its old sessions end', async () => {
  const before = await logIn('bob@acme.example');
  expect(before).toMatchObject({ status: 403, answer: { code: 'no_workspace' } });
  const secret = await invited('bob@acme.example', 'viewer');
  const body = { secret, password: 'he forgot the old one' };
  expect(await ask('POST', 'invitation/accept', { body })).toMatchObject({ status: 200, answer: { role: 'viewer' } });
  expect(await stillIn(before.cookie)).toBe(false);
  expect(await logIn('bob@acme.example')).toMatchObject({ status: 401 });
});

test('one account, several workspaces: invited to another one, it needs its own password and switches between them', async () => {
  const made = await ask('POST', 'workspaces', { token: owner, body: { workspaceId: 'ws_other' } });
  const secret = await invited('ada@acme.example', 'viewer', 'ws_other', made.answer.token);
  expect((await ask('POST', 'invitation', { body: { secret } })).answer.hasAccount).toBe(true);
  const guess = { secret, password: 'whoever has the link' };
  expect(await ask('POST', 'invitation/accept', { body: guess })).toMatchObject({ status: 401 });
  const ada = await ask('POST', 'invitation/accept', { body: { secret, password } });
  expect(ada.answer).toMatchObject({ workspaceId: 'ws_other', role: 'viewer', workspaces: [{ workspaceId: 'ws_acme', role: 'owner' }, { workspaceId: 'ws_other', role: 'viewer' }] }); // biome-ignore format: one
  const chosen = await ask('PATCH', 'session', { cookie: ada.cookie, body: { workspaceId: 'ws_acme' } });
  expect(chosen.answer).toMatchObject({ workspaceId: 'ws_acme', role: 'owner' });
  expect((await ask('GET', 'session', ada)).answer.workspaceId).toBe('ws_acme');
  expect(await ask('PATCH', 'session', { cookie: ada.cookie, body: { workspaceId: 'ws_secret' } })).toMatchObject({ status: 403 }); // biome-ignore format: one
  expect(await ask('GET', 'workspaces/ws_other/groups', ada)).toMatchObject({ status: 200 });
  const own = await ask('POST', 'workspaces', {
    cookie: ada.cookie,
    body: { workspaceId: 'ws_adas', name: ' Ada’s ' },
  });
  expect(own).toMatchObject({ status: 201, answer: { workspaceId: 'ws_adas', name: 'Ada’s', token: null } });
  const open = (await ask('GET', 'workspaces', ada)).answer.workspaces;
  expect(open.map(({ workspaceId, name }: Record<string, string>) => [workspaceId, name])).toEqual([['ws_acme', ''], ['ws_adas', 'Ada’s'], ['ws_other', '']]); // biome-ignore format: one
  const renamed = { cookie: ada.cookie, body: { name: 'Hers' } };
  expect((await ask('PATCH', 'workspaces/ws_adas/settings', renamed)).answer.name).toBe('Hers');
  expect((await ask('GET', 'session', ada)).answer.workspaces[1]).toEqual({ workspaceId: 'ws_adas', name: 'Hers', role: 'owner' }); // biome-ignore format: one
});

test('an invitation can be withdrawn or replaced, and is not for those who are in already', async () => {
  const first = await invited('eve@acme.example', 'member');
  const second = await invited('eve@acme.example', 'viewer');
  expect(await ask('POST', 'invitation', { body: { secret: first } })).toMatchObject({ status: 404 });
  expect((await ask('POST', 'invitation', { body: { secret: second } })).answer.role).toBe('viewer');
  await ask('DELETE', 'workspaces/ws_acme/invitations/eve@acme.example', { token: owner });
  expect(await ask('POST', 'invitation', { body: { secret: second } })).toMatchObject({ status: 404 });
  expect((await ask('GET', 'workspaces/ws_acme/invitations', { token: owner })).answer.invitations).toEqual([]);
  const again = { token: owner, body: { email: 'ada@acme.example', role: 'viewer' } };
  expect(await ask('POST', 'workspaces/ws_acme/invitations', again)).toMatchObject({ status: 409 });
  const none = { token: owner, body: { email: 'not an address', role: 'viewer' } };
  expect(await ask('POST', 'workspaces/ws_acme/invitations', none)).toMatchObject({ status: 400 });
});

test('what has been over for a day is removed, and nothing else', async () => {
  const { cookie: silent } = await logIn('ada@acme.example');
  const { cookie: ended } = await logIn('ada@acme.example');
  await ask('DELETE', 'session', { cookie: ended });
  await invited('frank@acme.example', 'viewer');
  const seen = async () => (await ask('GET', 'workspaces/ws_acme/team', { token: owner })).answer.team[0].lastSeen;
  const before = await seen();
  skipped += 14 * day;
  await joined('gil@acme.example', 'viewer');
  const open = await invited('hal@acme.example', 'viewer');
  const remove = () => removeExpired(spectacle.store.projection, Date.now() + skipped);
  // Old enough to be of no use, but not for so long that a request under way could not write of it.
  const first = await remove();
  expect(await stillIn(silent)).toBe(false);
  skipped += day;
  const second = await remove();
  expect(first.invitations).toBeGreaterThan(0);
  expect(second.sessions).toBeGreaterThan(1);
  expect(await remove()).toEqual({ sessions: 0, invitations: 0 });
  expect([await stillIn(silent), await stillIn(ended)]).toEqual([false, false]);
  expect(await seen()).toBe(before);
  expect(await ask('POST', 'invitation', { body: { secret: open } })).toMatchObject({ status: 200 });
  expect(await logIn('gil@acme.example')).toMatchObject({ status: 200 });
});

test('whoever comes learns whether there are accounts, and nothing else', async () => {
  expect(await ask('GET', 'entrance')).toMatchObject({ status: 200, answer: { hasAccounts: true } });
  expect(await ask('POST', 'session', { body: { link: '' } })).toMatchObject({ status: 401 });
});
