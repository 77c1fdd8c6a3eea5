import { idHue } from './idColour.ts';

export interface AvatarProps {
  id: string;
  name: string;
  kind: 'company' | 'person';
  /** Pixels, 20 by default. */
  size?: number;
}

/** A letter for a company, initials for a person, on a colour derived from the id. Nothing is fetched from anywhere. */
export function Avatar({ id, name, kind, size = 20 }: AvatarProps) {
  const hue = idHue(id);
  return (
    <span
      aria-hidden="true"
      className={`inline-grid shrink-0 select-none place-items-center font-semibold leading-none ${kind === 'company' ? 'rounded-[28%]' : 'rounded-full'}`}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * (kind === 'company' ? 0.52 : 0.42)),
        background: `var(--hue-${hue})`,
        color: `var(--hue-ink-${hue})`,
      }}
    >
      {kind === 'company' ? initials(name, 1) : initials(name, 2)}
    </span>
  );
}

/** The first letters of the first and the last word, by whole characters. */
export function initials(name: string, letters: 1 | 2): string {
  const words = name
    .replace(/(?<=.)@.*$/u, '')
    .split(/[\s@._-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (!first) return '·';
  const last = letters === 2 && words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last]
    .map((word) => [...(word ?? '')].find((char) => /[\p{L}\p{N}]/u.test(char)) ?? '')
    .join('')
    .toUpperCase();
}
