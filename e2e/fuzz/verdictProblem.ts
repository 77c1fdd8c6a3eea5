import { rejectionCodes, requestCodes } from '@spectacle/protocol';

const statusOf: Record<string, number> = {
  invalid_json: 400, nothing_usable: 400, unknown_workspace: 401, too_large: 413, unsupported_type: 415, rate_limited: 429, overloaded: 503, store_unavailable: 503,
}; // biome-ignore format: a table

/** What is wrong with an answer of the collector, or undefined if it follows the contract (SPEC section 4). */
export function verdictProblem(status: number, text: string): string | undefined {
  let answer: Record<string, unknown>;
  try {
    answer = JSON.parse(text);
  } catch {
    return `the answer is not JSON: ${text.slice(0, 200)}`;
  }
  const { success, accepted, rejected, code, message, ...rest } = answer;
  if (Object.keys(rest).length > 0) return `unknown fields ${Object.keys(rest)}`;
  if (typeof success !== 'boolean' || !Number.isInteger(accepted) || !Array.isArray(rejected))
    return 'a field is missing';
  for (const { index, messageId, code: why, message: words, ...more } of rejected) {
    if (!Number.isInteger(index) || index < 0) return `a refusal has the index ${index}`;
    if (messageId !== null && typeof messageId !== 'string') return 'a refusal names no message';
    if (!rejectionCodes.includes(why)) return `the code ${why} is on no list`;
    if (typeof words !== 'string' || (!words.endsWith('.') && !words.endsWith('}).'))) return `no sentence: ${words}`;
    if (Object.keys(more).length > 0) return 'a refusal has unknown fields';
  }
  if (status === 200) {
    if (accepted === 0 || code !== undefined || message !== undefined) return '200 without anything stored';
    return success === (rejected.length === 0) ? undefined : 'success does not match the refusals';
  }
  if (!requestCodes.some((known) => known === code)) return `the code ${code} is on no list`;
  if (statusOf[code as string] !== status) return `${code} came with status ${status}`;
  if (success || accepted !== 0 || typeof message !== 'string') return 'a refusal of the whole that claims success';
  return undefined;
}
