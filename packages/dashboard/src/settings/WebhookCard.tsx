import type { NewWebhook, Webhook, WebhookSender } from '@spectacle/server/answers';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { request } from '../api/request.ts';
import { When } from '../display/When.tsx';
import { useMay, useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { Code } from '../ui/Code.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';

export interface WebhookCardProps {
  sender: WebhookSender;
  title: string;
  /** Undefined: no secret is set, so nothing is taken. */
  known: Webhook | undefined;
  /** Where it sends to. */
  address: string;
  /** What to do at the sender. */
  children: ReactNode;
}

/** One sender of webhooks: its address, its secret, and what came of late. */
export function WebhookCard({ sender, title, known, address, children }: WebhookCardProps) {
  const mayWrite = useMay('administer');
  return (
    <section className="mt-6 rounded-lg border p-4" aria-label={title}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-base font-semibold">{title}</h2>
        <span className={`text-xs ${known ? 'text-good' : 'text-ink-3'}`}>
          {known ? (
            <>
              Takes payments since <When time={known.since} as="date" />
            </>
          ) : (
            'Not set up'
          )}
        </span>
      </div>
      <p className="mt-1 text-sm text-ink-2 [&_code]:font-mono [&_code]:text-xs [&_code]:break-words">{children}</p>
      <p className="mt-4 text-xs font-medium text-ink-3">Address</p>
      <div className="mt-1 flex items-center gap-2">
        <code className="min-w-0 flex-1 rounded-md border bg-side px-2.5 py-1.5 font-mono text-xs break-all select-all">
          {address}
        </code>
        <CopyButton text={address} />
      </div>
      {known && <Receipts known={known} />}
      {mayWrite && <SecretForm sender={sender} isSet={known !== undefined} />}
    </section>
  );
}

/** When the last one came, and why the last one that was refused was. */
function Receipts({ known: { received, refused } }: { known: Webhook }) {
  return (
    <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      <dt className="text-ink-3">Last received</dt>
      <dd>
        {received ? (
          <>
            <When time={received.at} />{' '}
            {received.message !== '' && <span className="text-ink-2">{received.message}</span>}
          </>
        ) : (
          'Nothing yet'
        )}
      </dd>
      {refused && (
        <>
          <dt className="text-ink-3">Last refused</dt>
          <dd className={received && received.at > refused.at ? 'text-ink-2' : 'text-bad'}>
            <When time={refused.at} /> {refused.message}
          </dd>
        </>
      )}
    </dl>
  );
}

function SecretForm({ sender, isSet }: { sender: WebhookSender; isSet: boolean }) {
  const { path } = useWorkspace();
  const field = useId();
  const [secret, setSecret] = useState('');
  const [removing, setRemoving] = useState(false);
  const client = useQueryClient();
  const known = () => client.invalidateQueries({ queryKey: ['webhooks'] });
  const set = useMutation({
    mutationFn: (own: string) =>
      request<NewWebhook>(`${path}/webhooks/${sender}`, { method: 'PUT', body: own === '' ? {} : { secret: own } }),
    onSuccess: () => {
      setSecret('');
      return known();
    },
  });
  const remove = useMutation({
    mutationFn: () => request(`${path}/webhooks/${sender}`, { method: 'DELETE' }),
    onSuccess: () => {
      setRemoving(false);
      set.reset();
      return known();
    },
  });
  const makes = sender === 'payments' && secret.trim() === '';
  const error = set.error ?? remove.error;
  return (
    <form
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate(secret.trim());
      }}
    >
      <label htmlFor={field} className="text-xs font-medium text-ink-3">
        {isSet ? 'Another secret' : 'Secret'}
      </label>
      <div className="mt-1 flex flex-wrap gap-2">
        <input
          id={field}
          type="password"
          autoComplete="off"
          minLength={16}
          maxLength={200}
          className="field min-w-40 flex-1 font-mono"
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
          placeholder={sender === 'stripe' ? 'whsec_…' : 'One of your own, or none to have one made'}
        />
        <Button
          type="submit"
          tone={isSet ? 'plain' : 'accent'}
          disabled={set.isPending || (sender === 'stripe' && secret.trim() === '')}
        >
          {makes ? 'Make a secret' : isSet ? 'Replace it' : 'Set it'}
        </Button>
        {isSet &&
          (removing ? (
            <>
              <Button tone="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
                Take no more
              </Button>
              <Button tone="quiet" onClick={() => setRemoving(false)}>
                Keep it
              </Button>
            </>
          ) : (
            <Button tone="quiet" onClick={() => setRemoving(true)}>
              Remove …
            </Button>
          ))}
      </div>
      {error && (
        <p role="alert" className="mt-2 text-xs text-bad">
          {error.message}
        </p>
      )}
      <div role="status">
        {set.data?.secret !== undefined ? (
          <div className="mt-3">
            <p className="mb-1 text-sm">Copy the secret now. It is not shown again.</p>
            <Code text={set.data.secret} />
          </div>
        ) : (
          set.isSuccess && <p className="mt-2 text-xs text-good">The secret is set.</p>
        )}
      </div>
    </form>
  );
}
