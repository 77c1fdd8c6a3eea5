const key = 'spectacle.reloadedAt';

/**
 * A tab that was open while the server was upgraded asks for parts of the app that are gone. It loads the new app
 * instead, at most once a minute, so that a part that is really missing does not reload for ever.
 */
export function reloadAfterUpgrade(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - last < 60_000) return;
    sessionStorage.setItem(key, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
