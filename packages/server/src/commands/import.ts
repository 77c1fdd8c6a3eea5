import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { type Imported, importFile } from '../transfer/importFile.ts';
import { type FormatOptions, importFormat } from './importFormat.ts';
import { type Reach, RunningServer, withReach } from './runningServer.ts';
import type { Terminal } from './terminal.ts';

interface Options extends Reach, FormatOptions {
  workspace?: string;
  restart?: boolean;
}

/** Some lines were refused; all others are stored. */
const someRefused = 2;
/** As shells report an end by SIGINT. */
const interrupted = 130;

export function importCommand(program: Command, terminal: Terminal): void {
  const each = (value: string, before: string[]) => [...before, value];
  withReach(program.command('import'))
    .description('load a file of events: NDJSON in the format of Segment, or CSV; plain or gzip')
    .argument('<file>', 'one event a line, or CSV with a header')
    .option('--workspace <id>', 'where to (SPECTACLE_WORKSPACE, or that of the token)')
    .option('--csv', 'the file is CSV; so is one whose name ends with .csv or .csv.gz')
    .option('--delimiter <character>', 'between the columns of CSV; or "tab"', ',')
    .option('--map <file>', 'JSON: {"columns": {"userId": "user_id"}, "set": {"type": "identify"}, "rest": "traits"}')
    .option(
      '--column <field=column>',
      'take a field of the call from a column: traits.plan=Plan (repeatable)',
      each,
      [],
    )
    .option('--set <field=text>', 'a field that is the same in every row: type=group (repeatable)', each, [])
    .option('--rest <where>', 'where all other columns go: traits or properties')
    .option('--restart', 'begin at the first line, though an earlier run got further')
    .action((file: string, options: Options) => runImport(file, options, terminal));
}

async function runImport(file: string, options: Options, terminal: Terminal): Promise<void> {
  const { err } = terminal;
  const say = (line: string) => err.write(`${line}\n`);
  const format = await importFormat(file, options);
  const server = new RunningServer(options);
  await server.knock();
  const workspaceId = await server.writingTo(options);
  const bar = new SingleBar({
    stream: err as NodeJS.WriteStream,
    noTTYOutput: false,
    hideCursor: true,
    clearOnComplete: true,
    format: '{bar} {percentage} % · {stored} events stored, {refused} lines refused · {eta_formatted} left',
  });
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  const started = performance.now();
  const outcome = await importFile({
    file,
    format,
    url: server.url,
    workspaceId,
    restart: options.restart ?? false,
    signal: stop.signal,
    onBegin: ({ size, resumedAt }) => {
      if (resumedAt) say(`An earlier run got as far as line ${resumedAt}; going on there (--restart begins anew).`);
      if (err.isTTY) bar.start(size, 0, { stored: 0, refused: 0 });
    },
    onProgress: (read, { stored, refused }) => {
      if (err.isTTY) bar.update(read, { stored, refused });
    },
  }).finally(() => {
    bar.stop();
    process.off('SIGINT', onInterrupt);
  });
  if (!outcome.ok) {
    terminal.exitCode = outcome.code === 'stopped' ? interrupted : 1;
    say(remedy(outcome, server.url, workspaceId));
    return;
  }
  const { stored, refused, undated } = outcome.progress;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${some(stored, 'event')} of ${file} ${stored === 1 ? 'is' : 'are'} stored in ${workspaceId} (${seconds} s).`);
  if (undated > 0) say(`${some(undated, 'event')} said no time: the time of the import is theirs.`);
  if (refused > 0) {
    say(`${some(refused, 'line')} ${refused === 1 ? 'was' : 'were'} refused; ${outcome.errorsIn} says which, and why.`);
    terminal.exitCode = someRefused;
  }
}

const some = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;

function remedy(failed: Imported & { ok: false }, url: string, workspaceId: string): string {
  const goOn = 'Run the same command again: it goes on where it stopped.';
  switch (failed.code) {
    case 'stopped':
      return `Stopped. ${goOn}`;
    case 'unreachable':
      return `${url} does not answer any more (${failed.message}). ${goOn}`;
    case 'refused':
      return failed.status === 401
        ? `${url} knows no workspace ${workspaceId}. Its id is printed at the start of the server; name it with --workspace.`
        : `${url} refused the events with HTTP ${failed.status}: ${failed.message} ${goOn}`;
    default:
      return failed.message;
  }
}
