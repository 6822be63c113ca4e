import type { Reading } from '../../instrument/output/reading.ts';
import type { Share } from '../../instrument/geometry/units.ts';
import { armDown, armProgress, stepArm } from '../../coach/setup/arm-signal.ts';
import type { Announcer } from '../sound/announcer.ts';
import { noticeWords } from '../../i18n/en/notices.ts';

export interface ArmSwitchOptions {
  /** False: this drill's arms are busy, or nobody is there live. */
  readonly works: boolean;
  readonly announcer: Pick<Announcer, 'carryOut'>;
  readonly isPaused: () => boolean;
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Ticks while the arm is up, so that it is heard to be seen; shares of the way to the sign. */
const TICKS: readonly Share[] = [0.35, 0.7];

/** A raised arm pauses the set, and held up again lets it go on: somebody on the floor reaches no key. */
export class ArmSwitch {
  readonly #options: ArmSwitchOptions;
  #signal = armDown;

  constructor(options: ArmSwitchOptions) {
    this.#options = options;
  }

  /** How far the sign is given; null: no arm is up. */
  get progress(): Share | null {
    return armProgress(this.#signal);
  }

  observe({ time, armRaised }: Reading): void {
    const { works, announcer, isPaused, pause, resume } = this.#options;
    if (!works) return;
    const before = this.progress ?? 0;
    const { signal, given } = stepArm(this.#signal, time, armRaised === true);
    this.#signal = signal;
    const now = this.progress ?? 0;
    if (TICKS.some((share) => before < share && now >= share)) announcer.carryOut({ kind: 'beep', tone: 'tick' });
    if (!given) return;
    if (isPaused()) return resume();
    pause();
    announcer.carryOut({ kind: 'say', text: noticeWords().spoken.armAgain, urgent: false });
  }
}
