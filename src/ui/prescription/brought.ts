import type { Prescription } from '../../training/prescription/prescription.ts';

/** What another page has read from a file, until the page that asks about it opens. */
let waiting: Prescription | null = null;

export const bring = (brought: Prescription): void => {
  waiting = brought;
};

/** Gives it out once. */
export const takeBrought = (): Prescription | null => {
  const brought = waiting;
  waiting = null;
  return brought;
};
