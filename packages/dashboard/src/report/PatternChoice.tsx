import { EventPicker } from './EventPicker.tsx';
import { patternOf, writePattern } from './eventPattern.ts';

export interface PatternChoiceProps {
  /** What is picked, for screen readers. */
  label: string;
  /** As it stands in the address; undefined is any event. */
  text: string | undefined;
  set: (text: string | undefined) => void;
}

/** An event of a question, as its address has it. */
export function PatternChoice({ label, text, set }: PatternChoiceProps) {
  return (
    <EventPicker
      label={label}
      value={patternOf(text)}
      set={(pattern) => set(writePattern(pattern) === ':' ? undefined : writePattern(pattern))}
    />
  );
}
