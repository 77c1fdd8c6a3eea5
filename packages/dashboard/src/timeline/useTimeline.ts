import type { Timeline, TimelineEvent } from '@spectacle/server/answers';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { request } from '../api/request.ts';

const pageSize = 1_000;
/** Events fetched unasked, so that the picture of nearly every company is whole. */
const enough = 3_000;

export interface LoadedTimeline {
  /** Newest first. */
  events: TimelineEvent[];
  /** Nothing could be loaded at all. */
  error: Error | null;
  /** The newest events are here, the older ones failed to come. */
  olderFailed: boolean;
  isPending: boolean;
  /** More events exist, older than all of these. */
  hasOlder: boolean;
  isLoadingOlder: boolean;
  loadOlder: () => void;
  retry: () => void;
}

/** The timeline at `path`: all of it, or its newest 3,000 events and the way to the older ones. */
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
    error: query.data ? null : query.error,
    olderFailed: query.isFetchNextPageError,
    isPending: query.isPending,
    hasOlder: hasNextPage,
    isLoadingOlder: query.isFetchingNextPage,
    loadOlder: () => void fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
