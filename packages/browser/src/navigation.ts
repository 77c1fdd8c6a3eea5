/** Milliseconds that a router gets to set the new page's title; redirects within them count as one navigation. */
const settling = 50;

/** Calls back now and after every client-side navigation, with `history.pushState` and its like. */
export function followNavigation(onPage: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const navigated = () => {
    clearTimeout(timer);
    timer = setTimeout(onPage, settling);
  };
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = function (...args) {
      original.apply(this, args);
      navigated();
    };
  }
  addEventListener('popstate', navigated);
  navigated();
}
