import type { Feed, FeedEntry } from '@spectacle/server/answers';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { request } from '../api/request.ts';

/** Entries kept in the page; older ones are a reload away. */
const kept = 1_000;

export interface LiveFeed {
  /** Newest first. */
  entries: FeedEntry[];
  error: Error | null;
  isPending: boolean;
  /** The stream is open and events come as they happen. */
  isLive: boolean;
  retry: () => void;
}

/** The newest events, and those that come while one looks on. While paused, arrivals wait. */
export function useFeed(path: string, paused: boolean): LiveFeed {
  const past = useQuery({
    queryKey: ['feed', path],
    queryFn: ({ signal }) => request<Feed>(`${path}/events?limit=200`, { signal }),
    refetchOnWindowFocus: false,
  });
  const [arrived, setArrived] = useState<FeedEntry[]>([]);
  const [isLive, setLive] = useState(false);
  const waiting = useRef<FeedEntry[]>([]);
  const isPaused = useRef(paused);
  isPaused.current = paused;

  useEffect(() => {
    // A busy site sends many events a second: they enter the page at most once a frame.
    let frame = 0;
    const take = () => {
      frame = 0;
      if (isPaused.current || waiting.current.length === 0) return;
      const fresh = waiting.current.reverse();
      waiting.current = [];
      setArrived((entries) => [...fresh, ...entries].slice(0, kept));
    };
    const stream = new EventSource(`${path}/events/stream`);
    stream.onopen = () => setLive(true);
    stream.onerror = () => setLive(false);
    stream.onmessage = (message) => {
      waiting.current.push(JSON.parse(String(message.data)) as FeedEntry);
      if (waiting.current.length > kept) waiting.current.shift();
      frame ||= requestAnimationFrame(take);
    };
    return () => {
      stream.close();
      cancelAnimationFrame(frame);
    };
  }, [path]);

  useEffect(() => {
    if (paused || waiting.current.length === 0) return;
    const fresh = waiting.current.reverse();
    waiting.current = [];
    setArrived((entries) => [...fresh, ...entries].slice(0, kept));
  }, [paused]);

  const entries = useMemo(() => withoutRepeats([...arrived, ...(past.data?.events ?? [])]), [arrived, past.data]);
  return { entries, error: past.error, isPending: past.isPending, isLive, retry: () => void past.refetch() };
}

/** The stream and the first page overlap, and a client may send a message twice. */
function withoutRepeats(entries: FeedEntry[]): FeedEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = `${entry.verdict} ${entry.messageId ?? ''} ${entry.messageId === null ? entry.receivedAt : ''}`;
    return !seen.has(key) && seen.add(key);
  });
}
