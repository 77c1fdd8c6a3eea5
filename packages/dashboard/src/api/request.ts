import type { Problem } from '@spectacle/server/answers';

/** An answer of the API that is not a success, or no answer at all (status 0). */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.status = status;
    this.code = problem.code;
  }
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Sent as it is, as a CSV file. */
  csv?: string;
  accept?: string;
  signal?: AbortSignal;
}

/** Sends a request to this server. Throws a {@link RequestError} for every answer that is not a success. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const headers: Record<string, string> = { accept: options.accept ?? 'application/json' };
  const init: RequestInit = { method: options.method ?? 'GET', headers, credentials: 'same-origin' };
  if (options.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(options.body);
  }
  if (options.csv !== undefined) {
    headers['content-type'] = 'text/csv';
    init.body = options.csv;
  }
  if (options.signal) init.signal = options.signal;
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new RequestError(0, {
      code: 'unreachable',
      message: 'The Spectacle server did not answer. Check that it is running and that you are online.',
    });
  }
  if (!response.ok) throw new RequestError(response.status, await readProblem(response));
  return response;
}

/** Reads JSON of a known shape. The server makes its answers from the very schemas these types come from. */
export async function request<Answer>(path: string, options?: RequestOptions): Promise<Answer> {
  const response = await send(path, options);
  return response.status === 204 ? (undefined as Answer) : ((await response.json()) as Answer);
}

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string') {
    const code = 'code' in body && typeof body.code === 'string' ? body.code : 'unknown';
    return { code, message: body.message };
  }
  return { code: 'unknown', message: `The server answered with status ${response.status} and no explanation.` };
}
