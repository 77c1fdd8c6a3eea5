import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { CommandFailure } from './commandFailure.ts';
import { foundPerson } from './foundPerson.ts';
import { type Reach, RunningServer, withReach } from './runningServer.ts';
import type { Terminal } from './terminal.ts';

interface Options extends Reach {
  format?: string;
  out?: string;
}

const lists = { people: 'people', groups: 'groups', events: 'events/export' } as const;
const formats = { ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;

export function exportCommand(program: Command, terminal: Terminal): void {
  withReach(program.command('export'))
    .description('all people, groups or events; or everything about one person or group')
    .argument('<what>', 'people, groups, events, person or group')
    .argument('[id]', 'of the person (user:42, email:ada@acme.com, anon:…) or group')
    .option('--format <format>', 'of a list: ndjson or csv (ndjson); a person or group is one JSON document')
    .option('--out <file>', 'file to write; standard output if none is named')
    .action((what: string, id: string | undefined, options: Options) => runExport(what, id, options, terminal));
}

async function runExport(what: string, id: string | undefined, options: Options, terminal: Terminal): Promise<void> {
  const server = new RunningServer(options);
  const { path, accept } = await question(server, what, id, options.format);
  const body = await server.download(path, accept);
  try {
    if (options.out === undefined) {
      await pipeline(body, terminal.out, { end: false });
      return;
    }
    // Under its name only when it is whole.
    await pipeline(body, createWriteStream(`${options.out}.part`));
    await rename(`${options.out}.part`, options.out);
    terminal.err.write(`${options.out} is written.\n`);
  } catch (error) {
    // Whoever reads the output has seen enough, as "head" has.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
    throw new CommandFailure(
      `The export broke off before its end: ${error instanceof Error ? error.message : error}. Ask again.`,
    );
  }
}

async function question(server: RunningServer, what: string, id: string | undefined, format: string | undefined) {
  if (what === 'people' || what === 'groups' || what === 'events') {
    if (id !== undefined)
      throw new CommandFailure(`"export ${what}" takes no id. Is "export ${singular[what]} ${id}" meant?`);
    if (format !== undefined && format !== 'ndjson' && format !== 'csv') {
      throw new CommandFailure(`--format must be ndjson or csv, not "${format}".`);
    }
    return { path: lists[what], accept: formats[format ?? 'ndjson'] };
  }
  if (what !== 'person' && what !== 'group') {
    throw new CommandFailure(`"${what}" cannot be exported; people, groups, events, person and group can.`);
  }
  if (id === undefined) throw new CommandFailure(`Name the ${what}: spectacle export ${what} <id>.`);
  if (format !== undefined && format !== 'json') {
    throw new CommandFailure(`A ${what} is exported as one JSON document. Leave --format out.`);
  }
  const path =
    what === 'group'
      ? `groups/${encodeURIComponent(id)}/export`
      : `people/${encodeURIComponent((await foundPerson(server, id)).personId)}/export`;
  return { path, accept: 'application/json' };
}

const singular = { people: 'person', groups: 'group', events: 'person' } as const;
