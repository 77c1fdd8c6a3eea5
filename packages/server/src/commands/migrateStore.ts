import { readFile, rm, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Compared, CopyProgress } from '../store/copy/copyStore.ts';
import { CommandFailure } from './commandFailure.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  data?: string;
  clickhouseUrl?: string;
  clickhouseCluster?: string;
}

export function migrateStoreCommand(program: Command, terminal: Terminal): void {
  program
    .command('migrate-store')
    .description('copy an embedded store to a ClickHouse server or cluster, which may be at work already')
    .option('--data <directory>', 'directory of the embedded store; stop its Spectacle first (SPECTACLE_DATA, ./data)')
    .option('--clickhouse-url <url>', 'where to (SPECTACLE_CLICKHOUSE_URL)')
    .option('--clickhouse-cluster <name>', 'the cluster there (SPECTACLE_CLICKHOUSE_CLUSTER)')
    .action((options: Options) => migrateStore(options, terminal));
}

/**
 * Copies, compares, and says so. What it had copied when it was cut off it does not copy again.
 * @throws CommandFailure if the copy is not equal
 */
async function migrateStore(options: Options, { err }: Terminal): Promise<void> {
  const { store: to } = readConfig({
    ...(options.clickhouseUrl !== undefined && { clickhouseUrl: options.clickhouseUrl }),
    ...(options.clickhouseCluster !== undefined && { clickhouseCluster: options.clickhouseCluster }),
  });
  if (!('url' in to)) throw new CommandFailure('Name the server with --clickhouse-url, or SPECTACLE_CLICKHOUSE_URL.');
  const from = readConfig({
    clickhouseUrl: '',
    clickhouseCluster: '',
    ...(options.data !== undefined && { data: options.data }),
  }).store;
  if ('url' in from) throw new CommandFailure('Name the data directory with --data, or SPECTACLE_DATA.');
  const { directory } = from;
  const notes = `${directory}.migration.json`;
  // Only here: other commands need no engine.
  const [{ openStore }, { copyStore }] = await Promise.all([
    import('../store/store.ts'),
    import('../store/copy/copyStore.ts'),
  ]);
  const source = await openStore({ directory });
  try {
    const target = await openStore(to);
    try {
      let rows = 0;
      const compared = await copyStore(source.reading, target.intake, await readProgress(notes), {
        settingsCopied: () => {
          err.write('Settings and tokens are copied. Spectacle can be started on the new store now.\n');
        },
        advanced: async (progress, more) => {
          rows += more;
          await writeFile(notes, JSON.stringify(progress));
          if (more > 0) err.write(`${rows} events copied …\n`);
        },
      });
      for (const line of compared) err.write(`${sentenceOf(line)}\n`);
      if (!compared.every(({ equal }) => equal)) {
        throw new CommandFailure(
          `The copies differ. Remove ${notes} and start again; what is there already does no harm.`,
        );
      }
      await rm(notes, { force: true });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function sentenceOf({ workspaceId, source, target, equal }: Compared): string {
  return equal
    ? `${workspaceId}: ${source.events} events, equal (checksum ${source.checksum}).`
    : `${workspaceId}: ${source.events} events (checksum ${source.checksum}), and in the new store ${target.events} (${target.checksum}).`;
}

async function readProgress(notes: string): Promise<CopyProgress> {
  try {
    return JSON.parse(await readFile(notes, 'utf8')) as CopyProgress;
  } catch {
    // None: the beginning.
    return { settings: false, events: {} };
  }
}
