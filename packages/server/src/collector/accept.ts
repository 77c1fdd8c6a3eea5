import type { BatchVerdict, Rejection, RequestCode } from '@spectacle/protocol';
import { namedWorkspace } from './authenticate.ts';
import { check } from './check.ts';
import type { GroupCommit } from './commit.ts';
import { parse, type Sent } from './parse.ts';
import type { RateLimit } from './rateLimit.ts';
import { type Body, read } from './read.ts';
import { type RowKey, toRow } from './row.ts';

/** One request, whatever the dialect. */
export interface Intake extends Body {
  /** The call named by the endpoint; undefined for a batch. */
  type: string | undefined;
  authorization: string | undefined;
  writeKeyHeader: string | undefined;
  sentAtHeader: string | undefined;
}

export interface Collaborators {
  commit: GroupCommit;
  isWorkspace(id: string): boolean;
  /** Events that a workspace may send; undefined: as many as it likes. */
  rateLimit: RateLimit | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  /** After the rows were stored, and also after a failure that leaves it open whether they were. Must not throw. */
  stored(workspaceId: string, rows: RowKey[], certain: boolean): void;
  /** For the live feed; must not throw. */
  refused(workspaceId: string, receivedAt: number, rejections: Rejection[], sent: Sent[]): void;
  /** For the metrics: why a whole request was refused. */
  turnedAway(code: RequestCode, error?: unknown): void;
}

export interface Answer {
  status: 200 | 400 | 401 | 413 | 415 | 429 | 503;
  verdict: BatchVerdict;
  /** Seconds after which to try again. */
  retryAfter?: number;
}

const statuses: Record<RequestCode, Answer['status']> = {
  invalid_json: 400,
  nothing_usable: 400,
  unknown_workspace: 401,
  too_large: 413,
  unsupported_type: 415,
  rate_limited: 429,
  overloaded: 503,
  store_unavailable: 503,
};

/** The answer to a request of which nothing is kept. */
export function turnAway(
  { turnedAway }: Pick<Collaborators, 'turnedAway'>,
  code: RequestCode,
  message: string,
  { error, rejected = [], retryAfter = 1 }: { error?: unknown; rejected?: Rejection[]; retryAfter?: number } = {},
): Answer {
  turnedAway(code, error);
  const status = statuses[code];
  const answer: Answer = { status, verdict: { success: false, accepted: 0, rejected, code, message } };
  return status === 429 || status === 503 ? { ...answer, retryAfter } : answer;
}

/**
 * What happens to a request: read → authenticate → parse → check → stamp → row → commit. The answer is given after the
 * rows are stored, with a verdict for each event that was not.
 */
export async function accept(intake: Intake, collaborators: Collaborators): Promise<Answer> {
  return await store(prepare(intake, collaborators), collaborators);
}

/** Rows that are ready to be stored: all that is kept of a request while it waits. */
export interface Prepared {
  workspaceId: string;
  rows: RowKey[];
  lines: Buffer;
  rejected: Rejection[];
}

/** The steps up to the rows, or the answer if there are none to store. */
export function prepare(intake: Intake, collaborators: Collaborators): Prepared | Answer {
  const body = read(intake);
  if (!body.ok) return turnAway(collaborators, body.code, body.message);

  const workspaceId = namedWorkspace({ ...intake, body: body.body });
  if (workspaceId === undefined || !collaborators.isWorkspace(workspaceId)) {
    return turnAway(
      collaborators,
      'unknown_workspace',
      workspaceId === undefined
        ? 'No write key. Send the workspace id as "writeKey" in the body, or as the user name of Basic auth.'
        : 'There is no workspace with this write key. Copy it from Settings → Installation.',
    );
  }

  const parsed = parse(body.body, intake.type, intake.sentAtHeader);
  if (!parsed.ok) return turnAway(collaborators, parsed.code, parsed.message);

  const wait = collaborators.rateLimit?.take(workspaceId, parsed.events.length) ?? 0;
  if (wait > 0) {
    const message = 'This workspace sends more than it may. Nothing of this request was kept; send it again later.';
    return turnAway(collaborators, 'rate_limited', message, { retryAfter: wait });
  }

  const receivedAt = collaborators.now();
  const { rows, lines, rejected } = judge(workspaceId, parsed.events, receivedAt);
  if (rejected.length > 0) collaborators.refused(workspaceId, receivedAt, rejected, parsed.events);
  if (rows.length === 0) {
    const message = rejected[0]?.message ?? 'Nothing in the request could be used.';
    return turnAway(collaborators, 'nothing_usable', message, { rejected });
  }
  return { workspaceId, rows, lines: Buffer.from(lines), rejected };
}

/** The last step, and the answer. An answer is passed on. */
export async function store(prepared: Prepared | Answer, collaborators: Collaborators): Promise<Answer> {
  if ('status' in prepared) return prepared;
  const { workspaceId, rows, lines, rejected } = prepared;
  const committed = await collaborators.commit.commit({ bytes: lines, rows: rows.length });
  if (committed.ok) {
    collaborators.stored(workspaceId, rows, true);
    return { status: 200, verdict: { success: rejected.length === 0, accepted: rows.length, rejected } };
  }
  const { code, error } = committed;
  // Whether the rows are there is open.
  if (code === 'store_unavailable') collaborators.stored(workspaceId, rows, false);
  return code === 'unstorable'
    ? turnAway(collaborators, 'nothing_usable', reasons[code], { error })
    : turnAway(collaborators, code, reasons[code], { error });
}

const reasons = {
  overloaded: 'More is arriving than can be stored. Nothing of this request was kept; send it again later.',
  store_unavailable:
    'The store does not answer. Nothing of this request is certain to be kept; send it again, it will count once.',
  unstorable: 'The store cannot hold what this request says. Please report this: it is a fault of ours.',
};

/** The verdict on each event; one bad event never sinks its neighbours. */
function judge(
  workspaceId: string,
  events: Sent[],
  receivedAt: number,
): { rows: RowKey[]; lines: string; rejected: Rejection[] } {
  const rows: RowKey[] = [];
  let lines = '';
  const rejected: Rejection[] = [];
  for (const [index, sent] of events.entries()) {
    const checked = check(sent);
    if (!checked.ok) {
      rejected.push({ index, messageId: checked.messageId, code: checked.code, message: checked.message });
      continue;
    }
    const { key, line } = toRow(workspaceId, checked.call, receivedAt);
    rows.push(key);
    lines += `${line}\n`;
  }
  return { rows, lines, rejected };
}
