import { TupleParam } from '@clickhouse/client';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { type ChannelRule, storedRules } from '../workspaces/channelRules.ts';

const previewSql = sql(import.meta.url, 'preview.sql');

interface Row {
  before: string;
  after: string;
  /** From 1; 0: the default rules. */
  rule: number;
  visits: number;
  examples: [
    negatedTime: number,
    messageId: string,
    source: string,
    medium: string,
    campaign: string,
    term: string,
    content: string,
    clickId: string,
    referrer: string,
    landingPage: string,
  ][];
}

/** How many visits would move from which channel to which, were these the rules of the workspace. Changes nothing. */
export async function previewRules(connection: Connection, workspaceId: string, rules: readonly ChannelRule[]) {
  const stored = storedRules(rules).map(
    ([channel, conditions]) => new TupleParam([channel, conditions.map((condition) => new TupleParam(condition))]),
  );
  const rows = await connection.rows<Row>(previewSql, { workspace: workspaceId, rules: stored });
  const moves = rows.filter(({ before, after }) => before !== after);
  const sum = (some: readonly Row[]) => some.reduce((all, { visits }) => all + visits, 0);
  const channels = [...new Set(rows.flatMap(({ before, after }) => [before, after]))].sort();
  return {
    visits: sum(rows),
    moved: sum(moves),
    moves: moves.map(({ before, after, rule, visits, examples }) => ({
      from: before,
      to: after,
      rule: rule === 0 ? null : rule,
      visits,
      examples: examples.map(([negated, messageId, ...touch]) => {
        const [source, medium, campaign, term, content, clickId, referrer, landingPage] = touch;
        const timestamp = new Date(-negated).toISOString();
        return { messageId, timestamp, source, medium, campaign, term, content, clickId, referrer, landingPage };
      }),
    })),
    channels: channels.map((channel) => ({
      channel,
      before: sum(rows.filter((row) => row.before === channel)),
      after: sum(rows.filter((row) => row.after === channel)),
    })),
    rules: rules.map(({ channel }, i) => ({ channel, visits: sum(rows.filter(({ rule }) => rule === i + 1)) })),
  };
}
