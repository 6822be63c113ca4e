import type { AnalyzeProgress } from '../../src/app/analyze/analyze-contract.ts';

/** What a command says on stderr: lines, and one line of progress that is overwritten, where stderr is a terminal. */
const state = { quiet: false, shown: false };

/** From now on nothing is said. */
export function beQuiet(): void {
  state.quiet = true;
}

export function clearProgress(): void {
  if (state.shown) process.stderr.write('\r\x1b[2K');
  state.shown = false;
}

export function say(line: string): void {
  clearProgress();
  if (!state.quiet) console.error(`truehip: ${line}`);
}

export type Progress = Omit<AnalyzeProgress, 'stage'> & { readonly stage: string; readonly secondsLeft?: number };

const minutes = (seconds: number) =>
  `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;

export function showProgress({ stage, done, total, secondsLeft }: Progress, name = ''): void {
  if (state.quiet || !process.stderr.isTTY) return;
  const share = total > 0 ? ` ${Math.min(100, Math.round((100 * done) / total))} %` : ` ${done}`;
  const left = secondsLeft === undefined ? '' : `, ${minutes(secondsLeft)} left`;
  process.stderr.write(`\r\x1b[2K${name ? `${name}: ` : ''}${stage}${share}${left}`);
  state.shown = true;
}
