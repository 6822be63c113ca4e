import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import type { PhoneSample } from '../../instrument/phone/phone-buffer.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { TurnedByPhone } from '../../coach/record/set-recorder.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { SessionClient } from '../worker-client/pose-client.ts';

export interface PhoneFeed {
  /** Samples on the page's clock (`performance.now()` / 1000). Returns a function that stops listening. */
  onSamples(listener: (samples: readonly PhoneSample[]) => void): () => void;
  /** The samples of the last seconds, as far as they are kept. @param from on their clock */
  recent(from: Seconds): readonly PhoneSample[];
  /** A quiet cue, if the phone can and the person wants it. */
  vibrate?(): void;
}

/** Hands the samples of a phone to the worker, on the clock of its frames. */
export interface PhoneLine {
  readonly feed: PhoneFeed;
  /** A frame is here. @param source its time on the source's clock @param worker the same on the worker's */
  observe(source: Seconds, worker: Seconds): void;
  /** The worker's clock begins anew with the next frame. */
  restart(): void;
  close(): void;
}

/** A phone on the shin that is tested. */
export interface ShinLine extends TurnedByPhone {
  observe(reading: Pick<Reading, 'referencePose'>): void;
  /** The set is over. */
  close(): void;
}

/** A phone with what is loaded only for one (`phone-line.ts`). */
export interface UsedPhone {
  connect(client: Pick<SessionClient, 'phone'>, pageNow: () => Milliseconds): PhoneLine;
  /** The same phone on the shin. @param setNow the set's clock */
  onShin(setNow: () => Seconds, pageNow: () => Milliseconds): ShinLine;
  /** The plan with what the set-up says about the phone. */
  placing(plan: SetPlan): SetPlan;
  /** The plan of a set that it watches. */
  watching(plan: SetPlan): SetPlan;
  /** The notice that nothing comes from it; null: its samples come. */
  silence(pageNow: Milliseconds): string | null;
  /** What is said when a set begins without it. */
  unused(pageNow: Milliseconds): string;
}
