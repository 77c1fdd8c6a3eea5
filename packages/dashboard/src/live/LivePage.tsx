import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Pause, Play, Radio, Send } from 'lucide-react';
import { useState } from 'react';
import { useMay, useWorkspace } from '../session/session.ts';
import { useTitle } from '../shell/useTitle.ts';
import { TableSkeleton } from '../table/TableSkeleton.tsx';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failure } from '../ui/Failure.tsx';
import { FeedRow } from './FeedRow.tsx';
import { isWanted } from './isWanted.ts';
import { LivePulse } from './LivePulse.tsx';
import type { LiveSearch } from './liveSearch.ts';
import { sendTestEvent } from './sendTestEvent.ts';
import { useFeed } from './useFeed.ts';

/** Events as they come, with what the collector said about each. */
export function LivePage() {
  const search = useSearch({ from: '/live' });
  const navigate = useNavigate({ from: '/live' });
  const { path, session } = useWorkspace();
  const maySend = useMay('change');
  const [paused, setPaused] = useState(false);
  useTitle('Live');
  const feed = useFeed(path, paused);
  const entries = feed.entries.filter((entry) => isWanted(entry, search)).slice(0, 300);
  const setSearch = (next: LiveSearch) => void navigate({ search: next, replace: true });
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-12 shrink-0 items-center gap-3 border-b px-4">
        <h1 className="font-semibold">Live</h1>
        <LivePulse on={feed.isLive && !paused} label={paused ? 'Paused' : feed.isLive ? 'Listening' : 'Connecting …'} />
        <div className="ml-auto flex items-center gap-1">
          <Button
            size="small"
            tone="quiet"
            disabled={!maySend}
            title={maySend ? undefined : 'A viewer sends no events. Ask an owner to make you a member.'}
            onClick={() => void sendTestEvent(session.workspaceId)}
          >
            <Send size={13} /> <span className="max-md:sr-only">Send a test event</span>
          </Button>
          <Button size="small" onClick={() => setPaused(!paused)}>
            {paused ? <Play size={13} /> : <Pause size={13} />} {paused ? 'Go on' : 'Pause'}
          </Button>
        </div>
      </header>
      <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-1.5 border-b px-4 py-1.5">
        <Choice
          label="Verdict"
          value={search.only ?? ''}
          options={[
            { value: '', label: 'Every verdict' },
            { value: 'rejected', label: 'Only rejected' },
            { value: 'warnings', label: 'Only with warnings' },
          ]}
          set={(only) => setSearch({ ...search, only: only === 'rejected' || only === 'warnings' ? only : undefined })}
        />
        <Choice
          label="Type"
          value={search.type ?? ''}
          options={[
            { value: '', label: 'Every call' },
            ...['page', 'track', 'identify', 'group', 'alias'].map((type) => ({ value: type, label: type })),
          ]}
          set={(type) => setSearch({ ...search, type: type === '' ? undefined : type })}
        />
        <input
          data-search
          aria-label="Company id"
          placeholder="Company id"
          className="h-7 w-40 min-w-24 rounded-md border bg-raised px-2 text-xs placeholder:text-ink-3 max-md:flex-1"
          value={search.company ?? ''}
          onChange={(event) =>
            setSearch({ ...search, company: event.target.value === '' ? undefined : event.target.value })
          }
        />
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {feed.error ? (
          <Failure error={feed.error} retry={feed.retry} />
        ) : feed.isPending ? (
          <TableSkeleton />
        ) : entries.length === 0 ? (
          <Empty
            icon={<Radio size={18} />}
            title={feed.entries.length === 0 ? 'No event yet' : 'No such event among the newest'}
          >
            {feed.entries.length === 0 ? (
              <>
                Events appear here the moment they arrive, the rejected ones too, with the reason.{' '}
                <Link to="/settings/installation" className="text-accent-ink underline underline-offset-2">
                  Send the first one
                </Link>
              </>
            ) : (
              'Change the filters, or wait: new events appear by themselves.'
            )}
          </Empty>
        ) : (
          <ul aria-label="Events">
            {entries.map((entry) => (
              <FeedRow key={`${entry.verdict} ${entry.messageId} ${entry.receivedAt}`} entry={entry} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
