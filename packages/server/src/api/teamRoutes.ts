import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { accountNames, emailOf } from '../accounts/accounts.ts';
import { endInvitations, invite, openInvitations } from '../accounts/invitations.ts';
import { changeSeat, teamOf } from '../accounts/seats.ts';
import { lastSeen } from '../accounts/sessions.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { knownAccess } from './guard.ts';
import { failures, WorkspacePath } from './paths.ts';

const TeammatePath = Type.Object({ ...WorkspacePath.properties, email: Type.String() });

const refusals = {
  not_found: { status: 404, message: 'Nobody of that address is in the team of this workspace.' },
  last_owner: {
    status: 409,
    message: 'This is the last owner of the workspace. Make somebody else an owner first.',
  },
} as const;

/** Who works with a workspace: the team, what everyone is in it, and who is invited. */
export function teamRoutes({ store, now }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/team',
      {
        schema: {
          summary: 'Who has an account in the workspace, and as what',
          params: WorkspacePath,
          response: { 200: answers.Team, ...failures },
        },
      },
      async ({ params: { ws } }) => {
        const team = await teamOf(store.reading, ws);
        const emails = team.map(({ email }) => email);
        const [names, seen] = await Promise.all([accountNames(store.reading, emails), lastSeen(store.reading, emails)]);
        return {
          team: team.map((one) => ({
            ...one,
            name: names.get(one.email) ?? '',
            lastSeen: seen.get(one.email) ?? null,
          })),
        };
      },
    );

    app.patch(
      '/team/:email',
      {
        schema: {
          summary: 'Change what somebody is in the workspace',
          params: TeammatePath,
          body: Type.Object({ role: answers.Role }, { additionalProperties: false }),
          response: { 200: changed, ...failures, 409: answers.Problem },
        },
      },
      async (request, reply) => {
        const { ws, email } = request.params;
        const evenLast = knownAccess(request).email === undefined;
        const change = await changeSeat(store.intake, ws, email, request.body.role, { now: now(), evenLast });
        if (change.ok) return { email, role: change.teammate.role };
        const { status, message } = refusals[change.code];
        return reply.code(status).send({ code: change.code, message });
      },
    );

    app.delete(
      '/team/:email',
      {
        schema: {
          summary: 'Remove somebody from the team; the account opens this workspace no longer',
          params: TeammatePath,
          response: { 200: changed, ...failures, 409: answers.Problem },
        },
      },
      async (request, reply) => {
        const { ws, email } = request.params;
        const evenLast = knownAccess(request).email === undefined;
        const change = await changeSeat(store.intake, ws, email, undefined, { now: now(), evenLast });
        if (change.ok) return { email, role: change.teammate.role };
        const { status, message } = refusals[change.code];
        return reply.code(status).send({ code: change.code, message });
      },
    );

    app.get(
      '/invitations',
      {
        schema: {
          summary: 'Invitations that were not accepted yet',
          params: WorkspacePath,
          response: { 200: answers.InvitationList, ...failures },
        },
      },
      async ({ params: { ws } }) => ({ invitations: await openInvitations(store.reading, ws, now()) }),
    );

    app.post(
      '/invitations',
      {
        schema: {
          summary: 'Invite somebody; the link is shown in this answer only, works once, and for seven days',
          params: WorkspacePath,
          body: Type.Object(
            { email: Type.String({ maxLength: 500 }), role: answers.Role },
            { additionalProperties: false },
          ),
          response: { 201: answers.NewInvitation, ...failures, 409: answers.Problem },
        },
      },
      async (request, reply) => {
        const { ws } = request.params;
        const email = emailOf(request.body.email);
        if (email === undefined) {
          const message = `This is no email address: "${request.body.email.slice(0, 100)}".`;
          return reply.code(400).send({ code: 'bad_request', message });
        }
        if ((await teamOf(store.reading, ws)).some((one) => one.email === email)) {
          const message = `${email} is in the team already. Change the role there.`;
          return reply.code(409).send({ code: 'in_team', message });
        }
        const by = knownAccess(request).email ?? '';
        const { secret, role, expiresAt } = await invite(
          store.intake,
          { workspaceId: ws, email, role: request.body.role },
          by,
          now(),
        );
        // Behind the #, which browsers do not send: the secret is in no log of a server or proxy.
        const link = `${request.protocol}://${request.host}/invitation#${secret}`;
        return reply.code(201).send({ email, role, invitedBy: by, expiresAt, link });
      },
    );

    app.delete(
      '/invitations/:email',
      {
        schema: {
          summary: 'Withdraw the invitation of an address',
          params: TeammatePath,
          response: { 200: Type.Object({ withdrawn: Type.Boolean() }), ...failures },
        },
      },
      async ({ params: { ws, email } }) => {
        await endInvitations(store.intake, ws, email);
        return { withdrawn: true };
      },
    );
  };
}

const changed = Type.Object({ email: Type.String(), role: answers.Role });
