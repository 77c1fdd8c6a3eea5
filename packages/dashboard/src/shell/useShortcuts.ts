import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { places, settingsPlaces } from './navigation.ts';

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
export const commandKey = apple ? '⌘' : 'Ctrl';

/** Is the reader typing, so that letters are letters? */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The keys that work everywhere: the palette, `/` for the page's search field, and `g` followed by a place. */
export function useShortcuts(openPalette: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    let going = 0;
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() === 'k' && (apple ? event.metaKey : event.ctrlKey)) {
        event.preventDefault();
        openPalette();
        return;
      }
      if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === '/') {
        const field = document.querySelector<HTMLInputElement>('[data-search]');
        if (field) {
          event.preventDefault();
          field.focus();
        }
        return;
      }
      if (event.key === 'g') {
        going = event.timeStamp;
        return;
      }
      const place = [...places, ...settingsPlaces].find((each) => each.key === event.key);
      if (place && going > 0 && event.timeStamp - going < 1_200) void navigate({ to: place.to });
      going = 0;
    }
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate, openPalette]);
}
