import { type ClusterNodes, openNodes } from './clusterNodes.ts';
import { type Connection, connect, type Watch } from './connection.ts';
import { finalByKey, limitsOfQuestions, longestQuestion, ownCapacity, serverCapacity, stepBack } from './limits.ts';
import { migrate } from './migrate.ts';
import { openConnection, type Purpose, type StoreLocation, type Together } from './open.ts';
import { Choice } from './openAny.ts';
import type { Opened } from './opened.ts';

export interface Store {
  /** The intake's own connection: nothing slow runs on it. */
  readonly intake: Connection;
  readonly projection: Connection;
  /** For what of the derivation may take long, beside the rest of it. */
  readonly reports: Connection;
  /** The least busy of a few connections for questions. */
  readonly reading: Connection;
  close(): Promise<void>;
}

/** Requests do not wait longer than that for their answer. */
const intake: Purpose = { limits: {}, patienceMs: 30_000, atOnce: 10 };
/** What was left by a long stop takes long to derive, and is safe. */
const derivation = { patienceMs: 3_600_000, atOnce: 10 };
/** More questions at once only slow each other down. */
const questionsAtOnce = 4;

/** @throws a sentence for the operator if the directory cannot be opened. */
function openOne(location: StoreLocation, purpose: Purpose, together: Together): Opened {
  try {
    return openConnection(location, purpose, together);
  } catch (error) {
    if ('url' in location) throw error;
    throw new Error(
      `The data directory ${location.directory} cannot be opened. Another Spectacle may have it open: stop that one, or choose another directory with SPECTACLE_DATA.`,
      { cause: error },
    );
  }
}

/**
 * Opens the store and brings its schema up to date. Close it before the process ends. `watch` hears how long each statement
 * took.
 */
export async function openStore(location: StoreLocation, readers = 2, watch?: Watch): Promise<Store> {
  const choice = new Choice();
  const nodes: ClusterNodes | undefined =
    'url' in location && location.cluster ? await openNodes(location, location.cluster, choice) : undefined;
  const together = { choice, replicated: nodes?.keeper ?? false };
  const first = openOne(location, intake, together);
  const clients = [first];
  const closeAll = async () => {
    await Promise.all([...clients.map((client) => client.close()), nodes?.close()]);
  };
  try {
    const apart = 'url' in location;
    const capacity = apart ? await serverCapacity(first) : ownCapacity();
    const questions: Purpose = {
      limits: { ...limitsOfQuestions(capacity), ...(apart && stepBack.questions) },
      patienceMs: (longestQuestion + 10) * 1000,
      atOnce: questionsAtOnce,
    };
    const projection: Purpose = { limits: { ...finalByKey, ...(apart && stepBack.derivation) }, ...derivation };
    const reports: Purpose = {
      limits: { ...finalByKey, ...(apart ? stepBack.questions : { max_threads: 1 }) },
      ...derivation,
    };
    clients.push(openOne(location, projection, together), openOne(location, reports, together));
    for (let i = 0; i < readers; i++) clients.push(openOne(location, questions, together));
    const connections = clients.map((opened) => connect(opened, { everywhere: nodes?.everywhere, watch }));
    const [ofIntake, ofProjection, ofReports, ...reading] = connections;
    if (!ofIntake || !ofProjection || !ofReports || !reading[0])
      throw new Error('A store needs at least one reading connection.');
    await migrate(ofIntake);
    return {
      intake: ofIntake,
      projection: ofProjection,
      reports: ofReports,
      get reading() {
        return reading.reduce((best, next) => (next.busy < best.busy ? next : best));
      },
      close: closeAll,
    };
  } catch (error) {
    await closeAll().catch(() => {});
    throw error;
  }
}
