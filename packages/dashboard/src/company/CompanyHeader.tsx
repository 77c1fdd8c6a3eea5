import type { GroupSummary, TraitHistory } from '@spectacle/server/answers';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronRight, ExternalLink } from 'lucide-react';
import { Fragment, type ReactNode, useMemo } from 'react';
import { touchText } from '../channels/ChannelChip.tsx';
import { channelColour } from '../channels/channel.ts';
import { companyName } from '../companies/companyName.ts';
import { Avatar } from '../display/Avatar.tsx';
import { count, counted } from '../display/count.ts';
import { money } from '../display/money.ts';
import { safeUrl } from '../display/safeUrl.ts';
import { shortDate } from '../display/time.ts';
import { traitLine } from '../display/traitText.ts';
import { When } from '../display/When.tsx';
import { useWorkspace } from '../session/session.ts';
import { Dotted } from '../ui/Dotted.tsx';
import { RecordActions } from '../ui/RecordActions.tsx';
import { traitPeriods } from './traitPeriods.ts';

export interface CompanyHeaderProps {
  company: GroupSummary;
  /** Where the API keeps it. */
  path: string;
  history: TraitHistory['traits'];
}

/** Who the company is, and its story in one sentence. */
export function CompanyHeader({ company, path, history }: CompanyHeaderProps) {
  const navigate = useNavigate();
  const name = companyName(company);
  const special = company.special;
  const domain = traitLine(special, 'domain');
  const employees = traitLine(special, 'employeesText', 'employees');
  const facts = [
    domain && <Outside key="domain" href={domain} text={domain} />,
    traitLine(special, 'industry'),
    employees && `${/^\d+$/.test(employees) ? count(Number(employees)) : employees} employees`,
    traitLine(special, 'phone'),
    traitLine(special, 'linkedInUrl') && (
      <Outside key="in" href={traitLine(special, 'linkedInUrl') ?? ''} text="LinkedIn" />
    ),
  ];
  return (
    <header className="px-4 pt-3 pb-4">
      <nav aria-label="Breadcrumb" className="flex items-center gap-1 text-xs text-ink-3">
        <Link to="/companies" className="hover:text-ink">
          Companies
        </Link>
        <ChevronRight size={12} />
        <span className="truncate">{name}</span>
      </nav>
      <div className="mt-3 flex items-start gap-3.5">
        <Avatar id={company.groupId} name={name} kind="company" size={44} />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 break-words text-xl leading-7 font-semibold tracking-tight">{name}</h1>
            <Plan history={history} />
          </div>
          <Dotted className="text-sm text-ink-2" parts={facts} />
        </div>
        <RecordActions
          name={name}
          path={path}
          forgets="Every event that names this company is erased, and its history with it. The people stay."
          gone={() => void navigate({ to: '/companies' })}
        />
      </div>
      <Story company={company} />
    </header>
  );
}

/** The present plan, and what it was before. */
function Plan({ history }: { history: TraitHistory['traits'] }) {
  const { timeZone } = useWorkspace().settings;
  const periods = useMemo(() => traitPeriods(history, 'plan'), [history]);
  const now = periods[periods.length - 1];
  const before = periods[periods.length - 2];
  if (!now || now.to !== null) return null;
  return (
    <span className="flex items-center gap-2 text-sm">
      <span className="rounded-md bg-accent-soft px-2 py-0.5 text-xs font-medium text-accent-ink">{now.label}</span>
      {before && (
        <span className="text-xs text-ink-3">
          was {before.label} until {shortDate(now.from, timeZone)}
        </span>
      )}
    </span>
  );
}

function Story({ company }: { company: GroupSummary }) {
  const parts: ReactNode[] = [
    <b key="people">{company.members === 1 ? '1 person' : `${company.members} people`}</b>,
    counted(company.visits, 'visit'),
  ];
  if (company.firstSeen) {
    parts.push(
      <Fragment key="first">
        first seen <When time={company.firstSeen} as="date" />
        {company.firstTouch && (
          <>
            {' via '}
            <span
              className="mr-1.5 ml-1 inline-block size-2 rounded-full"
              style={{ background: channelColour(company.firstTouch.channel) }}
            />
            {touchText(company.firstTouch)}
          </>
        )}
      </Fragment>,
    );
  }
  if (company.lead)
    parts.push(
      <Fragment key="lead">
        lead since <When time={company.lead} as="date" />
      </Fragment>,
    );
  if (company.customer)
    parts.push(
      <Fragment key="customer">
        customer since <When time={company.customer} as="date" />
      </Fragment>,
    );
  if (company.revenue !== 0)
    parts.push(
      <b key="money" className="num text-good">
        {money(company.revenue, company.currency)} paid
      </b>,
    );
  if (company.lastSeen)
    parts.push(
      <Fragment key="last">
        last seen <When time={company.lastSeen} />
      </Fragment>,
    );
  return (
    <Dotted className="mt-3.5 text-sm text-ink-2 [&_b]:font-semibold [&_b]:not-[.text-good]:text-ink" parts={parts} />
  );
}

function Outside({ href, text }: { href: string; text: string }) {
  const url = safeUrl(href);
  if (!url) return <>{text}</>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      className="inline-flex items-center gap-1 hover:text-ink hover:underline"
    >
      {text} <ExternalLink size={11} className="text-ink-3" aria-label="opens another site" />
    </a>
  );
}
