import { Command } from 'cmdk';

export interface PickerInputProps {
  text: string;
  setText: (text: string) => void;
  /** What may be typed. */
  placeholder: string;
}

/** The field at the top of a list to pick from, which takes the keyboard as soon as it shows. */
export function PickerInput({ text, setText, placeholder }: PickerInputProps) {
  return (
    <Command.Input
      value={text}
      onValueChange={setText}
      autoFocus
      placeholder={placeholder}
      className="h-10 w-full border-b bg-transparent px-3 text-sm outline-none placeholder:text-ink-3"
    />
  );
}
