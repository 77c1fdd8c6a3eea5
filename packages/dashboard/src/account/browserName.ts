const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/**
 * A browser in words, good enough to tell one's own apart. What is no browser is called as it calls itself.
 *
 * @example browserName('Mozilla/5.0 (Windows NT 10.0) … Chrome/143.0 Safari/537.36') // 'Chrome on Windows'
 */
export function browserName(agent: string): string {
  const first = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = first(browsers);
  if (browser === undefined) return agent.split(/[\s/]/, 1)[0] || 'Unknown browser';
  const system = first(systems);
  return system === undefined ? browser : `${browser} on ${system}`;
}
