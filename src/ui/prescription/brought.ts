import type { Brought } from '../../storage/prescription/prescription-files.ts';
import type { Route } from '../shell/router.ts';

/** What another page has read from a file, until the page that shows it opens. */
let waiting: Brought | null = null;

/** Keeps it, and tells which page shows it. */
export const bring = (brought: Brought): Route => {
  waiting = brought;
  return { screen: brought.kind === 'report' ? 'prescribe' : 'prescription' };
};

/** Gives it out once. */
export const takeBrought = (): Brought | null => {
  const brought = waiting;
  waiting = null;
  return brought;
};
