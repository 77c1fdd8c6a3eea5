import type { TimelineEvent } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { channelColour } from '../channels/channel.ts';
import { money } from '../display/money.ts';
import { exactTime, shortDate } from '../display/time.ts';
import { traitText } from '../display/traitText.ts';
import { Code } from '../ui/Code.tsx';
import { Drawer } from '../ui/Drawer.tsx';
import { describeEvent } from './describeEvent.ts';
import { EventIcon } from './EventIcon.tsx';
import { linkReason } from './linkReason.ts';

export interface EventDetailsProps {
  event: TimelineEvent;
  /** The timeline around it, newest first. */
  events: TimelineEvent[];
  personName: string;
  timeZone: string;
  close: () => void;
  /** Opens another event instead. */
  open: (event: TimelineEvent) => void;
}

/** Everything known about one event, and why it stands where it stands. */
export function EventDetails({ event, events, personName, timeZone, close, open }: EventDetailsProps) {
  const { verb, object } = describeEvent(event);
  const reason = linkReason(event, events);
  const properties = otherProperties(event);
  return (
    <Drawer
      label="Event"
      close={close}
      step={(by) => {
        const next = events[events.indexOf(event) + by];
        if (next) open(next);
      }}
    >
      <header className="border-b px-5 pt-4 pr-12 pb-4">
        <p className="flex items-center gap-2 text-xs text-ink-3">
          <EventIcon type={event.type} /> {event.type}
        </p>
        <h2 className="mt-1.5 break-words text-base font-semibold">
          {verb} {object}
        </h2>
        <p className="num mt-1 text-xs text-ink-2">{exactTime(event.timestamp, timeZone)}</p>
      </header>
      <div className="min-h-0 flex-1 overflow-auto px-5 pb-8" data-details>
        <Part title="Who">
          <Link
            to="/people/$personId"
            params={{ personId: event.personId }}
            className="font-medium text-accent-ink hover:underline"
          >
            {personName}
          </Link>
          {event.anonymous && (
            <p className="mt-1 text-sm text-ink-2">
              Anonymous when it happened.{' '}
              {reason
                ? `Linked later: the same browser said who it is on ${shortDate(reason.event.timestamp, timeZone)} (${reason.words}).`
                : 'Nobody has been identified in this browser.'}
            </p>
          )}
        </Part>
        {event.revenue !== null && event.currency !== null && (
          <Part title="Money">
            <span className={`num text-base font-semibold ${event.revenue < 0 ? 'text-bad' : 'text-good'}`}>
              {money(event.revenue, event.currency)}
            </span>
          </Part>
        )}
        {event.visit && (
          <Part title="Began a visit">
            <p className="mb-1.5 flex items-center gap-2 text-sm font-medium">
              <span className="size-2 rounded-full" style={{ background: channelColour(event.visit.channel) }} />
              {event.visit.channel}
            </p>
            <Facts facts={{ ...event.visit, channel: '' }} />
          </Part>
        )}
        {event.page && (
          <Part title="Page">
            <Facts facts={event.page} />
          </Part>
        )}
        {event.warnings.length > 0 && (
          <Part title="Warnings">
            {event.warnings.map((warning) => (
              <p key={warning.code} className="rounded-md bg-warn-soft px-2.5 py-1.5 text-sm text-warn">
                {warning.message}
              </p>
            ))}
          </Part>
        )}
        {Object.keys(event.traits).length > 0 && (
          <Part title="Traits it set">
            <Facts facts={event.traits} />
          </Part>
        )}
        {Object.keys(properties).length > 0 && (
          <Part title="Properties">
            <Facts facts={properties} />
          </Part>
        )}
        <Part title="Ids">
          <Facts
            facts={{
              messageId: event.messageId,
              userId: event.userId,
              anonymousId: event.anonymousId,
              groupId: event.groupId,
            }}
          />
        </Part>
        <details className="mt-5">
          <summary className="text-xs font-medium text-ink-3">As JSON</summary>
          <div className="mt-2">
            <Code size="small" text={JSON.stringify(event, null, 2)} />
          </div>
        </details>
      </div>
    </Drawer>
  );
}

/** The properties that are not said already, under Page. */
function otherProperties({ page, properties }: TimelineEvent): Record<string, unknown> {
  const said: Record<string, unknown> = page ?? {};
  return Object.fromEntries(Object.entries(properties).filter(([key, value]) => said[key] !== value));
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-5">
      <h3 className="mb-1.5 text-xs font-medium text-ink-3">{title}</h3>
      {children}
    </section>
  );
}

/** Names and values, the empty ones left out. */
export function Facts({ facts }: { facts: Record<string, unknown> }) {
  const shown = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <dl className="grid grid-cols-[minmax(96px,auto)_1fr] gap-x-4 gap-y-1 text-sm">
      {shown.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="max-w-40 truncate text-ink-3" title={name}>
            {name}
          </dt>
          <dd className="min-w-0 break-words">{traitText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
