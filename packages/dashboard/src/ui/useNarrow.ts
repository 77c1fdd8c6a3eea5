import { useMedia } from './useMedia.ts';

/** Is the window as narrow as a phone? The same border as the style sheet's `md`. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 767px)');
}
