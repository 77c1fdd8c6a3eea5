/**
 * The same value with every `var(--…)` in it looked up where `element` stands: a canvas knows no variables. Functions stay
 * as they are.
 */
export function withColours<Value>(value: Value, element: HTMLElement): Value {
  const probe = document.createElement('span');
  element.append(probe);
  const known = new Map<string, string>();
  const lookUp = (variable: string): string => {
    const before = known.get(variable);
    if (before !== undefined) return before;
    probe.style.color = variable;
    const colour = getComputedStyle(probe).color;
    known.set(variable, colour);
    return colour;
  };
  const deep = (part: unknown): unknown => {
    if (typeof part === 'string') return /^var\(--[\w-]+\)$/.test(part) ? lookUp(part) : part;
    if (Array.isArray(part)) return part.map(deep);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, deep(each)]));
  };
  const result = deep(value) as Value;
  probe.remove();
  return result;
}
