import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import statics from '@fastify/static';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { Doorman } from './accounts/doorman.ts';
import { OneTimeLink } from './accounts/oneTimeLink.ts';
import { Passwords } from './accounts/password.ts';
import { removeExpired } from './accounts/removeExpired.ts';
import { accessReader } from './api/access.ts';
import { accountRoutes } from './api/accountRoutes.ts';
import { answerFailures } from './api/answerFailures.ts';
import { guard } from './api/guard.ts';
import { installationRoutes } from './api/installation.ts';
import { invitationRoutes } from './api/invitationRoutes.ts';
import { apiRoutes } from './api/routes.ts';
import { sessionRoutes } from './api/session.ts';
import { Arrivals, streamRoutes } from './api/stream.ts';
import { webhookRoutes } from './api/webhookRoutes.ts';
import { workspaceRoutes } from './api/workspaceRoutes.ts';
import { loadArithmetic } from './attribution/arithmetic.ts';
import { Behind } from './attribution/behind.ts';
import { Pasts } from './attribution/pasts.ts';
import { Admission } from './collector/admission.ts';
import { blamesData } from './collector/blamesData.ts';
import type { Desk } from './collector/collect.ts';
import { GroupCommit } from './collector/commit.ts';
import { cookieRoutes } from './collector/cookieRoutes.ts';
import { RateLimit } from './collector/rateLimit.ts';
import { answerDirectly, collectorRoutes } from './collector/routes.ts';
import { columns } from './collector/row.ts';
import { settingsDocuments } from './collector/settingsDocuments.ts';
import type { Config } from './config.ts';
import { RejectionLog } from './events/rejections.ts';
import { fillCountries } from './journeys/fillCountries.ts';
import { allDerived, loadSites } from './journeys/sites.ts';
import { FailuresOnly, logging } from './observability/logging.ts';
import { Metrics } from './observability/metrics.ts';
import { Readiness } from './observability/readiness.ts';
import { observabilityRoutes } from './observability/routes.ts';
import { forgetGroup, forgetPerson } from './privacy/forget.ts';
import { retain } from './privacy/retain.ts';
import { Projector } from './projection/projector.ts';
import { Stopped } from './projection/run.ts';
import { SharedProjector } from './projection/sharedProjector.ts';
import { loadDefinitions } from './reports/definitions.ts';
import { fillExchange, paidInForeignCurrency } from './revenue/rates.ts';
import { removeLeftovers } from './store/scratch.ts';
import { openStore, type Store } from './store/store.ts';
import { createToken, hasToken, verifyToken } from './workspaces/tokens.ts';
import { Workspaces } from './workspaces/workspaces.ts';

/** Built files that the server hands out: beside this package, in a checkout and in an image alike. */
const built = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A read waits for the derivation while at most this many changes are ahead of it; in a flood, or on a large store, it answers at once. */
const soonProjected = 200;
/** Milliseconds. And no longer than that, should it be about more than was known when it began. */
const longestWait = 5_000;

/** Of several processes on one server, none removes what another may be deriving of the past, or be asked about. */
const leftAloneMs = 60 * 60 * 1000;

/** How often events are looked for that are older than their workspace keeps them, and log-ins that are over. */
const retainEveryMs = 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** A statement that takes longer is told to the log. In milliseconds. */
const slowMs = 5_000;

export interface Spectacle {
  app: FastifyInstance;
  store: Store;
  workspaces: Workspaces;
  projector: Projector | SharedProjector;
  /** The workspace of this installation, and its token if it was made just now: the only time it can be shown. */
  workspaceId: string;
  newToken: string | undefined;
  /** What stands behind the # of a link that logs in with the new token, once. */
  linkSecret: string | undefined;
  /** Finishes what was taken, then closes everything. */
  close(): Promise<void>;
}

/** What tests replace. */
export interface Replaceable {
  now?: () => number;
  passwords?: Passwords;
  /** Must the next run of the derivation leave to later what only reports read? */
  keepsForReports?: () => boolean;
}

