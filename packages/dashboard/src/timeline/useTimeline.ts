import type { Timeline, TimelineEvent } from '@spectacle/server/answers';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { request } from '../api/request.ts';

const pageSize = 500;
/** Events fetched unasked, so that the picture of nearly every company is whole. */
const enough = 2_500;

export interface LoadedTimeline {
  /** Newest first. */
  events: TimelineEvent[];
  error: Error | null;
  isPending: boolean;
  /** More events exist, older than all of these. */
  hasOlder: boolean;
  isLoadingOlder: boolean;
  loadOlder: () => void;
  retry: () => void;
}

/** The timeline at `path`: all of it, or its newest 2,500 events and the way to the older ones. */
export function useTimeline(path: string): LoadedTimeline {
  const query = useInfiniteQuery({
    queryKey: ['timeline', path],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<Timeline>(`${path}?limit=${pageSize}${pageParam && `&cursor=${encodeURIComponent(pageParam)}`}`, {
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const events = useMemo(() => data?.pages.flatMap((page) => page.events) ?? [], [data]);
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && events.length < enough) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, events.length, fetchNextPage]);
  return {
    events,
    error: query.error,
    isPending: query.isPending,
    hasOlder: hasNextPage,
    isLoadingOlder: query.isFetchingNextPage,
    loadOlder: () => void fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
