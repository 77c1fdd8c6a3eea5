import type { TimelineEvent } from '@spectacle/server/answers';
import { ChannelChip } from '../channels/ChannelChip.tsx';
import { money } from '../display/money.ts';
import { clock, shortDate } from '../display/time.ts';
import { describeEvent } from '../timeline/describeEvent.ts';
import { linkReason } from '../timeline/linkReason.ts';

export interface HoverCardProps {
  events: TimelineEvent[];
  /** The whole timeline, newest first: the reason of a link is in it. */
  all: TimelineEvent[];
  x: number;
  y: number;
  width: number;
  timeZone: string;
}

const most = 7;

/** What is under the pointer. It never catches the pointer itself. */
export function HoverCard({ events, all, x, y, width, timeZone }: HoverCardProps) {
  const left = Math.min(Math.max(x - 140, 4), Math.max(width - 292, 4));
  const anonymous = events.find((event) => event.anonymous);
  const reason = anonymous ? linkReason(anonymous, all) : null;
  return (
    <div
      className="pointer-events-none absolute z-30 w-72 rounded-lg bg-raised p-3 text-xs shadow-pop"
      style={{ left, top: y + 16 }}
    >
      <ul className="flex flex-col gap-2">
        {events.slice(0, most).map((event) => {
          const { verb, object } = describeEvent(event);
          return (
            <li key={event.messageId}>
              <div className="flex items-baseline gap-2">
                <span className="min-w-0 flex-1 truncate font-medium">
                  {verb} {object}
                </span>
                <span className="num shrink-0 text-ink-3">
                  {shortDate(event.timestamp, timeZone)}, {clock(event.timestamp, timeZone)}
                </span>
              </div>
              {event.visit && (
                <div className="mt-0.5 flex text-ink-2">
                  <ChannelChip touch={event.visit} />
                </div>
              )}
              {event.revenue !== null && event.currency !== null && (
                <div className={`num mt-0.5 ${event.revenue < 0 ? 'text-bad' : 'text-good'}`}>
                  {money(event.revenue, event.currency)}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {events.length > most && <p className="mt-2 text-ink-3">and {events.length - most} more; click to zoom in</p>}
      {reason && (
        <p className="mt-2 border-t pt-2 text-ink-2">
          Anonymous then. The same browser said who it is on {shortDate(reason.event.timestamp, timeZone)}:{' '}
          {reason.words}.
        </p>
      )}
    </div>
  );
}
