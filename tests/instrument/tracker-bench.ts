import type { BodyTracker, TrackerOutput } from '../../src/instrument/body-tracker.ts';
import { createBodyTracker } from '../../src/instrument/create-body-tracker.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type { Picture } from '../../src/instrument/input/picture.ts';
import { pictureOf, trunkScene, type TrunkScene } from './synthetic-trunk.ts';
import { type Clip, type ClipName, clipOf, landmarksOf, planOf, type Seen } from './truth-landmarks.ts';

export type TrackerReading = TrackerOutput['reading'];

/** A tracker fed with a clip's true landmarks and pictures of a printed trunk. */
export class TrackerBench {
  readonly clip: Clip;
  readonly scene: TrunkScene;
  readonly tracker: BodyTracker;
  readonly picture: Picture;
  readonly outputs: TrackerOutput[] = [];
  time = 0;
  readonly #seen: Seen;

  constructor(name: ClipName = 'supine-sleeper-clean-far', seen: Seen = 'as filmed', plan?: MeasurementPlan) {
    let ticks = 0;
    this.#seen = seen;
    this.clip = clipOf(name);
    this.scene = trunkScene('supine-sleeper-clean-far', seen);
    this.picture = pictureOf(this.scene, { noise: 1 });
    this.tracker = createBodyTracker(plan ?? planOf(this.clip, seen), () => ticks++);
  }

  landmarks(frame: number): Landmarks {
    return landmarksOf(this.clip, frame, this.#seen);
  }

  /** One frame, a twelfth of a second after the one before. */
  see(landmarks: Landmarks | null, picture = this.picture, time = this.time + 1 / 12): TrackerReading {
    this.time = time;
    const output = this.tracker.step({ time, picture, landmarks });
    this.outputs.push(output);
    return output.reading;
  }

  /** The person lies still in the drill's start for so many frames. */
  lieStill(frames: number, picture = this.picture): TrackerReading[] {
    return Array.from({ length: frames }, (_, i) => this.see(this.landmarks(i % 30), picture));
  }

  /** Asks for a neutral and waits for it. */
  holdReferencePose(): TrackerReading {
    this.tracker.beginReferencePose();
    for (let i = 0; i < 60; i++) {
      const reading = this.see(this.landmarks(i % 30));
      if (reading.referencePose.kind === 'set') return reading;
    }
    throw new Error('the neutral did not complete in five seconds');
  }
}
