import type { PhoneState } from '../../../src/app/phone/phone-link.ts';
import type { PhoneFeed } from '../../../src/app/session/phone-line.ts';
import type { PhoneSample } from '../../../src/instrument/phone/phone-buffer.ts';

/** A phone that a test moves by hand. */
export class HandPhone implements PhoneFeed {
  readonly listeners = new Set<(samples: readonly PhoneSample[]) => void>();
  readonly #sent: PhoneSample[] = [];
  state: PhoneState = { kind: 'connected' };

  onSamples(listener: (samples: readonly PhoneSample[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  subscribe(): () => void {
    return () => undefined;
  }

  recent(from: number): readonly PhoneSample[] {
    return this.#sent.filter(({ time }) => time >= from);
  }

  /** One sample. @param turn about a level axis, degrees */
  send(time: number, turn = 0): void {
    const half = (turn * Math.PI) / 360;
    const sample: PhoneSample = { time, orientation: [Math.cos(half), Math.sin(half), 0, 0] };
    this.#sent.push(sample);
    for (const listener of this.listeners) listener([sample]);
  }

  /** The samples of a tenth of a second up to now. */
  sendTenth(now: number, turn = 0): void {
    for (const before of [0.066, 0.033, 0]) this.send(now - before, turn);
  }
}
