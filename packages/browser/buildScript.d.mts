/** The text of spectacle.js. */
export function buildScript(): Promise<string>;
