import type { Spectacle } from './api.ts';
import { createSpectacle } from './createSpectacle.ts';

export type * from './api.ts';
export { createSpectacle } from './createSpectacle.ts';

/**
 * The one Spectacle of the page.
 *
 * @example
 * import { spectacle } from 'spectacle-js';
 * spectacle.load('ws_demo', { baseUrl: 'https://spectacle.example.com' });
 * spectacle.group('company_123', { name: 'Acme Inc.', plan: 'enterprise' });
 */
export const spectacle: Spectacle = createSpectacle();
