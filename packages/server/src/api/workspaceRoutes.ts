import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { giveSeat } from '../accounts/seats.ts';
import type { Store } from '../store/store.ts';
import { createToken } from '../workspaces/tokens.ts';
import { isWorkspaceId, type Workspaces } from '../workspaces/workspaces.ts';
import * as answers from './answers.ts';
import { knownAccess } from './guard.ts';

interface Collaborators {
  store: Store;
  workspaces: Workspaces;
  /** Milliseconds since 1970. */
  now(): number;
}

const failures = { 400: answers.Problem, 401: answers.Problem, 403: answers.Problem, 409: answers.Problem };

/**
 * `/api/workspaces`: workspaces cannot see each other, so a token lists its own and what its admins made, and an account
 * those that it has a seat in. Making one takes an owner of another; the first is made at the first start.
 */
export function workspaceRoutes({ store, workspaces, now }: Collaborators): FastifyPluginAsyncTypebox {
  const nameOf = (id: string) => workspaces.settings(id).name;
  return async (app) => {
    app.get(
      '/workspaces',
      {
        schema: {
          summary: 'The workspaces of whoever asks; for a token also those that its admins made',
          response: { 200: answers.WorkspaceList, ...failures },
        },
      },
      async (request) => {
        const { seats, email } = knownAccess(request);
        const made = email === undefined ? seats.flatMap(({ workspaceId }) => workspaces.madeBy(workspaceId)) : [];
        return {
          workspaces: [
            ...seats.map(({ workspaceId }) => ({ workspaceId, name: nameOf(workspaceId), own: true })),
            ...made.map((workspaceId) => ({ workspaceId, name: nameOf(workspaceId), own: false })),
          ],
        };
      },
    );

    app.post(
      '/workspaces',
      {
        schema: {
          summary:
            'Make a workspace. An account becomes its owner; a token gets its admin token, which is shown in this answer only',
          body: Type.Object(
            { workspaceId: Type.Optional(Type.String()), name: Type.Optional(Type.String({ maxLength: 100 })) },
            { additionalProperties: false },
          ),
          response: { 201: answers.NewWorkspace, ...failures },
        },
      },
      async (request, reply) => {
        const { chosen, email } = knownAccess(request);
        const wanted = request.body.workspaceId;
        if (wanted !== undefined && !isWorkspaceId(wanted)) {
          const message = 'A workspace id is "ws_" followed by up to 100 letters, digits, "_" or "-".';
          return reply.code(400).send({ code: 'bad_request', message });
        }
        const name = (request.body.name ?? '').trim();
        const made = await workspaces.createFor(chosen?.workspaceId ?? '', wanted, name);
        if (made === undefined) {
          const message = `There is a workspace ${wanted} already. Take another id, or leave it out to get one made.`;
          return reply.code(409).send({ code: 'workspace_exists', message });
        }
        if (email !== undefined) {
          // A token that nobody has asked for would be one that nobody looks after.
          await giveSeat(store.intake, { workspaceId: made, role: 'owner' }, email, now());
          return reply.code(201).send({ workspaceId: made, name, token: null });
        }
        const token = await createToken(store.intake, { workspaceId: made, role: 'admin' });
        return reply.code(201).send({ workspaceId: made, name, token });
      },
    );
  };
}
