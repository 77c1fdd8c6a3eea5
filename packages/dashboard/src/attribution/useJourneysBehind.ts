import type { JourneysBehind } from '@spectacle/server/answers';
import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useWorkspace } from '../session/session.ts';
import { type Question, questionParams } from './attributionSearch.ts';

/** Whose journeys the row `key` of a report is made of, those that add most to it first. */
export function useJourneysBehind(question: Question, key: string) {
  const { path } = useWorkspace();
  const address = `${path}/reports/journeys?${journeysParams(question, key)}`;
  return useInfiniteQuery({
    queryKey: ['report', address],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<JourneysBehind>(pageParam === '' ? address : `${address}&cursor=${encodeURIComponent(pageParam)}`, {
        signal,
      }),
    getNextPageParam: (page) => page.next,
  });
}

export function journeysParams(question: Question, key: string): URLSearchParams {
  const params = questionParams(question);
  params.set('key', key);
  return params;
}
