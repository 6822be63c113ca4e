import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Share } from '../../instrument/geometry/units.ts';
import { armDown, armProgress, stepArm } from '../../coach/setup/arm-signal.ts';
import { noticeWords } from '../../i18n/en/notices.ts';
import type { Announcer } from '../sound/announcer.ts';

export interface ArmSwitchOptions {
  /** What the drill takes as the sign for both arms (`armSignal`). Only with `up` does one arm mean something. */
  readonly sign: ArmSign;
  readonly announcer: Pick<Announcer, 'carryOut'>;
  readonly isPaused: () => boolean;
  /** The voice has just asked about the lower back: then a raised arm is the answer and pauses nothing. */
  readonly isAsked: () => boolean;
  readonly answer: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends the set because of pain. */
  readonly stop: () => void;
}

/** `none`: the source is not a camera, or arms mean something else. */
export type ArmSign = 'up' | NonNullable<DrillDefinition['armSignal']>;

/** Whether both arms give the sign. Two that point up always do: hands that carry the body are down. */
const isSign = ({ raisedArms, armsOut }: Reading, sign: ArmSign): boolean =>
  raisedArms === 2 || (sign === 'wide' && armsOut === 'wide') || (sign === 'ahead' && armsOut !== null);

/** A tick sounds at these shares of the signal's time, so that the person hears that the arm is seen. */
const TICKS: readonly Share[] = [0.35, 0.7];

/**
 * A raised arm pauses the set or resumes it, and two end it because of pain: a person on the floor cannot reach a key. Where the
 * hands carry the body, only both arms mean something.
 */
export class ArmSwitch {
  readonly #options: ArmSwitchOptions;
  #signal = armDown;
  #bothArms = armDown;

  constructor(options: ArmSwitchOptions) {
    this.#options = options;
  }

  get isBoth(): boolean {
    return armProgress(this.#bothArms) !== null;
  }

  /** Share of the signal's time for which an arm, or both, has been up; null: no arm is up. */
  get progress(): Share | null {
    return armProgress(this.#bothArms) ?? armProgress(this.#signal);
  }

  observe(reading: Reading): void {
    const { time, raisedArms } = reading;
    const { sign, announcer, isPaused, isAsked, answer, pause, resume, stop } = this.#options;
    if (sign === 'none') return;
    const before = this.progress ?? 0;
    const both = stepArm(this.#bothArms, time, isSign(reading, sign));
    this.#bothArms = both.signal;
    if (both.given) return stop();
    // Two arms that come up together are not the signal of one.
    const isOne = sign === 'up' && raisedArms > 0 && this.#bothArms.since === null;
    const { signal, given } = stepArm(this.#signal, time, isOne);
    this.#signal = signal;
    const now = this.progress ?? 0;
    if (TICKS.some((share) => before < share && now >= share)) announcer.carryOut({ kind: 'beep', tone: 'tick' });
    if (!given) return;
    if (isPaused()) return resume();
    if (isAsked()) return answer();
    pause();
    announcer.carryOut({ kind: 'say', text: noticeWords().spoken.armAgain, urgent: false });
  }
}
