/**
 * What the action returns, or undefined if it throws. For browser features that may be forbidden: merely naming
 * `localStorage` throws where storage is blocked, and so does `document.cookie` in a sandboxed frame.
 */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
