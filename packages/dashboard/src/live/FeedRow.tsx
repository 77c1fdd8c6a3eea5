import type { FeedEntry } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import { ChevronRight, CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { clock, exactTime } from '../display/time.ts';
import { nameOfId } from '../people/personName.ts';
import { useWorkspace } from '../session/session.ts';
import { describeEvent } from '../timeline/describeEvent.ts';
import { EventIcon } from '../timeline/EventIcon.tsx';
import { Code } from '../ui/Code.tsx';

/** One entry of the feed: the verdict, the event in words, warnings in sentences, and the raw JSON on demand. */
export const FeedRow = memo(function FeedRow({ entry }: { entry: FeedEntry }) {
  const [open, setOpen] = useState(false);
  const { timeZone } = useWorkspace().settings;
  const details = useId();
  const { verb, object } = describeEvent({ ...entry, type: entry.type ?? 'unknown', page: entry.page });
  return (
    <li className="border-b motion-safe:animate-[arrive_1.2s_ease-out]">
      <div className="flex min-h-9 items-center gap-3 px-4 py-1 text-sm hover:bg-hover">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
          className="flex min-w-0 flex-1 items-center gap-3 text-left"
        >
          <ChevronRight
            size={13}
            className={`shrink-0 text-ink-3 transition-transform duration-100 ${open ? 'rotate-90' : ''}`}
          />
          <Verdict entry={entry} />
          <time
            dateTime={entry.receivedAt}
            title={exactTime(entry.receivedAt, timeZone)}
            className="num w-14 shrink-0 whitespace-nowrap text-xs text-ink-3"
          >
            {clock(entry.receivedAt, timeZone)}
          </time>
          <EventIcon type={entry.type} />
          <span className="min-w-0 truncate">
            {verb !== '' && <span className="text-ink-2">{verb} </span>}
            <span className="font-medium">{object}</span>
            {entry.page && entry.page.path !== object && (
              <span className="ml-2 text-xs text-ink-3">{entry.page.path}</span>
            )}
          </span>
        </button>
        <span className="flex shrink-0 items-center gap-3 text-xs text-ink-2">
          {entry.personId && (
            <Link
              to="/people/$personId"
              params={{ personId: entry.personId }}
              className="max-w-44 truncate hover:underline max-md:hidden"
            >
              {nameOfId(entry.personId)}
            </Link>
          )}
          {entry.groupId && (
            <Link
              to="/companies/$groupId"
              params={{ groupId: entry.groupId }}
              className="max-w-44 truncate font-medium hover:underline"
            >
              {entry.groupId}
            </Link>
          )}
        </span>
      </div>
      {entry.message !== null && <Words tone="bad" text={entry.message} />}
      {entry.warnings.map((warning) => (
        <Words key={warning.code} tone="warn" text={warning.message} />
      ))}
      <div id={details} hidden={!open} className="px-4 pt-1 pb-3 pl-11">
        {open && <Code size="small" text={JSON.stringify(entry, null, 2)} />}
      </div>
    </li>
  );
});

function Verdict({ entry }: { entry: FeedEntry }) {
  if (entry.verdict === 'rejected') return <CircleX size={14} className="shrink-0 text-bad" aria-label="rejected" />;
  if (entry.warnings.length > 0)
    return <TriangleAlert size={14} className="shrink-0 text-warn" aria-label="accepted with warnings" />;
  return <CircleCheck size={14} className="shrink-0 text-good" aria-label="accepted" />;
}

function Words({ tone, text }: { tone: 'bad' | 'warn'; text: string }) {
  return (
    <p
      className={`mr-4 mb-1.5 ml-11 w-fit rounded-md px-2 py-0.5 text-xs ${tone === 'bad' ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn'}`}
    >
      {text}
    </p>
  );
}
