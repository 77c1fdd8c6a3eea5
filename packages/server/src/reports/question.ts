import { type Question as AttributionQuestion, questionParameters } from '../attribution/question.ts';

/** What people and companies are told apart by: where their first visit came from. Besides these a trait or a property. */
export const touches = ['channel', 'source', 'medium', 'campaign', 'country'] as const;

/** What all reports on events are asked. */
export interface Question extends Pick<AttributionQuestion, 'workspaceId' | 'level' | 'from' | 'to' | 'timeZone'> {
  /** Empty, one of `touches`, `traits.<key>` of the company (of a person: of its current company), or `properties.<key>` of events. */
  by: string;
  /** Values of the breakdown, those that most have; all others become one. */
  limit: number;
}

/** The parameters that the queries of all reports share. */
export function parametersOf({ limit, ...question }: Question) {
  const property = /^properties\.(.+)$/s.exec(question.by)?.[1] ?? '';
  const parameters = questionParameters({ ...question, dating: 'conversion', currency: '' });
  return { ...parameters, ...(property === '' ? {} : { by: 'property' }), property, limit };
}
