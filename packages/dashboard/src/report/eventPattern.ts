import type { EventPattern } from '@spectacle/server/answers';
import { textOf } from '../shell/searchParams.ts';

const types = ['page', 'track', 'identify', 'group', 'alias'];

/**
 * A pattern as it stands in an address: the type, a colon, the name.
 *
 * @example writePattern({ type: 'track', name: 'Trial Started' }) // "track:Trial Started"
 */
export function writePattern({ type, name }: EventPattern): string {
  return `${type}:${name}`;
}

/** The pattern of an address; null for what is none. */
export function readPattern(text: string): EventPattern | null {
  const colon = text.indexOf(':');
  const type = text.slice(0, colon);
  return colon < 0 || (type !== '' && !types.includes(type)) ? null : { type, name: text.slice(colon + 1) };
}

/** What of an address is a pattern as it is written; undefined for what is none. */
export function patternText(raw: unknown): string | undefined {
  const text = textOf(raw);
  return text !== undefined && readPattern(text) !== null ? text : undefined;
}

/** The pattern of a part of an address; without one, any event. */
export function patternOf(text: string | undefined): EventPattern {
  return (text === undefined ? null : readPattern(text)) ?? anyEvent;
}

/** What people call it: "Trial Started", "page /pricing", "any page". */
export function patternLabel({ type, name }: EventPattern): string {
  if (type === 'track') return name === '' ? 'any track event' : name;
  if (type === 'page') return name === '' ? 'any page' : `page ${name}`;
  if (type === 'identify') return 'identified';
  if (type === 'group') return 'company named';
  if (type === '') return name === '' ? 'any event' : name;
  return name === '' ? type : `${type} ${name}`;
}

export const anyEvent: EventPattern = { type: '', name: '' };
