import { channelColour, isChannel } from '../channels/channel.ts';

/** Number of colours in tokens.css (`--lane-0` …). */
const lanes = 10;

/** The colour of a row in a chart: a channel's own, else one by its place in the list. */
export function keyColour(key: string, place: number): string {
  return isChannel(key) ? channelColour(key) : `var(--lane-${place % lanes})`;
}
