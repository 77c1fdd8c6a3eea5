import type { Command } from 'commander';
import type { Erased, GroupSummary } from '../api/answers.ts';
import { CommandFailure } from './commandFailure.ts';
import { foundPerson } from './foundPerson.ts';
import { type Reach, RunningServer, withReach } from './runningServer.ts';
import type { Terminal } from './terminal.ts';

interface Options extends Reach {
  yes?: boolean;
}

export function forgetCommand(program: Command, terminal: Terminal): void {
  withReach(program.command('forget'))
    .description('erase a person, or a group: every event that names it, and all that followed from them')
    .argument('<kind>', 'person or group')
    .argument('<id>', 'of the person (user:42, email:ada@acme.com, anon:…) or group')
    .option('--yes', 'do not ask')
    .action((kind: string, id: string, options: Options) => forget(kind, id, options, terminal));
}

async function forget(kind: string, id: string, options: Options, terminal: Terminal): Promise<void> {
  const server = new RunningServer(options);
  const { path, shown } = await whom(server, kind, id);
  if (!options.yes) {
    const answer = await terminal.ask(`Erase ${shown}? It cannot be undone. Type "yes": `);
    if (answer === undefined)
      throw new CommandFailure('Nobody is there to confirm. Add --yes to erase without a question.');
    if (answer.trim().toLowerCase() !== 'yes') throw new CommandFailure('Nothing was erased.');
  }
  const erased = await server.askWorkspace<Erased>('DELETE', path);
  terminal.out.write(`Erased ${shown}:\n`);
  const counts = {
    events: erased.events,
    payments: erased.payments,
    'group calls': erased.groupCalls,
    'refused events': erased.rejections,
  };
  for (const [what, number] of Object.entries(counts)) terminal.out.write(`${what.padEnd(16)}${number}\n`);
}

async function whom(server: RunningServer, kind: string, id: string): Promise<{ path: string; shown: string }> {
  if (kind === 'person') {
    const { personId, name, emails } = await foundPerson(server, id);
    const known = [name, ...emails].filter(Boolean).join(', ');
    return { path: `people/${encodeURIComponent(personId)}`, shown: `person ${personId}${known && ` (${known})`}` };
  }
  if (kind !== 'group') throw new CommandFailure(`A person or a group can be forgotten, not a "${kind}".`);
  const path = `groups/${encodeURIComponent(id)}`;
  const { special } = await server.askWorkspace<GroupSummary>('GET', path);
  const named = typeof special.name === 'string' ? ` (${special.name})` : '';
  return { path, shown: `group ${id}${named}, but not its people` };
}
