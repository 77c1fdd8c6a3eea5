import { type ReactNode, useEffect } from 'react';
import { type LoadOptions, type Spectacle, spectacle } from 'spectacle-js';

export interface SpectacleProviderProps extends LoadOptions {
  workspaceId: string;
  children?: ReactNode;
}

/**
 * Starts Spectacle when the application is in the browser. Page views, also those of client-side navigation, are sent by
 * themselves unless `trackPages` is false. The first options count, as in `load`.
 *
 * @example <SpectacleProvider workspaceId="ws_demo" baseUrl="https://spectacle.example.com"><App /></SpectacleProvider>
 */
export function SpectacleProvider({ workspaceId, children, ...options }: SpectacleProviderProps): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options are another object at every rendering
  useEffect(() => spectacle.load(workspaceId, { trackPages: true, ...options }), [workspaceId]);
  return children;
}

/** The one Spectacle of the page; calls made before it has started are kept. */
export function useSpectacle(): Spectacle {
  return spectacle;
}
