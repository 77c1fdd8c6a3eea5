import { callTypes } from '@spectacle/protocol';
import type { EventPattern } from '../reports/eventPattern.ts';
import { touches } from '../reports/question.ts';
import { BadQuery } from './query.ts';

const example = '{"type":"track","name":"Trial Started"}';

/** Reads an event pattern: JSON with a type, a name, both or neither. @throws BadQuery with a sentence that says what is wrong. */
export function readPattern(text: string | undefined, parameter: string): EventPattern {
  return text === undefined ? { type: '', name: '' } : pattern(parsed(text, parameter, example), parameter);
}

/** Reads the steps of a funnel: a JSON array of two to eight event patterns. @throws BadQuery */
export function readSteps(text: string): EventPattern[] {
  const steps = parsed(text, 'steps', `[{"type":"page","name":"/pricing"},${example}]`);
  if (!Array.isArray(steps) || steps.length < 2 || steps.length > 8) {
    throw new BadQuery('"steps" is an array of two to eight events.');
  }
  return steps.map((step, i) => pattern(step, `steps[${i}]`));
}

/** Reads what a report is broken down by: a touch, a trait (`trait:<key>`, `traits.<key>`) or a property (likewise). @throws BadQuery */
export function readBy(by: string): string {
  const trait = /^(?:trait:|traits\.)(.+)$/s.exec(by)?.[1];
  if (trait !== undefined) return `traits.${trait}`;
  const property = /^(?:property:|properties\.)(.+)$/s.exec(by)?.[1];
  if (property !== undefined) return `properties.${property}`;
  if (by === '' || touches.some((touch) => touch === by)) return by;
  throw new BadQuery(
    `"by" is ${touches.join(', ')}, trait:<key> of the company, or property:<key> of events; not "${by.slice(0, 100)}".`,
  );
}

function parsed(text: string, parameter: string, like: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadQuery(`"${parameter}" is JSON, like ${like}; this is not: ${text.slice(0, 100)}`);
  }
}

function pattern(value: unknown, parameter: string): EventPattern {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadQuery(`"${parameter}" is an object with type and name, like ${example}.`);
  }
  const { type = '', name = '', ...others } = value as Record<string, unknown>;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new BadQuery(`"${parameter}" has type and name, and no "${other.slice(0, 100)}".`);
  if (typeof type !== 'string' || (type !== '' && !callTypes.some((known) => known === type))) {
    throw new BadQuery(`The type of "${parameter}" is one of ${callTypes.join(', ')}, or empty for any.`);
  }
  if (typeof name !== 'string') throw new BadQuery(`The name of "${parameter}" is a text, or empty for any.`);
  return { type, name };
}
