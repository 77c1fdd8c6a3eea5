import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { previewRules } from '../journeys/previewRules.ts';
import { settingsFault } from '../workspaces/settingsFault.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { failures, WorkspacePath } from './paths.ts';
import { BadQuery } from './query.ts';

/** What would become of the visits so far if a workspace had other channel rules. They are set as a setting. */
export function channelRuleRoutes({ store, fresh }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/channelRules/preview',
      {
        schema: {
          summary: 'How many visits would move from which channel to which with other channel rules; changes nothing',
          params: WorkspacePath,
          body: Type.Object({ channelRules: answers.ChannelRules }, { additionalProperties: false }),
          response: { 200: answers.RulePreview, ...failures },
        },
      },
      async ({ params: { ws }, body: { channelRules } }) => {
        const fault = settingsFault({ channelRules });
        if (fault !== undefined) throw new BadQuery(fault);
        await fresh();
        return await previewRules(store.reading, ws, channelRules);
      },
    );
  };
}
