import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type Account, findAccount, saveAccount } from '../accounts/accounts.ts';
import { endInvitations, findInvitation } from '../accounts/invitations.ts';
import { type Passwords, passwordFault } from '../accounts/password.ts';
import { giveSeat, seatsOf } from '../accounts/seats.ts';
import { endSessions } from '../accounts/sessions.ts';
import * as answers from './answers.ts';
import { logIn, turnAway } from './logIn.ts';
import type { SessionCollaborators } from './session.ts';

const problems = {
  400: answers.Problem,
  401: answers.Problem,
  403: answers.Problem,
  404: answers.Problem,
  429: answers.Problem,
  503: answers.Problem,
};

const Secret = Type.String({ maxLength: 200 });

const none = 'This invitation was accepted, withdrawn or replaced, or its seven days are over. Ask for a new one.';

/** The other end of an invitation's link: look at it, and accept it, which logs in. */
export function invitationRoutes({
  store,
  doorman,
  passwords,
  nameOf,
  now,
}: SessionCollaborators & { passwords: Passwords }): FastifyPluginAsyncTypebox {
  const find = (secret: string, address: string) =>
    doorman.secret(address, () => findInvitation(store.reading, secret, now()));
  /** Invitations that are being accepted: of two at the same time one is too late. */
  const accepting = new Set<string>();

  return async (app) => {
    app.post(
      '/invitation',
      {
        schema: {
          summary: 'What the secret of a link invites to; it is sent in the body, so that no log has it',
          body: Type.Object({ secret: Secret }, { additionalProperties: false }),
          response: { 200: answers.InvitationShown, ...problems },
        },
      },
      async (request, reply) => {
        const found = await find(request.body.secret, request.ip);
        if (!found.ok && found.code === 'wrong') return reply.code(404).send({ code: 'no_invitation', message: none });
        if (!found.ok) return turnAway(reply, found, none);
        const { workspaceId, email } = found.found;
        return {
          ...found.found,
          workspaceName: nameOf(workspaceId),
          hasAccount: (await accountInUse(email)) !== undefined,
        };
      },
    );

    app.post(
      '/invitation/accept',
      {
        schema: {
          summary: 'Accept an invitation with the password of the account, or one that is chosen now; logs in',
          body: Type.Object(
            {
              secret: Secret,
              password: Type.String({ maxLength: 1000 }),
              name: Type.Optional(Type.String({ maxLength: 100 })),
            },
            { additionalProperties: false },
          ),
          response: { 200: answers.Session, ...problems },
        },
      },
      async (request, reply) => {
        const { secret, password, name = '' } = request.body;
        const found = await find(secret, request.ip);
        if ((!found.ok && found.code === 'wrong') || accepting.has(secret)) {
          return reply.code(404).send({ code: 'no_invitation', message: none });
        }
        if (!found.ok) return turnAway(reply, found, none);
        accepting.add(secret);
        try {
          const { workspaceId, email, role } = found.found;
          const owner = { email, tokenHash: '' };
          if (await accountInUse(email)) {
            const checked = await doorman.password(email, password, request.ip);
            if (!checked.ok) return turnAway(reply, checked, `This is not the password of ${email}.`);
          } else {
            const fault = passwordFault(password, email);
            if (fault !== undefined) return reply.code(400).send({ code: 'bad_password', message: fault });
            const createdAt = new Date(now()).toISOString();
            const account = { email, name: name.trim(), password: await passwords.hash(password), createdAt };
            await saveAccount(store.intake, account, now());
            // There may have been an account of that address before, whose sessions are not for this one.
            await endSessions(store.intake, owner);
          }
          await giveSeat(store.intake, { workspaceId, role }, email, now());
          await endInvitations(store.intake, workspaceId, email);
          return await logIn({ store, nameOf, now }, request, reply, owner, workspaceId);
        } finally {
          accepting.delete(secret);
        }
      },
    );
  };

  /**
   * The account of an address, if it is of any workspace. One without is nobody's: an invitation begins it anew, with another
   * password. That is how a forgotten one is mended, without anybody getting hold of an account of other workspaces.
   */
  async function accountInUse(email: string): Promise<Account | undefined> {
    const [account, seats] = await Promise.all([findAccount(store.intake, email), seatsOf(store.intake, email)]);
    return seats.length > 0 ? account : undefined;
  }
}
