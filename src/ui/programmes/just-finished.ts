/**
 * Id of the set that has just ended. Only its summary counts down to the next part; the summary of an old set does not.
 */
let justFinished: string | null = null;

export const markFinished = (record: string): void => {
  justFinished = record;
};

/** True on the first call after the set has ended. A later visit of its summary starts no countdown. */
export const takeFinished = (record: string): boolean => {
  const is = justFinished === record;
  if (is) justFinished = null;
  return is;
};
