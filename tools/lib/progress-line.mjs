/** @typedef {import('../../src/app/analyze-contract.ts').AnalyzeProgress} AnalyzeProgress */

/**
 * One line on stderr that is written over and over; nothing at all where stderr is no terminal.
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
    /** @param {AnalyzeProgress} progress @param {string} [name] */
    show: ({ stage, done, total }, name = '') => {
      if (!live) return;
      const share = total > 0 ? ` ${Math.min(100, Math.round((100 * done) / total))} %` : ` ${done}`;
      process.stderr.write(`\r\x1b[2K${name ? `${name}: ` : ''}${stage}${share}`);
      shown = true;
    },
  };
}
