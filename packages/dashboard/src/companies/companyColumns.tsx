import type { GroupSummary } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import { ChannelChip } from '../channels/ChannelChip.tsx';
import { Avatar } from '../display/Avatar.tsx';
import { count } from '../display/count.ts';
import { money } from '../display/money.ts';
import { Sparkline } from '../display/Sparkline.tsx';
import { traitLine, traitText } from '../display/traitText.ts';
import { When } from '../display/When.tsx';
import type { Column } from '../table/column.ts';
import type { Field } from '../table/field.ts';
import { companyName } from './companyName.ts';

const none = <span className="text-ink-3">–</span>;

const standard: Column<GroupSummary>[] = [
  {
    id: 'name',
    label: 'Company',
    field: 'name',
    width: 300,
    cell: (group) => {
      const name = companyName(group);
      return (
        <Link
          to="/companies/$groupId"
          params={{ groupId: group.groupId }}
          tabIndex={-1}
          className="flex min-w-0 items-center gap-2.5"
        >
          <Avatar id={group.groupId} name={name} kind="company" />
          <span className="max-w-[75%] shrink-0 truncate font-medium max-md:max-w-none max-md:shrink">{name}</span>
          <span className="truncate text-xs text-ink-3 max-md:hidden">{traitLine(group.special, 'domain')}</span>
        </Link>
      );
    },
  },
  {
    id: 'plan',
    label: 'Plan',
    field: 'plan',
    width: 120,
    cell: (group) => <Plan plan={traitLine(group.special, 'plan')} />,
  },
  {
    id: 'members',
    label: 'People',
    field: 'members',
    width: 80,
    numeric: true,
    cell: (group) => count(group.members),
  },
  {
    id: 'lastSeen',
    label: 'Last seen',
    field: 'lastSeen',
    width: 112,
    numeric: true,
    time: true,
    cell: (group) => (group.lastSeen ? <When time={group.lastSeen} className="text-ink-2" /> : none),
  },
  {
    id: 'activity',
    label: 'Last 30 days',
    field: null,
    width: 124,
    cell: (group) => <Sparkline days={group.activity} />,
  },
  {
    id: 'firstTouch',
    label: 'First touch',
    field: 'channel',
    width: 220,
    cell: (group) => (group.firstTouch ? <ChannelChip touch={group.firstTouch} /> : none),
  },
  {
    id: 'lead',
    label: 'Lead since',
    field: 'lead',
    width: 112,
    numeric: true,
    time: true,
    cell: (group) => (group.lead ? <When time={group.lead} as="date" className="text-ink-2" /> : none),
  },
  {
    id: 'customer',
    label: 'Customer since',
    field: 'customer',
    width: 128,
    numeric: true,
    time: true,
    cell: (group) => (group.customer ? <When time={group.customer} as="date" className="text-ink-2" /> : none),
  },
  {
    id: 'revenue',
    label: 'Revenue',
    field: 'revenue',
    width: 120,
    numeric: true,
    cell: (group) => (group.revenue === 0 ? none : money(group.revenue, group.currency)),
  },
  {
    id: 'firstSeen',
    label: 'First seen',
    field: 'firstSeen',
    width: 112,
    numeric: true,
    time: true,
    cell: (group) => (group.firstSeen ? <When time={group.firstSeen} as="date" className="text-ink-2" /> : none),
  },
  { id: 'visits', label: 'Visits', field: 'visits', width: 88, numeric: true, cell: (group) => count(group.visits) },
  { id: 'events', label: 'Events', field: 'events', width: 88, numeric: true, cell: (group) => count(group.events) },
  {
    id: 'industry',
    label: 'Industry',
    field: 'industry',
    width: 140,
    cell: (group) => <Text text={traitLine(group.special, 'industry')} />,
  },
  {
    id: 'employees',
    label: 'Employees',
    field: 'employees',
    width: 112,
    numeric: true,
    cell: (group) => <Text text={traitLine(group.special, 'employeesText', 'employees')} />,
  },
  {
    id: 'domain',
    label: 'Domain',
    field: 'domain',
    width: 180,
    cell: (group) => <Text text={traitLine(group.special, 'domain')} />,
  },
  {
    id: 'groupId',
    label: 'Company id',
    field: 'groupId',
    width: 160,
    cell: (group) => <span className="truncate font-mono text-xs text-ink-2">{group.groupId}</span>,
  },
];

/** The columns shown until the reader chooses others. */
export const usualCompanyColumns = ['plan', 'members', 'lastSeen', 'activity', 'firstTouch', 'lead', 'revenue'];

/** Traits that have a column of their own, normalised. */
const normalised = new Set(['name', 'plan', 'industry', 'employees', 'website']);

/** The standard columns and one for every other trait. */
export function companyColumns(traits: Field[]): Column<GroupSummary>[] {
  return [...standard, ...otherTraits(traits).map(traitColumn)];
}

/** What the list of companies can be filtered by; revenue is in `currency`. */
export function companyFields(traits: Field[], currency: string): Field[] {
  const own = standard.flatMap(({ field, label, numeric, time }) => {
    if (field === null) return [];
    const values = traits.find((trait) => trait.field === `traits.${field}`)?.values;
    return [
      {
        field,
        label: field === 'channel' ? 'First channel' : label,
        numeric: numeric ?? false,
        time: time ?? false,
        currency: field === 'revenue' ? currency : undefined,
        ...(values && { values }),
      },
    ];
  });
  const touch = ['source', 'medium', 'campaign'].map((field) => ({ field, label: `First ${field}` }));
  return [...own, ...touch, ...otherTraits(traits)];
}

function otherTraits(traits: Field[]): Field[] {
  return traits.filter(({ field }) => !normalised.has(field.slice('traits.'.length)));
}

function traitColumn({ field, label, numeric }: Field): Column<GroupSummary> {
  const key = field.slice('traits.'.length);
  return {
    id: field,
    label,
    field,
    width: 128,
    numeric: numeric ?? false,
    cell: (group) => <Text text={traitText(group.traits[key])} />,
  };
}

function Plan({ plan }: { plan: string | null }) {
  if (plan === null) return none;
  return <span className="truncate rounded bg-active px-1.5 py-px text-xs font-medium text-ink-2">{plan}</span>;
}

function Text({ text }: { text: string | null }) {
  if (text === null || text === '') return none;
  return (
    <span className="truncate text-ink-2" title={text}>
      {text}
    </span>
  );
}
