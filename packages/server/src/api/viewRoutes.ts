import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { listViews, saveView } from '../workspaces/views.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { failures, WorkspacePath } from './paths.ts';
import { BadQuery } from './query.ts';

const ViewPath = Type.Object({
  ...WorkspacePath.properties,
  page: answers.ViewPage,
  name: Type.String({ minLength: 1, maxLength: 100 }),
});

/** Views kept in one workspace: more than anybody looks through, and a bound for what one answer holds. */
const most = 500;

/** Views of lists and reports by name, for everybody of the workspace. */
export function viewRoutes({ store, now }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/views',
      {
        schema: {
          summary: 'The saved views of lists and reports',
          params: WorkspacePath,
          response: { 200: answers.ViewList, ...failures },
        },
      },
      async ({ params: { ws } }) => ({ views: await listViews(store.reading, ws) }),
    );

    app.put(
      '/views/:page/:name',
      {
        schema: {
          summary: 'Save a view of a list or report by name; one of that name is replaced',
          params: ViewPath,
          body: Type.Object({ search: answers.View.properties.search }, { additionalProperties: false }),
          response: { 200: answers.View, ...failures },
        },
      },
      async ({ params: { ws, page, name }, body: { search } }) => {
        const view = { page, name: name.toWellFormed(), search: search.toWellFormed() };
        const views = await listViews(store.reading, ws);
        if (views.length >= most && !views.some((each) => each.page === page && each.name === view.name)) {
          throw new BadQuery(`There are ${most} saved views already. Remove one first.`);
        }
        await saveView(store.intake, ws, view, view.search, now());
        return view;
      },
    );

    app.delete(
      '/views/:page/:name',
      {
        schema: {
          summary: 'Remove a saved view',
          params: ViewPath,
          response: { 200: Type.Object({ removed: Type.Boolean() }), ...failures },
        },
      },
      async ({ params: { ws, ...view } }) => {
        await saveView(store.intake, ws, view, null, now());
        return { removed: true };
      },
    );
  };
}
