import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { type Asked, type Reply, request, textOf } from '../transfer/request.ts';
import { CommandFailure } from './commandFailure.ts';

type Method = NonNullable<Asked['method']>;

/** The options of every command that talks to a server. */
export interface Reach {
  url?: string;
  token?: string;
}

export function withReach(command: Command): Command {
  return command
    .option('--url <url>', 'address of a running Spectacle (SPECTACLE_HOST and SPECTACLE_PORT)')
    .option('--token <token>', 'a token of the workspace; an admin token for changes (SPECTACLE_TOKEN)');
}

/**
 * A server that runs somewhere, as the commands see it: an address and a token. Only the server itself has the store open,
 * so every command but `start` asks it over HTTP.
 */
export class RunningServer {
  readonly url: string;
  readonly token: string | undefined;
  #workspace: Promise<string> | undefined;

  constructor({ url, token }: Reach) {
    const config = readConfig();
    const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
    this.url = url ?? `http://${host}:${config.port}`;
    this.token = token ?? config.token;
    if (!URL.canParse(this.url)) {
      throw new CommandFailure(`--url must be an address like http://127.0.0.1:8765, not "${this.url}".`);
    }
  }

  /**
   * The workspace that events are to be sent to, which needs no token: the one named, else that of a token given with the
   * command, else those of the environment. @throws CommandFailure if none is named
   */
  async writingTo({ workspace, token }: Reach & { workspace?: string }): Promise<string> {
    const named = workspace ?? (token === undefined ? readConfig().workspaceId : undefined);
    if (named !== undefined) return named;
    if (this.token !== undefined) return await this.workspace();
    throw new CommandFailure('Name the workspace with --workspace ws_… (the start of the server printed it).');
  }

  /** The workspace that the token opens. */
  workspace(): Promise<string> {
    this.#workspace ??= this.ask<{ workspaceId: string }>('GET', '/api/session').then((session) => session.workspaceId);
    return this.#workspace;
  }

  /** Asks about the token's workspace: `path` follows `/api/workspaces/{ws}/`. @throws CommandFailure */
  async askWorkspace<Answer>(method: Method, path: string, body?: object): Promise<Answer> {
    return await this.ask<Answer>(method, `/api/workspaces/${await this.workspace()}/${path}`, body);
  }

  /** @throws CommandFailure if there is no server, or it refuses */
  async ask<Answer>(method: Method, path: string, body?: object): Promise<Answer> {
    const reply = await this.#send(path, { method, ...(body && { body: JSON.stringify(body) }) }, 'application/json');
    return JSON.parse(await textOf(reply)) as Answer;
  }

  /** An answer of any length about the token's workspace, to be read as it comes. @throws CommandFailure */
  async download(path: string, accept: string): Promise<Reply['body']> {
    return (await this.#send(`/api/workspaces/${await this.workspace()}/${path}`, {}, accept)).body;
  }

  /** Does anybody answer at all? @throws CommandFailure if not */
  async knock(): Promise<void> {
    (await this.#connect('/healthz', {})).body.resume();
  }

  async #send(path: string, asked: Asked, accept: string): Promise<Reply> {
    if (this.token === undefined) {
      throw new CommandFailure(
        'This needs a token: set SPECTACLE_TOKEN, or use --token. The first start of the server printed one.',
      );
    }
    const headers = {
      accept,
      authorization: `Bearer ${this.token}`,
      ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const reply = await this.#connect(path, { ...asked, headers });
    if (reply.status < 300) return reply;
    throw new Refusal(reply.status, sentenceOf(await textOf(reply), reply.status, this.url));
  }

  async #connect(path: string, asked: Asked): Promise<Reply> {
    try {
      return await request(new URL(path, this.url), asked);
    } catch (error) {
      const why = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : error;
      throw new CommandFailure(
        `No Spectacle answers at ${this.url} (${why}). Start it with "npm start", or name another address with --url.`,
      );
    }
  }
}

/** The server answered, and said no. */
export class Refusal extends CommandFailure {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function sentenceOf(text: string, status: number, url: string): string {
  if (status === 401) return `The token opens nothing at ${url}. Set SPECTACLE_TOKEN, or use --token.`;
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    if (typeof message === 'string') return message;
  } catch {
    // No JSON: something else than Spectacle answers there.
  }
  return `${url} answered with HTTP ${status}. Is it a Spectacle?`;
}
