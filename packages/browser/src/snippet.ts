import { queuedMethods } from './methods.ts';

/** What the snippet needs to know. */
export interface SnippetOptions {
  /** Id of the workspace, `ws_…`; it is public. */
  workspaceId: string;
  /** Where Spectacle is served, such as `https://spectacle.example.com`. */
  baseUrl: string;
  /** Options for `spectacle.load`, as in the documentation; they must survive JSON. */
  options?: Record<string, unknown>;
  /** A second global name for the same object: `analytics` keeps pages written for Segment working. */
  alias?: string;
  /** Nonce of the page's Content Security Policy. */
  nonce?: string;
}

/**
 * The stub: an object with Spectacle's methods that only remembers the calls. Each call is the array of its arguments
 * in `qs[method]`, with `n`, its place among all calls, and `t`, its time, so that the script can make them again in
 * order and dated right.
 */
const stub =
  '!function(w,a){var s=w.spectacle=w.spectacle||{};if(a)w[a]=s;if(s.qs||s.inited)return;s.qs={};s.n=0;' +
  `s.m=${JSON.stringify(queuedMethods.join(' ')).replaceAll('"', "'")}.split(' ');` +
  's.m.forEach(function(m){s.qs[m]=[];s[m]=function(){' +
  'var c=[].slice.call(arguments);c.n=s.n++;c.t=Date.now();s.qs[m].push(c)}});' +
  's.load=function(i,o){s.ws=i;s.lo=o}}';

/**
 * The text to paste into the `<head>` of every page. It loads nothing by itself but the script, blocks nothing, and
 * keeps the calls made before the script is there.
 *
 * @example renderSnippet({ workspaceId: 'ws_demo', baseUrl: 'https://spectacle.example.com' })
 */
export function renderSnippet({ workspaceId, baseUrl, options, alias, nonce }: SnippetOptions): string {
  const name = alias ?? 'spectacle';
  const attribute = nonce === undefined ? '' : ` nonce="${escapeAttribute(nonce)}"`;
  const load = [workspaceId, ...(options === undefined ? [] : [options])].map(inScript).join(', ');
  const source = escapeAttribute(`${baseUrl.replace(/\/+$/, '')}/${encodeURIComponent(workspaceId)}.js`);
  return [
    `<script${attribute}>`,
    `  ${stub}(window${alias === undefined ? '' : `, ${inScript(alias)}`});`,
    `  ${name}.load(${load});`,
    `  ${name}.page();`,
    '</script>',
    `<script async src="${source}"${attribute}></script>`,
  ].join('\n');
}

/** JSON that cannot end the script element it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