/** All wiring. The parts know nothing of each other but what is passed to them here. */
export async function createSpectacle(
  config: Config,
  { now = Date.now, passwords = new Passwords(), keepsForReports }: Replaceable = {},
): Promise<Spectacle> {
  const app = Fastify({
    logger: logging(config.logLevel),
    logController: new FailuresOnly(),
    routerOptions: { maxParamLength: 1000 },
    // Slow senders hold a socket, not memory: bodies are bounded.
    requestTimeout: 30_000,
    trustProxy: config.trustedProxies ?? ['loopback'],
    // Keep-alive connections of browsers must not hold up the end.
    forceCloseConnections: true,
  }).withTypeProvider<TypeBoxTypeProvider>();
  const store = await openStore(config.store, 2, (statement, milliseconds) => {
    if (milliseconds > slowMs)
      app.log.warn({ statement, milliseconds: Math.round(milliseconds) }, 'A statement was slow.');
  });

  const workspaces = await Workspaces.load(store.intake);
  const workspaceId = config.workspaceId ?? workspaces.ids()[0];
  const ownWorkspace = await workspaces.create(workspaceId);
  const newToken = await firstToken(store, ownWorkspace, config.token);

  const logFailure = (what: string) => (error: unknown) => app.log.error({ err: error }, what);
  const countsHistory = (id: string) => workspaces.settings(id).membership === 'history';
  const { collects, serves } = config.roles ?? { collects: true, serves: true };
  const link = newToken !== undefined && serves ? new OneTimeLink(newToken, now) : undefined;
  const deriving = {
    connection: store.projection,
    reports: store.reports,
    keepsForReports,
    countsHistory,
    onError: logFailure('The derivation failed and will be tried again.'),
  };
  // An embedded store has one process, a server or cluster may have many.
  const shared = 'url' in config.store;
  const projector = shared ? new SharedProjector(deriving, { mayLead: serves }) : new Projector(deriving);
  const sites = await loadSites(store.intake);
  await loadArithmetic(store.intake);
  await loadDefinitions(store.intake);
  app.log.info(sites, 'Sites and channel rules are loaded.');
  await projector.recover();

  const arrivals = new Arrivals();
  const admission = new Admission();
  const rejections = new RejectionLog({
    connection: store.intake,
    written: (workspaceIds) => {
      for (const id of workspaceIds) arrivals.arrived(id);
    },
    onError: logFailure('Rejections could not be kept for the live feed.'),
  });
  const readiness = new Readiness({
    probe: () => verifyToken(store.reading, ''),
    isShuttingDown: () => admission.closed,
    isOverloaded: () => admission.full,
  });
  const metrics = new Metrics({
    heldBytes: () => admission.held,
    waitingBytes: () => commit.waiting,
    backlog: () => projector.waiting,
    lastRunMs: () => projector.lastRunMs,
    reportsBehindMs: () => projector.reportsBehindMs,
  });
  const commit = new GroupCommit({
    insert: (lines) => store.intake.append('spectacle.events', columns, lines),
    blamesData,
    observe: (rows, seconds, ok) => {
      metrics.committed(rows, seconds, ok);
      readiness.inserted(ok);
    },
  });
  const fresh = async () => {
    if (projector.waiting > soonProjected || projector.isSlow) return;
    const waited = new AbortController();
    const longest = sleep(longestWait, undefined, { signal: waited.signal }).catch(() => {});
    await Promise.race([projector.covered(), longest]);
    waited.abort();
  };

  // First, so that the hooks of what comes later cost it nothing.
  const desk: Desk = {
    admission,
    commit,
    isWorkspace: (id) => workspaces.has(id),
    rateLimit: config.rateLimit === undefined ? undefined : new RateLimit(config.rateLimit),
    now,
    stored: (workspace, rows, certain) => {
      for (const row of rows)
        projector.changed({ workspaceId: workspace, visitor: row.visitor, messageId: row.messageId });
      arrivals.arrived(workspace);
      if (certain) metrics.accepted(rows.length);
    },
    refused: (workspace, receivedAt, refused, sent) => {
      for (const { code } of refused) metrics.rejected(code);
      rejections.add(workspace, receivedAt, refused, (index) => sent[index]?.raw);
    },
    turnedAway: (code, error) => {
      metrics.turnedAway(code);
      if (error) app.log.error({ err: error, code }, 'The store refused an insert.');
    },
    failed: logFailure('A request failed in a way that it should not.'),
  };
  if (collects) {
    await app.register((scope) => collectorRoutes(scope, desk));
    answerDirectly(app.server, desk);
    await app.register((scope) => webhookRoutes(scope, { store, desk, fresh }));
  }
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Spectacle', version: '1' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
  });
  await app.register((scope) => cookieRoutes(scope, (id) => workspaces.has(id)));
  await app.register(settingsDocuments);
  const forgetting = (workspace: string, batch: number) => ({
    connection: store.projection,
    workspaceId: workspace,
    batch,
    history: countsHistory(workspace),
  });
  const exclusively = <Result>(work: () => Promise<Result>) => projector.exclusively(work);
  const pasts = new Pasts({ store, settings: (id) => workspaces.settings(id), fresh, exclusively, now });
  await removeLeftovers(store.intake, 'url' in config.store ? Date.now() - leftAloneMs : Date.now());
  /** Whoever is forgotten is not found in what was derived of the past either. */
  const forgotten = async <Result>(work: (batch: number) => Promise<Result>): Promise<Result> => {
    try {
      return await projector.exclusively(work);
    } finally {
      await pasts.forget();
    }
  };
  const forget = {
    person: (id: string, personId: string) => forgotten((batch) => forgetPerson(forgetting(id, batch), personId)),
    group: (id: string, groupId: string) => forgotten((batch) => forgetGroup(forgetting(id, batch), groupId)),
  };
  const exchangeFilled = (id: string) =>
    projector.exclusively(() => fillExchange(store.projection, id, workspaces.settings(id).currency, now()));
  const retained = async (id: string) => {
    const { retentionDays } = workspaces.settings(id);
    if (retentionDays === 0) return;
    await fresh();
    await retain(now() - retentionDays * dayMs, (work) => forgotten((batch) => work(forgetting(id, batch))));
  };
  const behind = new Behind(store.intake);
  const derivedAgain = (id: string) =>
    behind.during(id, async () => {
      await retained(id);
      await exchangeFilled(id);
      await projector.again(id);
    });
  const ratesChanged = (id: string) =>
    behind.during(id, async () => {
      await exchangeFilled(id);
      const { currency } = workspaces.settings(id);
      await projector.visitorsAgain(id, await paidInForeignCurrency(store.reading, id, currency));
    });
  // Of several processes only the one that brings the change: it is not known which of the others was killed.
  if (shared ? sites.changed : sites.behind) {
    // While the server works: it takes as long as the history is.
    const all = async () => {
      await projector.exclusively(() => fillCountries(store.projection));
      for (const id of workspaces.ids()) await derivedAgain(id);
      await allDerived(store.intake);
    };
    all().catch((error: unknown) => {
      // The next start goes on with it.
      if (error instanceof Stopped) return;
      logFailure('What changed with this version could not be derived again. Ask for a rebuild of the workspaces.')(
        error,
      );
    });
  }
  const refreshing = shared ? keepUp(workspaces, arrivals, logFailure) : undefined;
  const retaining = setInterval(async () => {
    // Of several processes the one that derives.
    if ('leads' in projector && !projector.leads) return;
    await removeExpired(store.projection, now()).catch(
      logFailure('Old sessions and invitations could not be removed.'),
    );
    for (const id of workspaces.ids()) await retained(id).catch(logFailure('Old events could not be erased.'));
  }, retainEveryMs).unref();
  const accessOf = accessReader(store, now);
  const doorman = new Doorman({ store, passwords, now });
  const nameOf = (id: string) => workspaces.settings(id).name;
  const ownRoutes = { store, doorman, passwords, nameOf, now };
  const questions = apiRoutes({ store, workspaces, fresh, derivedAgain, ratesChanged, forget, pasts, now });
  const api = async (scope: FastifyInstance) => {
    guard(scope, accessOf);
    answerFailures(scope);
    await scope.register(sessionRoutes({ ...ownRoutes, link }), { prefix: '/api' });
    await scope.register(accountRoutes(ownRoutes), { prefix: '/api' });
    await scope.register(invitationRoutes(ownRoutes), { prefix: '/api' });
    await scope.register(workspaceRoutes({ store, workspaces, now }), { prefix: '/api' });
    await scope.register(questions, { prefix: '/api/workspaces/:ws' });
    await scope.register(streamRoutes(store, arrivals, accessOf), { prefix: '/api/workspaces/:ws' });
    await scope.register(installationRoutes(store), { prefix: '/api/workspaces/:ws' });
    scope.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  };
  if (serves) await app.register(api);
  await app.register((scope) => observabilityRoutes(scope, { metrics, readiness }));
  await app.register(scriptRoutes);
  if (serves) await app.register(webApp);

  return {
    app,
    store,
    workspaces,
    projector,
    workspaceId: ownWorkspace,
    newToken,
    linkSecret: link?.secret,
    close: async () => {
      // In this order: no new events, the answers to those taken, other requests, the derivation, the engine.
      await admission.close();
      await app.close();
      await commit.idle();
      await rejections.idle();
      clearInterval(refreshing);
      clearInterval(retaining);
      await pasts.close();
      await projector.close();
      await store.close();
    },
  };
}

