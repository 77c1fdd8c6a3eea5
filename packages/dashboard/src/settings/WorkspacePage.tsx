import type { Settings } from '@spectacle/server/answers';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import { request } from '../api/request.ts';
import { useNames } from '../report/useNames.ts';
import { Lacking } from '../session/Lacking.tsx';
import { useMay, useWorkspace } from '../session/session.ts';
import { MembershipPreview } from './MembershipPreview.tsx';
import { NameList } from './NameList.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

const currencies = Intl.supportedValuesOf('currency');
const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** How the workspace counts. Saved as a whole; the numbers of every page follow at once. */
export function WorkspacePage() {
  const { settings, path, session } = useWorkspace();
  const mayWrite = useMay('administer');
  const [draft, setDraft] = useState(settings);
  const client = useQueryClient();
  const names = useNames();
  const save = useMutation({
    mutationFn: (next: Settings) => request<Settings>(`${path}/settings`, { method: 'PATCH', body: next }),
    onSuccess: async (saved) => {
      setDraft(saved);
      client.setQueryData(['settings', session.workspaceId], saved);
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'settings' });
    },
  });
  const change = (part: Partial<Settings>) => setDraft({ ...draft, ...part });
  const changed = JSON.stringify(draft) !== JSON.stringify(settings);
  const [agreed, setAgreed] = useState(0);
  const erases =
    draft.retentionDays > 0 && (settings.retentionDays === 0 || draft.retentionDays < settings.retentionDays);
  return (
    <SettingsFrame
      title="Settings"
      lead="How this workspace counts. Events stay as they are, and every number is derived from them anew."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(draft);
        }}
      >
        <p className="mt-2 text-sm md:hidden">
          <Link to="/settings/installation" className="text-accent-ink underline underline-offset-2">
            Installation and snippet
          </Link>
        </p>
        <fieldset disabled={!mayWrite} className="mt-4 min-w-0">
          <Lacking right="administer" what="change these" />
          <Setting title="Name" text="What the menu and invitations call this workspace.">
            {(id) => (
              <input
                id={id}
                className="field w-full"
                maxLength={100}
                placeholder={session.workspaceId}
                value={draft.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            )}
          </Setting>
          <Setting
            title="Whose events make a company’s story"
            text="When somebody changes company: does their past come along?"
          >
            {(id) => (
              <select
                id={id}
                className="field w-full"
                value={draft.membership}
                onChange={(event) => change({ membership: event.target.value === 'history' ? 'history' : 'current' })}
              >
                <option value="current">All events of its present members</option>
                <option value="history">Events of whoever was a member at the time</option>
              </select>
            )}
          </Setting>
          {draft.membership !== settings.membership && <MembershipPreview to={draft.membership} />}
          <Setting title="Whose journey is attributed" text="One journey of the whole company, or one for each person.">
            {(id) => (
              <select
                id={id}
                className="field w-full"
                value={draft.level}
                onChange={(event) => change({ level: event.target.value === 'person' ? 'person' : 'group' })}
              >
                <option value="group">The company’s</option>
                <option value="person">The person’s</option>
              </select>
            )}
          </Setting>
          <Setting
            title="Cut-off events"
            text="Names of the track events that make a lead and end its journey. None: the first identify."
          >
            {(id) => (
              <NameList
                id={id}
                names={draft.cutoffEvents}
                setNames={(cutoffEvents) => change({ cutoffEvents })}
                placeholder="Trial Started"
                seen={names.data?.events.filter(({ type }) => type === 'track').map(({ name }) => name)}
              />
            )}
          </Setting>
          <Setting title="Attribution window" text="Days before the cut-off in which visits count, up to two years.">
            {(id) => (
              <input
                id={id}
                type="number"
                min={1}
                max={730}
                required
                className="field num w-28"
                value={draft.attributionWindowDays}
                onChange={(event) => change({ attributionWindowDays: event.target.valueAsNumber || 0 })}
              />
            )}
          </Setting>
          <Setting title="Your own domains" text="A visit does not begin anew when somebody comes from one of these.">
            {(id) => (
              <NameList
                id={id}
                names={draft.domains}
                setNames={(domains) => change({ domains })}
                placeholder="example.com"
              />
            )}
          </Setting>
          <Setting title="Currency" text="Revenue that names no currency is in this one.">
            {(id) => (
              <select
                id={id}
                className="field w-28"
                value={draft.currency}
                onChange={(event) => change({ currency: event.target.value })}
              >
                {currencies.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            )}
          </Setting>
          <Setting title="Time zone" text="Days, weeks and months begin at its midnight.">
            {(id) => (
              <select
                id={id}
                className="field w-full"
                value={draft.timeZone}
                onChange={(event) => change({ timeZone: event.target.value })}
              >
                {[...new Set([draft.timeZone, ...timeZones])].map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            )}
          </Setting>
          <Setting
            title="Keep events"
            text="Days since they happened, or 0: for ever. The journeys of older events end with them."
          >
            {(id) => (
              <>
                <input
                  id={id}
                  type="number"
                  min={0}
                  max={36_500}
                  required
                  className="field num w-28"
                  value={draft.retentionDays}
                  onChange={(event) => change({ retentionDays: event.target.valueAsNumber || 0 })}
                />
                {erases && (
                  <label className="mt-3 flex gap-2 text-sm text-bad">
                    <input
                      type="checkbox"
                      checked={agreed === draft.retentionDays}
                      onChange={(event) => setAgreed(event.target.checked ? draft.retentionDays : 0)}
                    />
                    Saving erases all events older than {draft.retentionDays} days. They cannot be brought back.
                  </label>
                )}
              </>
            )}
          </Setting>
        </fieldset>
        <SaveBar
          changed={changed}
          ready={mayWrite && !(erases && agreed !== draft.retentionDays)}
          saving={save}
          saved="Saved."
          discard={() => setDraft(settings)}
        />
      </form>
    </SettingsFrame>
  );
}

function Setting({ title, text, children }: { title: string; text: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="grid gap-x-8 gap-y-2 border-t py-5 first:border-t-0 sm:grid-cols-2">
      <div>
        <label htmlFor={id} className="text-sm font-medium">
          {title}
        </label>
        <p className="mt-0.5 text-xs text-ink-3">{text}</p>
      </div>
      <div>{children(id)}</div>
    </div>
  );
}
