import type { Role, Teammate } from '@spectacle/server/answers';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { Avatar } from '../display/Avatar.tsx';
import { When } from '../display/When.tsx';
import { roles } from '../session/roles.ts';
import { sessionQuery, useMay, useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';

/** One person of the team, with what an owner can change about it. */
export function TeammateRow({ teammate }: { teammate: Teammate }) {
  const { email, name, role, since, lastSeen } = teammate;
  const { path, session } = useWorkspace();
  const mayChange = useMay('administer');
  const own = session.account?.email === email;
  const shown = name === '' ? email : name;
  const client = useQueryClient();
  const address = `${path}/team/${encodeURIComponent(email)}`;
  const changed = async () => {
    await client.invalidateQueries({ queryKey: ['team'] });
    // Whoever changes the own role may do something else now.
    if (own) await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const change = useMutation({
    mutationFn: (to: Role) => request(address, { method: 'PATCH', body: { role: to } }),
    onSettled: changed,
  });
  const remove = useMutation({ mutationFn: () => request(address, { method: 'DELETE' }), onSuccess: changed });
  const error = change.error ?? remove.error;
  return (
    <li className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1 border-b py-2 text-sm">
      <Avatar id={email} name={shown} kind="person" size={28} />
      <span className="min-w-32 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{shown}</span>
          {own && <span className="rounded bg-active px-1.5 text-2xs text-ink-2">you</span>}
        </span>
        <span className="block truncate text-xs text-ink-3">
          {name !== '' && `${email} · `}
          {lastSeen === null ? (
            <>
              since <When time={since} as="date" />
            </>
          ) : (
            <>
              seen <When time={lastSeen} />
            </>
          )}
        </span>
        {error && (
          <span role="alert" className="block text-xs text-bad">
            {error.message}
          </span>
        )}
      </span>
      {mayChange ? (
        <span className="flex items-center gap-1">
          <select
            aria-label={`Role of ${shown}`}
            className="h-7 rounded-md border bg-raised px-1.5 text-xs font-medium text-ink capitalize"
            value={change.isPending ? change.variables : role}
            disabled={change.isPending}
            onChange={(event) => change.mutate(event.target.value as Role)}
          >
            {Object.keys(roles).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
          <RemoveButton name={shown} pending={remove.isPending} remove={() => remove.mutate()} />
        </span>
      ) : (
        <span className="text-xs text-ink-2 capitalize">{role}</span>
      )}
    </li>
  );
}

function RemoveButton({ name, pending, remove }: { name: string; pending: boolean; remove: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button size="small" tone="quiet" aria-label={`Remove ${name}`} onClick={() => setAsked(true)}>
        Remove
      </Button>
    );
  }
  return (
    <>
      <Button size="small" tone="quiet" onClick={() => setAsked(false)}>
        Keep
      </Button>
      <Button size="small" tone="danger" autoFocus disabled={pending} onClick={remove}>
        Remove from the team
      </Button>
    </>
  );
}
