import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'radix-ui';
import { useWorkspace } from '../session/session.ts';
import { Code } from '../ui/Code.tsx';
import { Failure } from '../ui/Failure.tsx';
import { FirstEvent } from './FirstEvent.tsx';
import { installationQuery } from './installation.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import { waysOf } from './ways.ts';

export function InstallationPage() {
  const { path } = useWorkspace();
  const installation = useQuery(installationQuery(path));
  const ways = installation.data ? waysOf(installation.data) : [];
  return (
    <SettingsFrame
      title="Installation"
      lead="One script, four calls. Everything else, who works where and what brought them, follows from the events."
    >
      {installation.error && <Failure error={installation.error} retry={() => void installation.refetch()} />}
      {installation.isPending && <div role="status" aria-label="Loading" className="skeleton mt-6 h-80" />}
      {installation.data && (
        <>
          <FirstEvent hasEvents={installation.data.hasEvents} />
          <Tabs.Root defaultValue="script" className="mt-6">
            <Tabs.List aria-label="Ways to install" className="flex flex-wrap gap-0.5 border-b pb-2">
              {ways.map(({ id, label }) => (
                <Tabs.Trigger
                  key={id}
                  value={id}
                  className="h-7 rounded-md px-2.5 text-xs font-medium text-ink-2 hover:bg-hover data-[state=active]:bg-active data-[state=active]:text-ink"
                >
                  {label}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            {ways.map(({ id, text, code }) => (
              <Tabs.Content key={id} value={id} tabIndex={-1} className="mt-4">
                <p className="text-sm text-ink-2">{text}</p>
                <div className="mt-3">
                  <Code text={code} />
                </div>
              </Tabs.Content>
            ))}
          </Tabs.Root>
          <dl className="mt-8 grid grid-cols-[110px_1fr] gap-y-1.5 text-sm">
            <dt className="text-ink-3">Workspace id</dt>
            <dd className="font-mono text-xs leading-5 select-all">{installation.data.workspaceId}</dd>
            <dt className="text-ink-3">Server</dt>
            <dd className="font-mono text-xs leading-5 select-all">{installation.data.baseUrl}</dd>
          </dl>
          <p className="mt-2 text-xs text-ink-3">The workspace id is public: it can send events and read nothing.</p>
        </>
      )}
    </SettingsFrame>
  );
}
