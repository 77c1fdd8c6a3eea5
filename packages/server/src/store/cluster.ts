import type { Sql } from './sql.ts';

/** A ClickHouse cluster that holds the store, as it is named in the servers' `remote_servers`. */
export interface Cluster {
  name: string;
  /** It has a Keeper: statements go to all its nodes by ON CLUSTER, and tables are replicated. */
  keeper: boolean;
}

/** Columns that divide rows well, the one that keeps together most of what is read together first. */
const dividing = ['subject', 'claimed', 'visitor', 'person_id', 'group_id', 'id'];

/** Where a node keeps its part of the tables; `spectacle` itself then holds tables that ask all shards. */
const shard = 'spectacle_shard';

const object = /\bspectacle\.(\w+)/;

/**
 * What a statement becomes on a cluster: statements for every node, or undefined if one node runs it as it stands because
 * its tables ask all shards. This is the only place that knows of two kinds of tables.
 *
 * @example onEveryNode('TRUNCATE TABLE spectacle.sites', cluster) // ['TRUNCATE TABLE spectacle_shard.sites']
 */
export function onEveryNode(statement: Sql, cluster: Cluster): Sql[] | undefined {
  const text = statement.replace(/^(\s*--.*\n)+/, '').trim();
  const written = statementsOf(text, cluster);
  return written?.map((one) => (cluster.keeper ? withOnCluster(one, cluster.name) : one)) as Sql[] | undefined;
}

function statementsOf(text: string, cluster: Cluster): string[] | undefined {
  // A scratch database (scratch.ts) is on one node; functions are everywhere.
  if (!/\bspectacle\b|\bFUNCTION\b/.test(text)) return undefined;
  if (/^CREATE DATABASE\b/.test(text)) return [text, text.replace(/\bspectacle\b/, shard)];
  if (/^CREATE (OR REPLACE )?(FUNCTION|VIEW)\b/.test(text)) return [text];
  if (/^CREATE MATERIALIZED VIEW\b/.test(text)) return [text.replaceAll(/\bspectacle\./g, `${shard}.`)];
  if (/^CREATE TABLE\b/.test(text)) return [onShard(engineOf(text, cluster)), distributed(text, cluster)];
  if (/^DROP VIEW\b/.test(text)) return [/_of_\w+$/.test(text) ? onShard(text) : text];
  if (/^DROP TABLE\b/.test(text)) return [text, onShard(text)];
  // Columns belong to both; anything else that is altered, rows above all, is in the shards.
  if (/^ALTER TABLE \S+\s+(ADD|DROP|MODIFY|RENAME|COMMENT) COLUMN\b/.test(text)) return [onShard(text), text];
  if (/^(ALTER TABLE|TRUNCATE TABLE|DELETE FROM)\b/.test(text)) return [onShard(text)];
  return undefined;
}

/** The object that a statement is about; what it reads to do its work is read from all shards. */
const onShard = (text: string) => text.replace(object, `${shard}.$1`);

function distributed(text: string, cluster: Cluster): string {
  const table = object.exec(text)?.[1] ?? '';
  return `CREATE TABLE IF NOT EXISTS spectacle.${table} AS ${shard}.${table} ENGINE = Distributed('${cluster.name}', '${shard}', '${table}', ${dividedBy(text)})`;
}

/**
 * By what rows are divided among the shards: a column of the sorting key, so that those of one visitor, subject or person are
 * together. Rows that replace each other agree in the whole sorting key and so meet in
 * one shard, where FINAL finds them. Views write into the shard in which they read, which keeps them together as well.
 * Tables without a sorting key are those that a run of the projection works with: small, and in the first shard.
 */
function dividedBy(text: string): string {
  const key = /\bORDER BY\s+\(?([\w\s,]+)\)?/.exec(text)?.[1];
  if (key === undefined) return '0';
  const columns = key.split(',').map((column) => column.trim().split(/\s/)[0] ?? '');
  return `sipHash64(${dividing.find((column) => columns.includes(column)) ?? columns.at(-1)})`;
}

function engineOf(text: string, cluster: Cluster): string {
  return cluster.keeper ? text.replace(/\bENGINE = (\w*MergeTree)\b/, 'ENGINE = Replicated$1') : text;
}

/** After the name of what is made, changed or removed. */
function withOnCluster(text: string, name: string): string {
  const named =
    /^((?:CREATE (?:OR REPLACE )?(?:DATABASE|TABLE|VIEW|MATERIALIZED VIEW|FUNCTION)|DROP (?:TABLE|VIEW)|ALTER TABLE|TRUNCATE TABLE|DELETE FROM)(?: IF (?:NOT )?EXISTS)?\s+[\w.]+)/;
  return text.replace(named, `$1 ON CLUSTER '${name}'`);
}
