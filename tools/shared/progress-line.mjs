/** @typedef {import('../../src/app/analyze/analyze-contract.ts').AnalyzeProgress} AnalyzeProgress */

/** @param {number} seconds */
const minutes = (seconds) =>
  `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;

/**
 * A progress line on stderr that is overwritten. Prints nothing where stderr is no terminal.
 * @param {{ quiet?: boolean }} [options]
 */
export function progressLine({ quiet = false } = {}) {
  const live = !quiet && process.stderr.isTTY;
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write('\r\x1b[2K');
    shown = false;
  };
  return {
    clear,
    /** @param {string} line */
    say: (line) => {
      clear();
      if (!quiet) console.error(`truehip: ${line}`);
    },
    /**
     * @param {Omit<AnalyzeProgress, 'stage'> & { stage: string, secondsLeft?: number }} progress
     * @param {string} [name]
     */
    show: ({ stage, done, total, secondsLeft }, name = '') => {
      if (!live) return;
      const share = total > 0 ? ` ${Math.min(100, Math.round((100 * done) / total))} %` : ` ${done}`;
      const left = secondsLeft === undefined ? '' : `, ${minutes(secondsLeft)} left`;
      process.stderr.write(`\r\x1b[2K${name ? `${name}: ` : ''}${stage}${share}${left}`);
      shown = true;
    },
  };
}
