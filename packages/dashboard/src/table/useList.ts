import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useWorkspace } from '../session/session.ts';
import { type ListSearch, listParams } from './listSearch.ts';

const pageSize = 200;

/** A list of the API, page by page. The old rows stay in sight until those of a changed search are there. */
export function useList<Page extends { next: string | null }>(name: 'groups' | 'people', search: ListSearch) {
  const { path } = useWorkspace();
  const params = listParams(search);
  params.set('limit', String(pageSize));
  return useInfiniteQuery({
    queryKey: ['list', path, name, params.toString()],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      request<Page>(`${path}/${name}?${params}${pageParam && `&cursor=${encodeURIComponent(pageParam)}`}`, { signal }),
    getNextPageParam: (page: Page) => page.next ?? undefined,
  });
}
