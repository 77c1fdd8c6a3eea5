import { CopyButton } from './CopyButton.tsx';

/** Code or JSON to read and to copy. It wraps or scrolls, by keyboard too. */
export function Code({ text, size = 'regular' }: { text: string; size?: 'regular' | 'small' }) {
  const type = size === 'small' ? 'max-h-96 p-3 pr-20 text-2xs leading-4' : 'max-h-96 p-4 pr-24 text-xs leading-5';
  return (
    <div className="relative overflow-hidden rounded-lg border bg-side">
      <div className="absolute top-2 right-2">
        <CopyButton text={text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className={`overflow-auto font-mono whitespace-pre-wrap break-words ${type}`}>
        {text}
      </pre>
    </div>
  );
}
