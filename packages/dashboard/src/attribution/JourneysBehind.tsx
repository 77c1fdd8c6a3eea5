import { Link } from '@tanstack/react-router';
import { channelColour, isChannel } from '../channels/channel.ts';
import { Avatar } from '../display/Avatar.tsx';
import { counted } from '../display/count.ts';
import { fraction } from '../display/fraction.ts';
import { money } from '../display/money.ts';
import { TableSkeleton } from '../table/TableSkeleton.tsx';
import { Button } from '../ui/Button.tsx';
import { Drawer } from '../ui/Drawer.tsx';
import { Failure } from '../ui/Failure.tsx';
import type { Question } from './attributionSearch.ts';
import { modelLabel } from './models.ts';
import { type CreditedEntity, useJourneysBehind } from './useJourneysBehind.ts';

export interface JourneysBehindProps {
  question: Question;
  /** The value of the row. */
  value: string;
  currency: string;
  close: () => void;
  step: (by: 1 | -1) => void;
}

/** Fields of the list of companies that speak of the first touch. */
const firstTouch = ['channel', 'source', 'medium', 'campaign'];

/** The journeys that a row of the report is made of. */
export function JourneysBehind({ question, value, currency, close, step }: JourneysBehindProps) {
  const found = useJourneysBehind(question, value);
  const pages = found.data?.pages ?? [];
  const entities = pages.flatMap((page) => page.entities);
  const looked = pages.reduce((sum, page) => sum + page.looked, 0);
  const total = pages[0]?.total ?? 0;
  const many = question.level === 'group' ? ['company', 'companies'] : ['person', 'people'];
  const revenue = entities.reduce((sum, each) => sum + each.revenue, 0);
  const leads = entities.reduce((sum, each) => sum + each.lead, 0);
  return (
    <Drawer label={`Journeys behind ${value}`} close={close} step={step}>
      <header className="border-b px-4 pt-3.5 pb-3 pr-12">
        <h2 className="flex items-center gap-2 text-base font-semibold break-all">
          {isChannel(value) && (
            <span className="size-2.5 shrink-0 rounded-full" style={{ background: channelColour(value) }} />
          )}
          {value}
        </h2>
        <p className="num mt-0.5 text-xs text-ink-2" aria-live="polite">
          {found.isPending
            ? 'Looking through the journeys …'
            : `${counted(entities.length, many[0] ?? '', many[1])}, ${fraction(leads)} leads, ${money(revenue, currency)} by ${modelLabel(question.model)}`}
        </p>
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        {found.error ? (
          <Failure error={found.error} retry={() => void found.refetch()} />
        ) : found.isPending ? (
          <TableSkeleton rows={8} />
        ) : (
          <ul aria-label="Journeys">
            {entities.map((entity) => (
              <Row key={entity.id} entity={entity} question={question} currency={currency} />
            ))}
          </ul>
        )}
        {!found.isPending && !found.error && (
          <div className="flex flex-wrap items-center gap-2 px-4 py-3 text-xs text-ink-3">
            <span className="num">
              {looked < total
                ? `Looked through the ${looked} of ${counted(total, many[0] ?? '', many[1])} that paid most.`
                : entities.length === 0
                  ? 'No journey of these days counts for it: it has visits, and no lead yet.'
                  : 'That is all of them.'}
            </span>
            {found.hasNextPage && (
              <Button size="small" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {found.isFetchingNextPage ? 'Looking …' : 'Look further'}
              </Button>
            )}
          </div>
        )}
      </div>
      {(firstTouch.includes(question.by) || question.by.startsWith('traits.')) && value !== '(not set)' && (
        <footer className="border-t px-4 py-2.5 text-xs">
          <Link
            to={question.level === 'group' ? '/companies' : '/people'}
            search={{ filter: [`${question.by} is ${value}`] }}
            className="font-medium text-accent-ink hover:underline"
          >
            {question.by.startsWith('traits.')
              ? `All companies with ${question.by.slice(7)} ${value}`
              : `All ${many[1]} whose first visit came through it`}
          </Link>
        </footer>
      )}
    </Drawer>
  );
}

function Row({ entity, question, currency }: { entity: CreditedEntity; question: Question; currency: string }) {
  const group = question.level === 'group';
  const content = (
    <>
      <Avatar id={entity.id} name={entity.name} kind={group ? 'company' : 'person'} size={24} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{entity.name}</span>
        <span className="num block truncate text-xs text-ink-3">
          {entity.visits} of {counted(entity.of, 'visit')} · {fraction(entity.lead)} of the lead
        </span>
      </span>
      <span className="num text-sm">{money(entity.revenue, currency)}</span>
    </>
  );
  const look = 'flex items-center gap-3 px-4 py-2 hover:bg-hover';
  return (
    <li className="border-b">
      {group ? (
        <Link to="/companies/$groupId" params={{ groupId: entity.id }} className={look}>
          {content}
        </Link>
      ) : (
        <Link to="/people/$personId" params={{ personId: entity.id }} className={look}>
          {content}
        </Link>
      )}
    </li>
  );
}
