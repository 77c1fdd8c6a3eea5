import { readFile } from 'node:fs/promises';

export interface CurlExample {
  /** File and heading, for the name of a test. */
  title: string;
  /** Commands for a shell. */
  script: string;
  /** The answer that the page promises, if it shows one. */
  answer: unknown;
}

/** The examples with curl in a page of the documentation, each with the JSON block that follows it. */
export async function curlExamples(page: string): Promise<CurlExample[]> {
  const text = await readFile(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  const examples: CurlExample[] = [];
  let heading = '';
  for (const part of text.matchAll(/^#+ (.+)$|^```(sh|json)\n([\s\S]*?)^```$/gm)) {
    const [, title, language, block = ''] = part;
    if (title) heading = title;
    if (language === 'sh' && block.includes('curl ')) {
      const follows = /^\n*```json\n([\s\S]*?)^```$/m.exec(text.slice(part.index + part[0].length));
      const answer = follows?.index === 0 && follows[1] ? JSON.parse(follows[1]) : undefined;
      examples.push({ title: `${page}: ${heading} (${examples.length + 1})`, script: block, answer });
    }
  }
  return examples;
}
