/** What a command says on stderr: lines, and one line of progress that is overwritten, where stderr is a terminal. */
const state = { shown: false };

export function clearProgress(): void {
  if (state.shown) process.stderr.write('\r\x1b[2K');
  state.shown = false;
}

export function say(line: string): void {
  clearProgress();
  console.error(`truehip: ${line}`);
}

export interface Progress {
  readonly stage: string;
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
  readonly secondsLeft?: number;
}

const minutes = (seconds: number) =>
  `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;

export function showProgress({ stage, done, total, secondsLeft }: Progress, name = ''): void {
  if (!process.stderr.isTTY) return;
  const share = total > 0 ? ` ${Math.min(100, Math.round((100 * done) / total))} %` : ` ${done}`;
  const left = secondsLeft === undefined ? '' : `, ${minutes(secondsLeft)} left`;
  process.stderr.write(`\r\x1b[2K${name ? `${name}: ` : ''}${stage}${share}${left}`);
  state.shown = true;
}
