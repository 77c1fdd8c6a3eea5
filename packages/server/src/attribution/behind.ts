import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const behindSql = sql(import.meta.url, 'behind.sql');

/** Inserts may be under way that long after their receipt was stamped. In milliseconds, as in projection/backlog.ts. */
const marginMs = 60_000;

/** What is noted of a workspace, beside the checkpoints of the derivation. */
const noteOf = (workspaceId: string) => `derived again ${workspaceId}`;

/** Notes in the store which workspaces are being derived again: until that is done, their derived tables are partly of other settings. */
export class Behind {
  readonly #connection: Connection;
  /** By workspace: how many works are under way, and whether one of them failed. */
  #works = new Map<string, { count: number; failed: boolean }>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Derives a workspace again. Should that fail or be cut off, the workspace stays known as behind until it is done another time. */
  async during<Result>(workspaceId: string, work: () => Promise<Result>): Promise<Result> {
    const works = this.#works.get(workspaceId) ?? { count: 0, failed: false };
    this.#works.set(workspaceId, works);
    works.count++;
    try {
      await this.#note(workspaceId, Date.now());
      return await work();
    } catch (error) {
      works.failed = true;
      throw error;
    } finally {
      works.count--;
      if (works.count === 0) {
        this.#works.delete(workspaceId);
        if (!works.failed) await this.#note(workspaceId, 0);
      }
    }
  }

  async #note(workspaceId: string, since: number): Promise<void> {
    const line = JSON.stringify([noteOf(workspaceId), since, Date.now()]);
    await this.#connection.append('spectacle.checkpoints', ['name', 'received_at', 'version'], line);
  }
}

/**
 * From which arrivals on (milliseconds since 1970) the derived tables of a workspace may lack something. 0: from the beginning, for
 * something else has changed than what arrived.
 */
export async function behindSince(connection: Connection, workspaceId: string): Promise<number> {
  const [found] = await connection.rows<{ derivedUpTo: number; behind: 0 | 1 }>(behindSql, {
    note: noteOf(workspaceId),
  });
  return !found || found.behind === 1 ? 0 : Math.max(0, found.derivedUpTo - marginMs);
}
