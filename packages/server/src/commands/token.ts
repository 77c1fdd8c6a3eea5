import type { Command } from 'commander';
import type { NewToken, Token, TokenList } from '../api/answers.ts';
import { CommandFailure } from './commandFailure.ts';
import { type Reach, RunningServer, withReach } from './runningServer.ts';
import type { Terminal } from './terminal.ts';

const mayDo = {
  read: 'read',
  write: 'read, and change what is worked with',
  admin: 'read and change everything',
} satisfies Record<NewToken['role'], string>;

export function tokenCommand(program: Command, { out, err }: Terminal): void {
  const token = program
    .command('token')
    .description('make, list and revoke the tokens of a workspace; needs an admin token');

  withReach(token.command('create'))
    .description('make a token; it is shown once')
    .argument('[name]', 'what it is for')
    .option('--role <role>', 'read, write or admin', 'read')
    .action(async (name: string | undefined, { role, ...reach }: Reach & { role: string }) => {
      const may = (mayDo as Record<string, string>)[role];
      if (may === undefined) throw new CommandFailure(`--role must be read, write or admin, not "${role}".`);
      const made = await new RunningServer(reach).askWorkspace<NewToken>('POST', 'tokens', {
        role,
        ...(name && { name }),
      });
      // Alone on standard output, for scripts.
      out.write(`${made.token}\n`);
      err.write(`Token ${made.id} may ${may}. It is not shown again.\n`);
    });

  withReach(token.command('list'))
    .description('the tokens of the workspace')
    .action(async (options: Reach) => {
      const { tokens } = await new RunningServer(options).askWorkspace<TokenList>('GET', 'tokens');
      for (const { id, role, createdAt, name } of tokens) {
        out.write(`${`${id}  ${role.padEnd(5)}  ${createdAt.slice(0, 10)}  ${name}`.trimEnd()}\n`);
      }
    });

  withReach(token.command('revoke'))
    .description('make a token open nothing any more, and end the log-ins made with it')
    .argument('<id>', 'as "token list" shows it')
    .action(async (id: string, options: Reach) => {
      const revoked = await new RunningServer(options).askWorkspace<Token>(
        'DELETE',
        `tokens/${encodeURIComponent(id)}`,
      );
      err.write(`Token ${revoked.id}${revoked.name && ` (${revoked.name})`} opens nothing any more.\n`);
    });
}
