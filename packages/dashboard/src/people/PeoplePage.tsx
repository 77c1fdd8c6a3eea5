import type { Person, PersonList } from '@spectacle/server/answers';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { useMemo } from 'react';
import { useWorkspace } from '../session/session.ts';
import { ListPage } from '../table/ListPage.tsx';
import { useList } from '../table/useList.ts';
import { useTraitFields } from '../table/useTraitFields.ts';
import { Empty } from '../ui/Empty.tsx';
import { personColumns, personFields, usualPersonColumns } from './personColumns.tsx';

export function PeoplePage() {
  const search = useSearch({ from: '/people' });
  const { settings } = useWorkspace();
  const navigate = useNavigate({ from: '/people' });
  const query = useList<PersonList>('people', search);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.people) ?? [], [query.data]);
  const traits = useTraitFields<PersonList, Person>('people', (page) => page.people);
  const columns = useMemo(() => personColumns(traits), [traits]);
  const fields = useMemo(() => personFields(traits, settings.currency), [traits, settings.currency]);
  return (
    <ListPage
      title="People"
      noun={{ one: 'person', many: 'people' }}
      list="people"
      search={search}
      setSearch={(next) => void navigate({ search: next, replace: true })}
      query={query}
      rows={rows}
      total={query.data?.pages[0]?.total ?? 0}
      columns={columns}
      usual={usualPersonColumns}
      fields={fields}
      rowId={(person) => person.personId}
      open={(person) => void navigate({ to: '/people/$personId', params: { personId: person.personId } })}
      nothing={
        <Empty icon={<Users size={18} />} title="Nobody yet">
          A person appears with the first page view, anonymous until <code className="font-mono text-xs">identify</code>
          .{' '}
          <Link to="/settings/installation" className="text-accent-ink underline underline-offset-2">
            Go there in three steps
          </Link>
        </Empty>
      }
    />
  );
}
