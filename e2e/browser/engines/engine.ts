/** One tab of a real browser. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs the body of an async function in the page, and returns its JSON-like result. */
  run<T = unknown>(body: string): Promise<T>;
  close(): Promise<void>;
}

/** A real browser, as far as all engines can be driven alike. All tabs are of one profile. */
export interface Engine {
  name: string;
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** Asks the page until it says yes. Engines differ in how they wait, not in how they answer. */
export async function until(tab: Tab, condition: string): Promise<void> {
  await tab.run(
    `const until = performance.now() + 20000;
     while (!(${condition})) {
       if (performance.now() > until) throw new Error('never true: ' + ${JSON.stringify(condition)});
       await new Promise((resolve) => setTimeout(resolve, 20));
     }`,
  );
}
