/**
 * The channels in a fixed order with their colour tokens (tokens.css). GA4's eighteen default groups, AI Assistant, and
 * Unassigned for what no rule matches.
 */
const tokens: Record<string, string> = {
  'Paid Search': 'paid-search',
  'Organic Search': 'organic-search',
  Direct: 'direct',
  Referral: 'referral',
  'Paid Social': 'paid-social',
  'Organic Social': 'organic-social',
  Email: 'email',
  'AI Assistant': 'ai-assistant',
  Display: 'display',
  'Paid Video': 'paid-video',
  'Organic Video': 'organic-video',
  'Cross-network': 'cross-network',
  'Paid Shopping': 'paid-shopping',
  'Organic Shopping': 'organic-shopping',
  'Paid Other': 'paid-other',
  Affiliates: 'affiliates',
  Audio: 'audio',
  SMS: 'sms',
  'Mobile Push': 'mobile-push',
  Unassigned: 'unassigned',
};

/** Is this one of the channels? */
export function isChannel(name: string): boolean {
  return Object.hasOwn(tokens, name);
}

/** The CSS colour of a channel, the same in every chart, chip and lane. */
export function channelColour(channel: string): string {
  return `var(--channel-${tokens[channel] ?? 'unassigned'})`;
}

/** The channels by name, in the order of every legend. */
export const channelNames = Object.keys(tokens);

/** Sorts channels as every legend does. */
export function byChannel(a: string, b: string): number {
  return (
    (channelNames.indexOf(a) + 1 || channelNames.length + 1) - (channelNames.indexOf(b) + 1 || channelNames.length + 1)
  );
}
