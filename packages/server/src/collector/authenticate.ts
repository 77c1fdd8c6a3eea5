/** What of a request may carry the write key. */
export interface Credentials {
  authorization: string | undefined;
  writeKeyHeader: string | undefined;
  body: unknown;
}

/**
 * The workspace id named by a request: user name of Basic auth (Segment, RudderStack), `X-Write-Key` (Jitsu, "id:secret"),
 * or `writeKey` / `workspaceId` in the body (pixel, REST). The id is public and can only write.
 */
export function namedWorkspace({ authorization, writeKeyHeader, body }: Credentials): string | undefined {
  if (authorization?.slice(0, 6).toLowerCase() === 'basic ') {
    const key = beforeColon(Buffer.from(authorization.slice(6), 'base64').toString('utf8'));
    if (key) return key;
  }
  const header = beforeColon(writeKeyHeader ?? '');
  if (header) return header;
  if (typeof body !== 'object' || body === null) return undefined;
  const { writeKey, workspaceId } = body as { writeKey?: unknown; workspaceId?: unknown };
  if (typeof writeKey === 'string') return writeKey;
  return typeof workspaceId === 'string' ? workspaceId : undefined;
}

function beforeColon(text: string): string {
  const colon = text.indexOf(':');
  return colon < 0 ? text : text.slice(0, colon);
}
