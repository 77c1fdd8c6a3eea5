import type { Person } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import { ChannelChip } from '../channels/ChannelChip.tsx';
import { Avatar } from '../display/Avatar.tsx';
import { count } from '../display/count.ts';
import { money } from '../display/money.ts';
import { traitText } from '../display/traitText.ts';
import { When } from '../display/When.tsx';
import type { Column } from '../table/column.ts';
import type { Field } from '../table/field.ts';
import { personName } from './personName.ts';

const none = <span className="text-ink-3">–</span>;

const standard: Column<Person>[] = [
  {
    id: 'name',
    label: 'Person',
    field: 'name',
    width: 300,
    cell: (person) => {
      const name = personName(person);
      const email = person.emails[0];
      return (
        <Link
          to="/people/$personId"
          params={{ personId: person.personId }}
          tabIndex={-1}
          className="flex min-w-0 items-center gap-2.5"
        >
          <Avatar id={person.personId} name={name} kind="person" />
          <span className="max-w-[75%] shrink-0 truncate font-medium max-md:max-w-none max-md:shrink">{name}</span>
          {email && email !== name && <span className="truncate text-xs text-ink-3 max-md:hidden">{email}</span>}
        </Link>
      );
    },
  },
  {
    id: 'company',
    label: 'Company',
    field: 'groupId',
    width: 200,
    cell: (person) =>
      person.groupId === null ? (
        none
      ) : (
        <Link
          to="/companies/$groupId"
          params={{ groupId: person.groupId }}
          tabIndex={-1}
          className="flex min-w-0 items-center gap-2 hover:underline"
        >
          <Avatar id={person.groupId} name={person.groupName ?? person.groupId} kind="company" size={16} />
          <span className="truncate">{person.groupName ?? person.groupId}</span>
        </Link>
      ),
  },
  {
    id: 'lastSeen',
    label: 'Last seen',
    field: 'lastSeen',
    width: 112,
    numeric: true,
    time: true,
    cell: (person) => (person.lastSeen ? <When time={person.lastSeen} className="text-ink-2" /> : none),
  },
  {
    id: 'firstSeen',
    label: 'First seen',
    field: 'firstSeen',
    width: 112,
    numeric: true,
    time: true,
    cell: (person) => (person.firstSeen ? <When time={person.firstSeen} as="date" className="text-ink-2" /> : none),
  },
  {
    id: 'firstTouch',
    label: 'First touch',
    field: 'channel',
    width: 220,
    cell: (person) => (person.firstTouch ? <ChannelChip touch={person.firstTouch} /> : none),
  },
  { id: 'visits', label: 'Visits', field: 'visits', width: 88, numeric: true, cell: (person) => count(person.visits) },
  { id: 'events', label: 'Events', field: 'events', width: 88, numeric: true, cell: (person) => count(person.events) },
  {
    id: 'revenue',
    label: 'Revenue',
    field: 'revenue',
    width: 120,
    numeric: true,
    cell: (person) => (person.revenue === 0 ? none : money(person.revenue, person.currency)),
  },
  {
    id: 'userId',
    label: 'User id',
    field: 'userId',
    width: 160,
    cell: (person) => <span className="truncate font-mono text-xs text-ink-2">{person.userId ?? '–'}</span>,
  },
];

/** The columns shown until the reader chooses others. */
export const usualPersonColumns = ['company', 'lastSeen', 'firstTouch', 'visits', 'events', 'revenue'];

/** The standard columns and one for every trait. */
export function personColumns(traits: Field[]): Column<Person>[] {
  return [
    ...standard,
    ...traits.map(({ field, label, numeric }) => ({
      id: field,
      label,
      field,
      width: 140,
      numeric: numeric ?? false,
      cell: (person: Person) => {
        const text = traitText(person.traits[field.slice('traits.'.length)]);
        return text === '' ? none : <span className="truncate text-ink-2">{text}</span>;
      },
    })),
  ];
}

/** What the list of people can be filtered by, traits first; revenue is in `currency`. */
export function personFields(traits: Field[], currency: string): Field[] {
  const own = standard.flatMap(({ field, label, numeric, time }) =>
    field === null
      ? []
      : [
          {
            field,
            label,
            numeric: numeric ?? false,
            time: time ?? false,
            currency: field === 'revenue' ? currency : undefined,
          },
        ],
  );
  return [...traits, ...own];
}
