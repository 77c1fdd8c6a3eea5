import { send } from '../api/request.ts';

/** Saves a whole list, not only the rows loaded so far, as the CSV file that the API makes of it. */
export async function exportCsv(path: string, fileName: string): Promise<void> {
  const response = await send(path, { accept: 'text/csv' });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
