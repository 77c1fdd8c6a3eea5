import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const byEmail = sql(import.meta.url, 'account.sql');
const names = sql(import.meta.url, 'names.sql');
const anyAccount = sql(import.meta.url, 'hasAccounts.sql');

/** Somebody who logs in with a password. */
export interface Account {
  email: string;
  /** As it is shown to the others; may be empty. */
  name: string;
  /** As `Passwords` computes it. */
  password: string;
  /** ISO 8601. */
  createdAt: string;
}

/** RFC 5321, 4.5.3.1.3. */
const longestAddress = 254;

/** An address as accounts are known by, or undefined if it is none. */
export function emailOf(text: string): string | undefined {
  const email = text.trim().toLowerCase().toWellFormed();
  return email.length <= longestAddress && /^[^\s@"<>]+@[^\s@"<>]+$/.test(email) ? email : undefined;
}

export async function findAccount(connection: Connection, email: string): Promise<Account | undefined> {
  const [account] = await connection.rows<Account>(byEmail, { email });
  return account;
}

/** Was there ever an account in this installation? */
export async function hasAccounts(connection: Connection): Promise<boolean> {
  const [row] = await connection.rows<{ any: boolean }>(anyAccount);
  return row?.any ?? false;
}

/** Makes an account, or changes what is known of it. `now`: milliseconds since 1970. */
export async function saveAccount(connection: Connection, account: Account, now: number): Promise<void> {
  const { email, name, password, createdAt } = account;
  await connection.append(
    'spectacle.accounts',
    ['email', 'name', 'password', 'created_at', 'version'],
    JSON.stringify([email, name.toWellFormed(), password, Date.parse(createdAt), now]),
  );
}

/** What the accounts of these addresses are called. */
export async function accountNames(connection: Connection, emails: readonly string[]): Promise<Map<string, string>> {
  const rows = await connection.rows<{ email: string; name: string }>(names, { emails });
  return new Map(rows.map(({ email, name }) => [email, name]));
}
