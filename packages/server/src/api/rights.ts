import type { Right } from '../workspaces/roles.ts';

/** `anyone`: no log-in. `logged in`: whoever is known, whatever it may do. Else the right that is needed in the workspace. */
export type Needed = 'anyone' | 'logged in' | Right;

const ws = '/api/workspaces/:ws';

/** What every route of the API needs. There is no other place; a route that is missing here keeps the server from starting. */
const needs: Record<Needed, readonly string[]> = {
  anyone: [
    'GET /api/openapi.json',
    'POST /api/session',
    'GET /api/entrance',
    // Ends the session of a cookie, whether there still is one or not.
    'DELETE /api/session',
    'POST /api/invitation',
    'POST /api/invitation/accept',
  ],
  'logged in': [
    'GET /api/session',
    'PATCH /api/session',
    'GET /api/sessions',
    'DELETE /api/sessions',
    'DELETE /api/sessions/:id',
    'PATCH /api/account',
    'GET /api/workspaces',
  ],
  read: [
    `GET ${ws}/groups`,
    `GET ${ws}/groups/:groupId`,
    `GET ${ws}/groups/:groupId/members`,
    `GET ${ws}/groups/:groupId/timeline`,
    `GET ${ws}/groups/:groupId/traits`,
    `GET ${ws}/groups/:groupId/journey`,
    `GET ${ws}/groups/:groupId/export`,
    `GET ${ws}/people`,
    `GET ${ws}/people/:personId`,
    `GET ${ws}/people/:personId/timeline`,
    `GET ${ws}/people/:personId/memberships`,
    `GET ${ws}/people/:personId/identity`,
    `GET ${ws}/people/:personId/journey`,
    `GET ${ws}/people/:personId/export`,
    `GET ${ws}/events`,
    `GET ${ws}/events/export`,
    `GET ${ws}/events/stream`,
    `GET ${ws}/reports/attribution`,
    `GET ${ws}/reports/attribution/overTime`,
    `GET ${ws}/reports/journeys`,
    `GET ${ws}/reports/models`,
    `GET ${ws}/reports/funnel`,
    `GET ${ws}/reports/retention`,
    `GET ${ws}/reports/trend`,
    `GET ${ws}/reports/paths`,
    `GET ${ws}/names`,
    `GET ${ws}/settings`,
    `GET ${ws}/settings/membership`,
    `GET ${ws}/installation`,
    `GET ${ws}/spend`,
    `GET ${ws}/rates`,
    `GET ${ws}/webhooks`,
    `GET ${ws}/views`,
    `GET ${ws}/team`,
    // Changes nothing; it is a question whose words are many.
    `POST ${ws}/channelRules/preview`,
  ],
  change: [`POST ${ws}/spend`, `DELETE ${ws}/spend`, `PUT ${ws}/views/:page/:name`, `DELETE ${ws}/views/:page/:name`],
  administer: [
    'POST /api/workspaces',
    `PATCH ${ws}/settings`,
    `POST ${ws}/rebuild`,
    `PUT ${ws}/rates`,
    `DELETE ${ws}/rates`,
    `PUT ${ws}/webhooks/:sender`,
    `DELETE ${ws}/webhooks/:sender`,
    `GET ${ws}/tokens`,
    `POST ${ws}/tokens`,
    `DELETE ${ws}/tokens/:id`,
    `PATCH ${ws}/team/:email`,
    `DELETE ${ws}/team/:email`,
    `GET ${ws}/invitations`,
    `POST ${ws}/invitations`,
    `DELETE ${ws}/invitations/:email`,
    `DELETE ${ws}/groups/:groupId`,
    `DELETE ${ws}/people/:personId`,
  ],
};

/** Every route of the API with what it needs, as `GET /api/workspaces/:ws/groups`. */
export const rights: ReadonlyMap<string, Needed> = new Map(
  Object.entries(needs).flatMap(([needed, routes]) => routes.map((route) => [route, needed as Needed])),
);
