import { isDeepStrictEqual } from 'node:util';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { previewMembership } from '../groups/membershipPreview.ts';
import { settingsFault } from '../workspaces/settingsFault.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { failures, WorkspacePath } from './paths.ts';
import { BadQuery } from './query.ts';

/** Settings, what one of them would change, and deriving everything again. */
export function settingsRoutes({ store, workspaces, derivedAgain }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/rebuild',
      {
        schema: {
          summary: 'Derive everything again from the events, while they keep arriving',
          params: WorkspacePath,
          response: { 200: Type.Object({ rebuilt: Type.Boolean() }), ...failures },
        },
      },
      async ({ params: { ws } }) => {
        await derivedAgain(ws);
        return { rebuilt: true };
      },
    );

    app.get(
      '/settings',
      {
        schema: {
          summary: 'Settings of the workspace',
          params: WorkspacePath,
          response: { 200: answers.Settings, ...failures },
        },
      },
      async ({ params: { ws } }) => workspaces.settings(ws),
    );

    app.get(
      '/settings/membership',
      {
        schema: {
          summary: 'Which companies would have other numbers in the other membership mode; changes nothing',
          params: WorkspacePath,
          response: { 200: answers.MembershipPreview, ...failures },
        },
      },
      async ({ params: { ws } }) => {
        const settings = workspaces.settings(ws);
        return { membership: settings.membership, ...(await previewMembership(store.reading, ws, settings)) };
      },
    );

    app.patch(
      '/settings',
      {
        schema: {
          summary: 'Change settings; what they decide is derived again',
          params: WorkspacePath,
          body: Type.Partial(answers.Settings, { additionalProperties: false }),
          response: { 200: answers.Settings, ...failures },
        },
      },
      async ({ params: { ws }, body }) => {
        const fault = settingsFault(body);
        if (fault !== undefined) throw new BadQuery(fault);
        const before = workspaces.settings(ws);
        const settings = await workspaces.change(ws, body);
        // Nothing is derived from a name.
        if (settings.name === before.name || !isDeepStrictEqual({ ...settings, name: '' }, { ...before, name: '' }))
          await derivedAgain(ws);
        return settings;
      },
    );
  };
}
