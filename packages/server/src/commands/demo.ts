import type { Command } from 'commander';
import { runDemo } from '../demo/runDemo.ts';
import { type Reach, RunningServer, withReach } from './runningServer.ts';
import type { Terminal } from './terminal.ts';

interface Options extends Reach {
  workspace?: string;
  companies: string;
  days: string;
  seed: string;
}

export function demoCommand(program: Command, terminal: Terminal): void {
  withReach(program.command('demo'))
    .description('send a simulated year of a B2B SaaS through the HTTP API')
    .option('--workspace <id>', 'workspace to fill (SPECTACLE_WORKSPACE, or that of the token)')
    .option('--companies <number>', 'how many companies', '200')
    .option('--days <number>', 'how many days back', '365')
    .option('--seed <number>', 'another seed, another world', '1')
    .action((options: Options) => demo(options, terminal));
}

/** With an admin token it sets the cut-off event too. */
async function demo(options: Options, terminal: Terminal): Promise<void> {
  const server = new RunningServer(options);
  terminal.exitCode = await runDemo({
    url: server.url,
    workspace: await server.writingTo(options),
    companies: Number(options.companies),
    days: Number(options.days),
    seed: Number(options.seed),
    ...(server.token === undefined ? {} : { token: server.token }),
    out: terminal.err as NodeJS.WriteStream,
  });
}
