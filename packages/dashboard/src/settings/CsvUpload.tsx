import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { request } from '../api/request.ts';
import { counted } from '../display/count.ts';
import { Code } from '../ui/Code.tsx';

/** What the API says of a table that it was sent. */
interface Verdict {
  accepted: number;
  rejected: { line: number; message: string }[];
}

export interface CsvUploadProps {
  /** Where the API takes the file. */
  path: string;
  method: 'POST' | 'PUT';
  /** A file as it should be. */
  example: string;
  /** What else one should know of it. */
  children: ReactNode;
  /** What a line that was taken is: "row", "rate". */
  noun: string;
  /** The first part of the keys of what is to be asked again. */
  changes: string;
}

/** Refused lines that are shown. */
const most = 20;

/** Sends a table as a file, and says of each line that was refused why. */
export function CsvUpload({ path, method, example, children, noun, changes }: CsvUploadProps) {
  const id = useId();
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: async (file: File) => request<Verdict>(path, { method, csv: await file.text() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [changes] });
      await client.invalidateQueries({ queryKey: ['report'] });
    },
  });
  return (
    <div className="mt-6">
      <Code text={example} />
      <p className="mt-2 text-xs text-ink-3">{children}</p>
      <label
        htmlFor={id}
        className="mt-3 inline-flex h-8 cursor-pointer items-center rounded-md bg-accent px-3 text-sm font-medium text-on-accent focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:brightness-110"
      >
        {upload.isPending ? 'Sending …' : 'Choose a CSV file'}
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          className="sr-only"
          disabled={upload.isPending}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) upload.mutate(file);
            // So that the same file, mended, can be chosen again.
            event.target.value = '';
          }}
        />
      </label>
      {upload.error && (
        <p role="alert" className="mt-3 text-sm text-bad">
          {upload.error.message}
        </p>
      )}
      {upload.data && (
        <div role="status" className="mt-3 rounded-lg bg-side px-4 py-3 text-sm">
          <p className="font-medium">
            {counted(upload.data.accepted, noun)} kept
            {upload.data.rejected.length > 0 && `, ${counted(upload.data.rejected.length, 'row')} not`}.
          </p>
          <ul className="mt-1 text-xs text-ink-2">
            {upload.data.rejected.slice(0, most).map((row) => (
              <li key={row.line}>
                Line {row.line}: {row.message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
