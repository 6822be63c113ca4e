/** Calls `work` when the browser is idle, again and again until it resolves to false or rejects. */
export async function whenIdle(work: () => Promise<boolean>, idle: () => Promise<void> = browserIdle): Promise<void> {
  try {
    do await idle();
    while (await work());
  } catch {
    // Tidying up can wait for the next visit.
  }
}

const browserIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
    else setTimeout(resolve, 100);
  });

/** Resolves in a task of its own, so that the page draws and answers to keys in between. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
