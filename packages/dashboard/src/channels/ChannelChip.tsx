import type { Touch } from '@spectacle/server/answers';
import { channelColour } from './channel.ts';

/** A visit's origin in one line: the channel's colour and name, then the campaign or source if there is one. */
export function ChannelChip({ touch, detail = true }: { touch: Touch; detail?: boolean }) {
  const more = touch.campaign || (touch.channel === 'Direct' ? '' : touch.source);
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5" title={touchText(touch)}>
      <span className="size-2 shrink-0 rounded-full" style={{ background: channelColour(touch.channel) }} />
      <span className="shrink-0">{touch.channel}</span>
      {detail && more !== '' && <span className="truncate text-ink-3">{more}</span>}
    </span>
  );
}

/** "Paid Search · google / cpc · brand-emea". */
export function touchText(touch: Touch): string {
  const origin = [touch.source, touch.medium].filter((part) => part !== '').join(' / ');
  return [touch.channel, touch.channel === 'Direct' ? '' : origin, touch.campaign]
    .filter((part) => part !== '')
    .join(' · ');
}
