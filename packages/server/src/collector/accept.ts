import { type BatchVerdict, limits, type Rejection, type RequestCode } from '@spectacle/protocol';
import { namedWorkspace } from './authenticate.ts';
import { check } from './check.ts';
import type { GroupCommit } from './commit.ts';
import { parse, type Sent } from './parse.ts';
import { read } from './read.ts';
import { type Row, toRow } from './row.ts';

/** One request, whatever the dialect. */
export interface Intake {
  bytes: Buffer;
  /** The call named by the endpoint; undefined for a batch. */
  type: string | undefined;
  authorization: string | undefined;
  writeKeyHeader: string | undefined;
  sentAtHeader: string | undefined;
}

export interface Collaborators {
  commit: GroupCommit;
  isWorkspace(id: string): boolean;
  /** Milliseconds since 1970. */
  now(): number;
  /** After the rows were stored. */
  stored(workspaceId: string, rows: Row[]): void;
  /** For the live feed; must not throw. */
  refused(workspaceId: string, receivedAt: number, rejections: Rejection[], sent: Sent[]): void;
  /** For the metrics: why a whole request was refused. */
  turnedAway(code: RequestCode, error?: unknown): void;
}

export interface Answer {
  status: 200 | 400 | 401 | 413 | 503;
  verdict: BatchVerdict;
}

const statuses: Record<RequestCode, Answer['status']> = {
  invalid_json: 400,
  nothing_usable: 400,
  unknown_workspace: 401,
  too_large: 413,
  unsupported_type: 400,
  rate_limited: 503,
  overloaded: 503,
  store_unavailable: 503,
};

/**
 * What happens to a request: read → authenticate → parse → check → stamp → row → commit. The answer is given after the
 * rows are stored, with a verdict for each event that was not.
 */
export async function accept(intake: Intake, collaborators: Collaborators): Promise<Answer> {
  const turnAway = (code: RequestCode, message: string, error?: unknown): Answer => {
    collaborators.turnedAway(code, error);
    return { status: statuses[code], verdict: { success: false, accepted: 0, rejected: [], code, message } };
  };

  const body = await read(intake.bytes);
  if (!body.ok) return turnAway(body.code, body.message);

  const workspaceId = namedWorkspace({ ...intake, body: body.body });
  if (workspaceId === undefined || !collaborators.isWorkspace(workspaceId)) {
    return turnAway(
      'unknown_workspace',
      workspaceId === undefined
        ? 'No write key. Send the workspace id as "writeKey" in the body, or as the user name of Basic auth.'
        : 'There is no workspace with this write key. Copy it from Settings → Installation.',
    );
  }

  const parsed = parse(body.body, intake.type, intake.sentAtHeader);
  if (!parsed.ok) return turnAway(parsed.code, parsed.message);

  const receivedAt = collaborators.now();
  const { rows, rejected } = judge(workspaceId, parsed.events, receivedAt);
  if (rejected.length > 0) collaborators.refused(workspaceId, receivedAt, rejected, parsed.events);
  if (rows.length === 0) {
    collaborators.turnedAway('nothing_usable');
    const message = rejected[0]?.message ?? 'Nothing in the request could be used.';
    return { status: 400, verdict: { success: false, accepted: 0, rejected, code: 'nothing_usable', message } };
  }

  const committed = await collaborators.commit.commit({
    text: rows.map((row) => row.line).join('\n'),
    rows: rows.length,
  });
  if (!committed.ok) {
    return turnAway(
      committed.code,
      committed.code === 'overloaded'
        ? 'More is arriving than can be stored. Nothing of this request was kept; send it again later.'
        : 'The store does not answer. Nothing of this request is certain to be kept; send it again, it will count once.',
      committed.error,
    );
  }
  collaborators.stored(workspaceId, rows);
  return { status: 200, verdict: { success: rejected.length === 0, accepted: rows.length, rejected } };
}

/** The verdict on each event; one bad event never sinks its neighbours. */
function judge(workspaceId: string, events: Sent[], receivedAt: number): { rows: Row[]; rejected: Rejection[] } {
  const rows: Row[] = [];
  const rejected: Rejection[] = [];
  for (const [index, sent] of events.entries()) {
    const checked = check(sent);
    if (!checked.ok) {
      rejected.push({ index, messageId: checked.messageId, code: checked.code, message: checked.message });
      continue;
    }
    const result = toRow(workspaceId, checked.call, receivedAt);
    if (result.ok) rows.push(result.row);
    else {
      const message = `The event has ${result.bytes} bytes; ${limits.eventBytes} are allowed.`;
      rejected.push({ index, messageId: checked.call.messageId ?? null, code: 'event_too_large', message });
    }
  }
  return { rows, rejected };
}
