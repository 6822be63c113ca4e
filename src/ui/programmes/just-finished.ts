/** The set that ended on this very page a moment ago: only its summary leads on by itself, not that of an old set. */
let justFinished: string | null = null;

export const markFinished = (record: string): void => {
  justFinished = record;
};

/** True once for each set: whoever comes back to its summary is reading, not waiting. */
export const takeFinished = (record: string): boolean => {
  const is = justFinished === record;
  if (is) justFinished = null;
  return is;
};
