/** A random id of 122 bits or more. `randomUUID` exists on https and localhost only. */
export function newId(): string {
  return crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
}
