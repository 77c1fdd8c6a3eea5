import type { ClickHouseSettings } from '@clickhouse/client';
import { type ClusterNodes, openNodes } from './clusterNodes.ts';
import { type Connection, connect } from './connection.ts';
import { limitsOfQuestions } from './limits.ts';
import { migrate } from './migrate.ts';
import { openClient, type StoreLocation } from './open.ts';

export interface Store {
  /** The intake's own connection: nothing slow runs on it. */
  readonly intake: Connection;
  readonly projection: Connection;
  /** The least busy of a few connections for questions. */
  readonly reading: Connection;
  close(): Promise<void>;
}

/** @throws a sentence for the operator if the directory cannot be opened. */
function openOne(location: StoreLocation, limits: ClickHouseSettings) {
  try {
    return openClient(location, limits);
  } catch (error) {
    if ('url' in location) throw error;
    throw new Error(
      `The data directory ${location.directory} cannot be opened. Another Spectacle may have it open: stop that one, or choose another directory with SPECTACLE_DATA.`,
      { cause: error },
    );
  }
}

/** Opens the store and brings its schema up to date. Close it before the process ends. */
export async function openStore(location: StoreLocation, readers = 2): Promise<Store> {
  const nodes: ClusterNodes | undefined =
    'url' in location && location.cluster ? await openNodes(location, location.cluster) : undefined;
  const questions = limitsOfQuestions(location);
  const clients = Array.from({ length: 2 + readers }, (_, i) => openOne(location, i < 2 ? {} : questions));
  const [intake, projection, ...reading] = clients.map((opened) => connect(opened, nodes?.everywhere));
  if (!intake || !projection || !reading[0]) throw new Error('A store needs at least one reading connection.');
  const closeAll = async () => {
    await Promise.all([...clients.map(({ client }) => client.close()), nodes?.close()]);
  };
  try {
    await migrate(intake);
  } catch (error) {
    await closeAll().catch(() => {});
    throw error;
  }
  return {
    intake,
    projection,
    get reading() {
      return reading.reduce((best, next) => (next.busy < best.busy ? next : best));
    },
    close: closeAll,
  };
}
