import type { Command } from 'commander';
import type { NewInvitation, Team, Teammate } from '../api/answers.ts';
import { CommandFailure } from './commandFailure.ts';
import { type Reach, RunningServer, withReach } from './runningServer.ts';
import type { Terminal } from './terminal.ts';

const mayDo = {
  viewer: 'may read',
  member: 'may read, and change what is worked with',
  owner: 'may do everything',
} satisfies Record<Teammate['role'], string>;

export function accountCommand(program: Command, { out, err }: Terminal): void {
  const account = program
    .command('account')
    .description('invite, list and remove the people of a workspace; needs an admin token');

  withReach(account.command('add'))
    .description('invite somebody: prints a link that works once, in which a password is chosen')
    .argument('<email>', 'the address that the account is known by')
    .option('--role <role>', 'viewer, member or owner', 'viewer')
    .action(async (email: string, { role, ...reach }: Reach & { role: string }) => {
      const may = (mayDo as Record<string, string>)[role];
      if (may === undefined) throw new CommandFailure(`--role must be viewer, member or owner, not "${role}".`);
      const server = new RunningServer(reach);
      const made = await server.askWorkspace<NewInvitation>('POST', 'invitations', { email, role });
      // Alone on standard output, for scripts.
      out.write(`${made.link}\n`);
      err.write(`Whoever opens this link within seven days becomes ${made.email}, who ${may}.\n`);
    });

  withReach(account.command('list'))
    .description('who has an account in the workspace')
    .action(async (options: Reach) => {
      const { team } = await new RunningServer(options).askWorkspace<Team>('GET', 'team');
      for (const { email, name, role, since } of team) {
        out.write(`${`${role.padEnd(6)}  ${since.slice(0, 10)}  ${email}  ${name}`.trimEnd()}\n`);
      }
    });

  withReach(account.command('remove'))
    .description('take somebody out of the workspace')
    .argument('<email>', 'as "account list" shows it')
    .action(async (email: string, options: Reach) => {
      const path = `team/${encodeURIComponent(email)}`;
      const removed = await new RunningServer(options).askWorkspace<Pick<Teammate, 'email'>>('DELETE', path);
      err.write(`The account ${removed.email} does not open this workspace any more.\n`);
    });
}
