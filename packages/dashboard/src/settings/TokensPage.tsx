import type { NewToken, Token, TokenList } from '@spectacle/server/answers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { When } from '../display/When.tsx';
import { useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Failure } from '../ui/Failure.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

/** Who and what may read the workspace. Only admins see this. */
export function TokensPage() {
  const path = `${useWorkspace().path}/tokens`;
  const tokens = useQuery({
    queryKey: ['tokens', path],
    queryFn: ({ signal }) => request<TokenList>(path, { signal }),
  });
  return (
    <SettingsFrame
      title="Tokens"
      lead="What programs read and change this workspace with. The workspace id alone can only send events. People have accounts: see Team."
    >
      {tokens.error ? (
        <Failure error={tokens.error} retry={() => void tokens.refetch()} />
      ) : (
        <>
          <TokenMaker path={path} />
          {tokens.isPending && <div role="status" aria-label="Loading" className="skeleton mt-6 h-24" />}
          <ul className="mt-6 border-t">
            {tokens.data?.tokens.map((token) => (
              <TokenRow key={token.id} token={token} path={path} />
            ))}
          </ul>
        </>
      )}
    </SettingsFrame>
  );
}

/** In the words of the table of roles: a viewer, a member, an owner. */
const mayDo: Record<Token['role'], string> = {
  read: 'May read',
  write: 'May read and change',
  admin: 'May do everything',
};

function TokenMaker({ path }: { path: string }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Token['role']>('read');
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () => request<NewToken>(path, { method: 'POST', body: { name: name.trim(), role } }),
    onSuccess: async () => {
      setName('');
      await client.invalidateQueries({ queryKey: ['tokens'] });
    },
  });
  return (
    <>
      <form
        className="mt-6 flex flex-wrap gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <input
          aria-label="What the token is for"
          className="field min-w-40 flex-1"
          placeholder="What it is for"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <select
          aria-label="What it may do"
          className="field"
          value={role}
          onChange={(event) => setRole(event.target.value as Token['role'])}
        >
          {Object.entries(mayDo).map(([each, may]) => (
            <option key={each} value={each}>
              {may}
            </option>
          ))}
        </select>
        <Button type="submit" tone="accent" disabled={make.isPending}>
          Make a token
        </Button>
      </form>
      {make.error && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {make.error.message}
        </p>
      )}
      {make.data && (
        <div role="status" className="mt-3 flex flex-wrap items-center gap-3 rounded-lg bg-good-soft px-4 py-3 text-sm">
          <span className="min-w-0 flex-1">
            Copy it now, it is not shown again:{' '}
            <code className="font-mono text-xs break-all select-all">{make.data.token}</code>
          </span>
          <CopyButton text={make.data.token} />
        </div>
      )}
    </>
  );
}

function TokenRow({ token, path }: { token: Token; path: string }) {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => request<Token>(`${path}/${encodeURIComponent(token.id)}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  });
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-b py-2 text-sm">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{token.name === '' ? 'Without a name' : token.name}</span>
        <span className="text-xs text-ink-3">
          {mayDo[token.role]} · made <When time={token.createdAt} />
        </span>
        {revoke.error && (
          <span role="alert" className="block text-xs text-bad">
            {revoke.error.message}
          </span>
        )}
      </span>
      {asked ? (
        <span className="flex gap-1">
          <Button size="small" tone="quiet" onClick={() => setAsked(false)}>
            Keep it
          </Button>
          <Button size="small" tone="danger" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
            Revoke for good
          </Button>
        </span>
      ) : (
        <Button size="small" tone="quiet" aria-label={`Revoke ${token.name}`} onClick={() => setAsked(true)}>
          Revoke
        </Button>
      )}
    </li>
  );
}
