import type { Static, TObject } from 'typebox';
import type { Question } from '../attribution/question.ts';
import type { Store } from '../store/store.ts';
import { type AsOfQuery, readAsOf } from './asOf.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { type ReportQuery, readQuestion } from './reportQuery.ts';

/** What the questions of attribution share: how they are read, from which moment's knowledge they are answered, and what the answer says of them. */
export function askAttribution({ store, workspaces, pasts, now }: ApiCollaborators) {
  const shown = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  return {
    /** Reads a question and the moment of which it is asked. @throws BadQuery with a sentence that says what is wrong. */
    read: (workspaceId: string, query: Static<TObject<typeof ReportQuery>> & AsOfQuery) => ({
      question: readQuestion(workspaceId, query, workspaces.settings(workspaceId)),
      asOf: readAsOf(query, now()),
    }),

    /** Answers from what is known today, or was known at a moment. */
    known: <Answer>(
      workspaceId: string,
      asOf: number | null,
      question: (store: Pick<Store, 'reading'>) => Promise<Answer>,
    ): Promise<Answer> => (asOf === null ? question(store) : pasts.ask(workspaceId, asOf, question)),

    /** A moment as answers have it. */
    shown,

    /** The question as it was understood, for the answer. */
    asked: ({ workspaceId, level, by, from, to, dating, currency }: Question, asOf: number | null) => {
      const { attributionWindowDays: windowDays } = workspaces.settings(workspaceId);
      return { level, by, from: shown(from), to: shown(to), dating, windowDays, currency, asOf: shown(asOf) };
    },
  };
}
