import type { WebhookList } from '@spectacle/server/answers';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { Lacking } from '../session/Lacking.tsx';
import { useWorkspace } from '../session/session.ts';
import { Failure } from '../ui/Failure.tsx';
import { installationQuery } from './installation.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import { WebhookCard } from './WebhookCard.tsx';

/** Where payment systems report payments, with which secrets, and when they last did. */
export function WebhooksPage() {
  const { path, session } = useWorkspace();
  const installation = useQuery(installationQuery(path));
  const webhooks = useQuery({
    queryKey: ['webhooks', path],
    queryFn: ({ signal }) => request<WebhookList>(`${path}/webhooks`, { signal }),
    // Whoever sets one up waits for the first.
    refetchInterval: 10_000,
  });
  const error = webhooks.error ?? installation.error;
  const known = webhooks.data?.webhooks;
  const addressOf = (sender: string) =>
    `${installation.data?.baseUrl ?? ''}/webhooks/${sender}/${encodeURIComponent(session.workspaceId)}`;
  return (
    <SettingsFrame
      title="Webhooks"
      lead="Payments as your payment system reports them: each counts once, for whoever paid, and refunds take it back."
    >
      <Lacking right="administer" what="set and remove secrets" />
      {error ? (
        <Failure error={error} retry={() => void (webhooks.error ? webhooks : installation).refetch()} />
      ) : !known || !installation.data ? (
        <div role="status" aria-label="Loading" className="skeleton mt-6 h-80" />
      ) : (
        <>
          <WebhookCard
            sender="stripe"
            title="Stripe"
            known={known.find(({ sender }) => sender === 'stripe')}
            address={addressOf('stripe')}
          >
            In Stripe’s dashboard, add an endpoint with this address for the events{' '}
            <code>payment_intent.succeeded</code>, <code>refund.created</code>, <code>refund.failed</code>,{' '}
            <code>charge.dispute.created</code> and <code>charge.dispute.closed</code>. Then paste the signing secret
            that it shows.
          </WebhookCard>
          <WebhookCard
            sender="payments"
            title="Any other payment system"
            known={known.find(({ sender }) => sender === 'payments')}
            address={addressOf('payments')}
          >
            Send <code>{'{"payments": [{"id", "amount", "currency", "customer"}]}'}</code> to this address, signed with
            the secret in the header <code>Spectacle-Signature</code>.
          </WebhookCard>
        </>
      )}
    </SettingsFrame>
  );
}
