import type { AttributionReport } from '@spectacle/server/answers';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { type Question, questionParams } from './attributionSearch.ts';

/** The report that answers a question, of the workspace at `path`. */
export function attributionQuery(path: string, question: Question) {
  const address = `${path}/reports/attribution?${questionParams(question)}`;
  return queryOptions({
    queryKey: ['report', address],
    queryFn: ({ signal }) => request<AttributionReport>(address, { signal }),
  });
}
