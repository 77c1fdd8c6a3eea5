/**
 * Which events are meant. An empty type means any call, an empty name any name. The name is that of a track event, and of a page its
 * path; with `*` at its end it means all names that begin so.
 *
 * @example const docs: EventPattern = { type: 'page', name: '/docs/*' };
 */
export interface EventPattern {
  type: string;
  name: string;
}
