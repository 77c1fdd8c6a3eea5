import type { ChannelRule, RulePreview as Preview } from '@spectacle/server/answers';
import { ArrowRight } from 'lucide-react';
import { channelColour } from '../channels/channel.ts';
import { count, counted } from '../display/count.ts';

export interface RulePreviewProps {
  preview: { data: Preview | undefined; error: Error | null; isFetching: boolean };
  /** Is everything said that must be, so that what is shown is of these rules? */
  complete: boolean;
  rules: ChannelRule[];
}

/** Which visits would move where, before the rules are saved. */
export function RulePreview({ preview: { data, error, isFetching }, complete, rules }: RulePreviewProps) {
  return (
    <section aria-labelledby="rule-preview" className="mt-8" aria-busy={isFetching}>
      <h2 id="rule-preview" className="text-sm font-semibold">
        What would move
      </h2>
      <p role="status" className="num mt-1 text-sm text-ink-2">
        {!complete
          ? 'Say of each rule its channel and what it compares with.'
          : error
            ? error.message
            : data === undefined
              ? 'Trying the rules on the visits so far …'
              : data.moved === 0
                ? `None of the ${counted(data.visits, 'visit')} so far would come through another channel.`
                : `${count(data.moved)} of ${counted(data.visits, 'visit')} so far would come through another channel.`}
      </p>
      {complete && !error && data && data.moves.length > 0 && (
        <ul aria-label="Moves" className="mt-3 border-t">
          {data.moves.map((move) => (
            <li key={`${move.from} ${move.to} ${move.rule}`} className="border-b py-2 text-sm">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
                <Name channel={move.from} />
                <ArrowRight size={13} aria-label="to" className="text-ink-3" />
                <Name channel={move.to} />
                <span className="text-xs text-ink-3">
                  {move.rule === null
                    ? 'by the default rules'
                    : `by rule ${move.rule}${rules.length > 1 ? `, ${rules[move.rule - 1]?.channel ?? ''}` : ''}`}
                </span>
                <span className="num ml-auto">{counted(move.visits, 'visit')}</span>
              </div>
              <p className="mt-0.5 truncate text-xs text-ink-3">
                such as{' '}
                {move.examples
                  .map(({ source, medium, campaign, referrer, landingPage }) =>
                    [[source, medium].filter(Boolean).join(' / '), campaign, referrer, pathOf(landingPage)]
                      .filter(Boolean)
                      .join(' · '),
                  )
                  .join('; ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Name({ channel }: { channel: string }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <span className="size-2 shrink-0 rounded-full" style={{ background: channelColour(channel) }} />
      <span className="truncate font-medium">{channel}</span>
    </span>
  );
}

/** The path of a page's address; the address itself if it is none. */
function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : address;
}
