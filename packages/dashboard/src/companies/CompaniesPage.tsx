import type { GroupList, GroupSummary } from '@spectacle/server/answers';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { useMemo } from 'react';
import { useWorkspace } from '../session/session.ts';
import { ListPage } from '../table/ListPage.tsx';
import { useList } from '../table/useList.ts';
import { useTraitFields } from '../table/useTraitFields.ts';
import { Empty } from '../ui/Empty.tsx';
import { companyColumns, companyFields, usualCompanyColumns } from './companyColumns.tsx';

export function CompaniesPage() {
  const search = useSearch({ from: '/companies' });
  const { settings } = useWorkspace();
  const navigate = useNavigate({ from: '/companies' });
  const query = useList<GroupList>('groups', search);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.groups) ?? [], [query.data]);
  const traits = useTraitFields<GroupList, GroupSummary>('groups', (page) => page.groups);
  const columns = useMemo(() => companyColumns(traits), [traits]);
  const fields = useMemo(() => companyFields(traits, settings.currency), [traits, settings.currency]);
  return (
    <ListPage
      title="Companies"
      noun={{ one: 'company', many: 'companies' }}
      list="groups"
      search={search}
      setSearch={(next) => void navigate({ search: next, replace: true })}
      query={query}
      rows={rows}
      total={query.data?.pages[0]?.total ?? 0}
      columns={columns}
      usual={usualCompanyColumns}
      fields={fields}
      rowId={(group) => group.groupId}
      open={(group) => void navigate({ to: '/companies/$groupId', params: { groupId: group.groupId } })}
      nothing={
        <Empty icon={<Building2 size={18} />} title="No company yet">
          A company appears with the first <code className="font-mono text-xs">spectacle.group('company_123')</code> on
          your site.{' '}
          <Link to="/settings/installation" className="text-accent-ink underline underline-offset-2">
            Go there in three steps
          </Link>
        </Empty>
      }
    />
  );
}
