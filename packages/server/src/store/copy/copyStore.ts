import type { Connection } from '../connection.ts';
import { sql } from '../sql.ts';

const file = (name: string) => sql(import.meta.url, name);
const columnsOf = file('columns.sql');
const whole = file('whole.sql');
const workspacesOf = file('workspaces.sql');
const pageEnd = file('pageEnd.sql');
const page = file('page.sql');
const arrive = file('arrive.sql');
const sum = file('sum.sql');

/** Beside the events everything that is not derived from them, and the refused events of the last days. */
const settingsTables = [
  'workspaces', 'tokens', 'accounts', 'seats', 'invitations', 'sessions', 'webhook_secrets', 'rates', 'exchange', 'spend', 'views', 'rejections',
]; // biome-ignore format: a list

/** Rows of a page, give or take those of its last visitor. */
const pageRows = 50_000;

/** How far a copy got: enough to go on from there. */
export interface CopyProgress {
  settings: boolean;
  /** By workspace the visitor up to whom events are copied; null when all are. */
  events: Record<string, string | null>;
}

export interface Sum {
  events: number;
  checksum: string;
}

/** What both stores say of a workspace's events afterwards. */
export interface Compared {
  workspaceId: string;
  source: Sum;
  target: Sum;
  equal: boolean;
}

export interface CopyListener {
  /** Settings and tokens are there: a Spectacle can be started on the new store. */
  settingsCopied(): void;
  /** More is stored. Keep the progress: a copy that is cut off goes on from there. */
  advanced(progress: CopyProgress, rows: number): Promise<void>;
}

/**
 * Copies all events and settings into another store, which may be at work already: events are the only truth, and neither
 * their order nor their repeats matter, so new ones may arrive there meanwhile. Whoever derives there derives what is copied.
 * Nothing may be written to the source meanwhile.
 *
 * @example await copyStore(embedded.reading, cluster.intake, { settings: false, events: {} }, listener)
 */
export async function copyStore(
  source: Connection,
  target: Connection,
  progress: CopyProgress,
  listener: CopyListener,
): Promise<Compared[]> {
  const columns = await readColumns(source);
  if (!progress.settings) {
    for (const table of settingsTables) {
      const lines = await source.lines(whole, { table });
      if (lines !== '') await target.append(`spectacle.${table}`, columns.get(table) ?? [], lines);
    }
    progress.settings = true;
    await listener.advanced(progress, 0);
  }
  listener.settingsCopied();
  const workspaces = await source.rows<{ workspace: string; until: number }>(workspacesOf);
  for (const { workspace } of workspaces) {
    for (let after = progress.events[workspace] ?? ''; progress.events[workspace] !== null; ) {
      const [end] = await source.rows<{ visitor: string }>(pageEnd, { workspace, after, rows: pageRows });
      const part = { workspace, after, end: end?.visitor ?? '', last: end === undefined };
      const lines = await source.lines(page, part);
      if (lines !== '') await target.append('spectacle.events', columns.get('events') ?? [], lines);
      await target.run(arrive, part);
      after = part.end;
      progress.events[workspace] = part.last ? null : after;
      await listener.advanced(progress, countLines(lines));
    }
  }
  return await Promise.all(
    workspaces.map(async ({ workspace, until }) => {
      const [ours, theirs] = await Promise.all([source, target].map((store) => sumOf(store, workspace, until)));
      const none = { events: 0, checksum: '' };
      const compared = { workspaceId: workspace, source: ours ?? none, target: theirs ?? none };
      return { ...compared, equal: JSON.stringify(compared.source) === JSON.stringify(compared.target) };
    }),
  );
}

async function readColumns(source: Connection): Promise<Map<string, string[]>> {
  const rows = await source.rows<{ table: string; columns: string[] }>(columnsOf, {
    tables: [...settingsTables, 'events'],
  });
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

async function sumOf(store: Connection, workspace: string, until: number): Promise<Sum | undefined> {
  return (await store.rows<Sum>(sum, { workspace, until }))[0];
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