/** Takes up what other processes changed and stored, every two seconds. */
function keepUp(workspaces: Workspaces, arrivals: Arrivals, logFailure: (what: string) => (error: unknown) => void) {
  const failed = logFailure('Workspaces could not be read again.');
  return setInterval(() => {
    workspaces.refresh().catch(failed);
    for (const id of workspaces.ids()) arrivals.arrived(id);
  }, 2_000).unref();
}

/** The token of the first start: the operator's, or a new one. Undefined if the workspace has one already. */
async function firstToken(store: Store, workspaceId: string, wanted: string | undefined): Promise<string | undefined> {
  const grant = { workspaceId, role: 'admin' } as const;
  if (wanted !== undefined) {
    if (!(await verifyToken(store.intake, wanted))) await createToken(store.intake, grant, wanted);
    return undefined;
  }
  if (await hasToken(store.intake, workspaceId)) return undefined;
  return await createToken(store.intake, { ...grant, name: 'First start' });
}

/** The script that pages load, under its own name and that of the workspace (the pixel's snippet asks for the latter). */
async function scriptRoutes(app: FastifyInstance): Promise<void> {
  await app.register(statics, { root: built('browser/dist'), serve: false });
  for (const path of ['/spectacle.js', '/:workspaceId(^ws_[A-Za-z0-9_-]+).js']) {
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'public, max-age=3600')
        .sendFile('spectacle.js', { cacheControl: false }),
    );
  }
}

/** The web app: built files, and its page for every address that is its own. */
async function webApp(app: FastifyInstance): Promise<void> {
  const root = built('dashboard/dist/app');
  if (!existsSync(root)) {
    app.get('/', { schema: { hide: true } }, (_request, reply) =>
      reply.code(503).type('text/plain').send('The web app is not built. Run: npm run build'),
    );
    return;
  }
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: false,
  });
  // Only what lies in assets/ has its hash in its name.
  await app.register(statics, {
    root,
    index: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) =>
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  const page = await readFile(join(root, 'index.html'));
  app.get('/', { schema: { hide: true } }, (_request, reply) => sendPage(reply));
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || /^\/(api|assets)\//.test(request.url)) {
      return reply.code(404).send({ code: 'not_found', message: 'There is nothing at this address.' });
    }
    return sendPage(reply);
  });

  function sendPage(reply: FastifyReply) {
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  }
}
