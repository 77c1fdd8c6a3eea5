import type { JourneysBehind as Answer } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import { channelColour, isChannel } from '../channels/channel.ts';
import { Avatar } from '../display/Avatar.tsx';
import { counted } from '../display/count.ts';
import { fraction } from '../display/fraction.ts';
import { money } from '../display/money.ts';
import { When } from '../display/When.tsx';
import { nameOfId } from '../people/personName.ts';
import { ExportButton } from '../report/ExportButton.tsx';
import { entities } from '../report/noun.ts';
import { valueLabel } from '../report/valueLabel.ts';
import { useWorkspace } from '../session/session.ts';
import { TableSkeleton } from '../table/TableSkeleton.tsx';
import { Button } from '../ui/Button.tsx';
import { Drawer } from '../ui/Drawer.tsx';
import { Failure } from '../ui/Failure.tsx';
import type { Question } from './attributionSearch.ts';
import { modelLabel } from './models.ts';
import { journeysParams, useJourneysBehind } from './useJourneysBehind.ts';

export interface JourneysBehindProps {
  question: Question;
  /** The value of the row. */
  value: string;
  close: () => void;
  step: (by: 1 | -1) => void;
}

type CreditedJourney = Answer['journeys'][number];

/** Fields of the list of companies that speak of the first touch. */
const firstTouch = ['channel', 'source', 'medium', 'campaign'];

/** The journeys that a row of the report is made of. */
export function JourneysBehind({ question, value, close, step }: JourneysBehindProps) {
  const { path } = useWorkspace();
  const found = useJourneysBehind(question, value);
  const pages = found.data?.pages ?? [];
  const [first] = pages;
  const trait = question.by.startsWith('traits.');
  const name = valueLabel(question.by, value);
  return (
    <Drawer label={`Journeys behind ${name}`} close={close} step={step}>
      <header className="border-b px-4 pt-3.5 pb-3 pr-12">
        <h2 className="flex items-center gap-2 text-base font-semibold break-all">
          {isChannel(value) && (
            <span className="size-2.5 shrink-0 rounded-full" style={{ background: channelColour(value) }} />
          )}
          {name}
        </h2>
        <p className="num mt-0.5 min-h-4 text-xs text-ink-2" aria-live="polite">
          {first &&
            `${entities(first.total.journeys, question.level)}, ${fraction(first.total.leads)} leads, ${money(first.total.revenue, first.currency)} by ${modelLabel(question.model)}`}
        </p>
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        {found.error ? (
          <Failure error={found.error} retry={() => void found.refetch()} />
        ) : !first ? (
          <TableSkeleton rows={8} />
        ) : first.total.journeys === 0 ? (
          <p className="px-4 py-3 text-sm text-ink-2">
            No journey of these days counts for it: it has visits, and no lead yet.
          </p>
        ) : (
          <ul aria-label="Journeys">
            {pages.flatMap(({ journeys, currency }) =>
              journeys.map((journey) => (
                <Row key={journey.id} journey={journey} question={question} value={value} currency={currency} />
              )),
            )}
          </ul>
        )}
        {found.hasNextPage && (
          <div className="px-4 py-3">
            <Button size="small" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {found.isFetchingNextPage ? 'Loading …' : 'Show more'}
            </Button>
          </div>
        )}
      </div>
      <footer className="flex min-h-11 items-center gap-3 border-t px-4 py-1.5 text-xs">
        {(firstTouch.includes(question.by) || trait) && value !== '(not set)' && (
          <Link
            to={question.level === 'group' ? '/companies' : '/people'}
            search={{ filter: [`${question.by} is ${value}`] }}
            className="min-w-0 truncate font-medium text-accent-ink hover:underline"
          >
            {trait
              ? `All companies with ${question.by.slice(7)} ${value}`
              : `All ${question.level === 'group' ? 'companies' : 'people'} whose first visit came through it`}
          </Link>
        )}
        <span className="ml-auto">
          <ExportButton path={`${path}/reports/journeys?${journeysParams(question, value)}`} file="journeys.csv" />
        </span>
      </footer>
    </Drawer>
  );
}

interface RowProps {
  journey: CreditedJourney;
  question: Question;
  value: string;
  currency: string;
}

function Row({ journey, question, value, currency }: RowProps) {
  const group = question.level === 'group';
  const name = journey.name ?? (group ? journey.id : nameOfId(journey.id));
  const content = (
    <>
      <Avatar id={journey.id} name={name} kind={group ? 'company' : 'person'} size={24} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{name}</span>
        <span className="num block truncate text-xs text-ink-3">
          {journey.visits} of {counted(journey.visitsInAll, 'visit')} · {fraction(journey.leads)} of the lead
          {journey.cutoff && (
            <>
              {' '}
              of <When time={journey.cutoff} as="date" />
            </>
          )}
        </span>
        <Way journey={journey} lit={question.by === 'channel' ? value : null} />
      </span>
      <span className="num text-sm">{money(journey.revenue, currency)}</span>
    </>
  );
  const look = 'flex items-center gap-3 px-4 py-2 hover:bg-hover';
  return (
    <li className="border-b">
      {group ? (
        <Link to="/companies/$groupId" params={{ groupId: journey.id }} className={look}>
          {content}
        </Link>
      ) : (
        <Link to="/people/$personId" params={{ personId: journey.id }} className={look}>
          {content}
        </Link>
      )}
    </li>
  );
}

/** The channels of its latest visits in order, a dot for each; those of the row are large. */
function Way({ journey: { channels, visitsInAll }, lit }: { journey: CreditedJourney; lit: string | null }) {
  return (
    <span
      role="img"
      aria-label={`Came by ${channels.join(', then ')}`}
      title={channels.join(' → ')}
      className="mt-1 flex h-2 items-center gap-1 overflow-hidden"
    >
      {visitsInAll > channels.length && <span className="text-2xs leading-none text-ink-3">…</span>}
      {channels.map((channel, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: visits in their order
          key={place}
          className={`shrink-0 rounded-full ${lit === null || channel === lit ? 'size-2' : 'size-1'}`}
          style={{ background: channelColour(channel) }}
        />
      ))}
    </span>
  );
}
