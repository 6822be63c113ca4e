/** Resolves in a task of its own, so that the page draws and answers to keys in between. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
