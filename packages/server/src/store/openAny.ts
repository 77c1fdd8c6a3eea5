import type { Opened, Parameters } from './opened.ts';
import type { Sql } from './sql.ts';

/**
 * Which of several addresses the connections of a process use: all of them the same one, so that what one of them wrote the
 * others find there, also where replicas are a moment behind each other.
 */
export class Choice {
  #current = 0;

  get current(): number {
    return this.#current;
  }

  /** The address that was current cannot be reached: on to the next one, if nobody was faster. */
  leave(left: number, of: number): void {
    if (left === this.#current) this.#current = (left + 1) % of;
  }
}

/** Of system errors those that tell that a request has not reached anybody. */
const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** And those that leave open what became of it. */
const lost = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED']);

/**
 * Makes one connection of several to nodes of one cluster. When a node cannot be reached the next one is asked; a statement
 * whose answer was lost fails, because it may have been carried out, and only those after it go elsewhere.
 */
export function openAny(nodes: readonly Opened[], choice: Choice): Opened {
  const onLiving = async <Result>(work: (node: Opened) => Promise<Result>): Promise<Result> => {
    for (let tries = 1; ; tries++) {
      const at = choice.current;
      const node = nodes[at];
      if (!node) throw new Error('There is no address of a ClickHouse server. Name one in SPECTACLE_CLICKHOUSE_URL.');
      try {
        return await work(node);
      } catch (error) {
        const code = codeOf(error);
        if (notSent.has(code) || lost.has(code)) choice.leave(at, nodes.length);
        if (!notSent.has(code) || tries >= nodes.length) throw error;
      }
    }
  };
  return {
    rows: <Row>(query: Sql, parameters: Parameters) => onLiving((node) => node.rows<Row>(query, parameters)),
    lines: (query, parameters) => onLiving((node) => node.lines(query, parameters)),
    run: (statement, parameters) => onLiving((node) => node.run(statement, parameters)),
    append: (table, columns, lines) => onLiving((node) => node.append(table, columns, lines)),
    close: async () => {
      await Promise.all(nodes.map((node) => node.close()));
    },
  };
}

/** Of a host with several addresses that all failed, the failure of the first. */
function codeOf(error: unknown): string {
  const { code, errors } = (error ?? {}) as { code?: unknown; errors?: unknown };
  if (typeof code === 'string') return code;
  if (error instanceof Error && error.message.startsWith('Timeout')) return 'ETIMEDOUT';
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : '';
}
