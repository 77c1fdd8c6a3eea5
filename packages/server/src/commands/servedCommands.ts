import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { runCommand } from './runCommand.ts';

/** What of a server the tests of commands need. */
interface Served {
  app: { listen(where: { port: number; host: string }): Promise<string> };
  projector: { settled(): Promise<void> };
  close(): Promise<void>;
}

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** A real server on a port of its own, and commands that are run against it in this process. For tests. */
export async function serveCommands<Spectacle extends Served>(
  create: (directory: string) => Promise<Spectacle>,
  token: string,
) {
  const directory = await mkdtemp(join(tmpdir(), 'spectacle-commands-'));
  const spectacle = await create(join(directory, 'data'));
  const url = await spectacle.app.listen({ port: 0, host: '127.0.0.1' });
  return {
    directory,
    spectacle,
    url,
    /** Runs a command with the token of the server (or another one), answering its questions. */
    run: (args: string[], { as = token, answer }: { as?: string; answer?: string } = {}) =>
      run([...args, '--url', url, '--token', as], answer),
    /** A whole answer of the API. */
    ask: async (path: string) => {
      await spectacle.projector.settled();
      const response = await fetch(`${url}/api/workspaces/${path}`, { headers: { authorization: `Bearer ${token}` } });
      return { status: response.status, ...((await response.json()) as object) };
    },
    close: async () => {
      await spectacle.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** Runs a command and returns what it wrote. */
export async function run(args: string[], answer?: string): Promise<Ran> {
  const [out, err] = [listener(), listener()];
  const terminal = { out: out.stream, err: err.stream, ask: async () => answer, exitCode: 0 };
  const code = await runCommand(args, terminal);
  return { code, out: out.text(), err: err.text() };
}

function listener() {
  const stream = new PassThrough();
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  return { stream, text: () => Buffer.concat(parts).toString() };
}
