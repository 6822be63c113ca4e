import { FramePipeline, NO_NETWORKS, type PipelineNetworks } from '../../src/instrument/frame-pipeline.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type { Picture } from '../../src/instrument/input/picture.ts';
import type { PersonMask } from '../../src/instrument/outline/trunk-contour.ts';
import type { Reading } from '../../src/instrument/output/reading.ts';
import { texture } from './noise.ts';
import { paint, room } from './paint.ts';
import { type Clip, type ClipName, clipOf, landmarksOf, planOf, pointsOf, type Seen } from './truth-landmarks.ts';

/** How many pictures stand for one still scene. With two, every other frame would repeat the first of a freeze exactly. */
const TWINS = 4;
/** The other pictures of each one, which differ from it and from each other as frames of a live camera do. */
const twins = new WeakMap<Picture, Picture[]>();

/** A picture of a sensor never repeats exactly; one that does is frozen. */
export function living(picture: Picture, time: number): Picture {
  const frame = Math.round(12 * time) % TWINS;
  const which = (frame + TWINS) % TWINS;
  const known = twins.get(picture) ?? Array.from({ length: TWINS }, (_, i) => (i === 0 ? picture : noisy(picture, i)));
  twins.set(picture, known);
  return known[which] as Picture;
}

/** @param from the first of the pixels that change, every eleventh */
function noisy(picture: Picture, from: number): Picture {
  const grey = picture.grey.slice();
  for (let i = from; i < grey.length; i += 11) grey[i] = (grey[i] ?? 0) ^ 4;
  return { ...picture, grey };
}

/** Feeds the pipeline one frame in which the pose model found these landmarks. */
export const readFrame = (
  pipeline: FramePipeline,
  time: number,
  picture: Picture,
  landmarks: Landmarks | null,
  mask: PersonMask | null = null,
): Promise<Reading> =>
  pipeline.read({
    time,
    picture: living(picture, time),
    startedAt: 0,
    countPeople: async () => null,
    findPerson: async () => ({ landmarks, mask }),
  });

/** How far printed cloth reaches beyond the joints of the trunk, pixels. */
const BEYOND = 40;

/** A furnished room. Around the trunk in the clip's first frame it shows printed cloth, which has moved right by so many pixels. */
export function clothedPicture(clip: Clip, seen: Seen, moved = 0): Picture {
  const points = pointsOf(clip, 0, seen);
  const places = (axis: 0 | 1): number[] => [11, 12, 23, 24].map((l) => points[2 * l + axis] ?? 0);
  const [xs, ys] = [places(0), places(1)];
  const [left, right] = [Math.min(...xs) - BEYOND, Math.max(...xs) + BEYOND];
  const [top, bottom] = [Math.min(...ys) - BEYOND, Math.max(...ys) + BEYOND];
  return paint(clip.width, clip.height, (x, y) =>
    x > left && x < right && y > top && y < bottom
      ? 60 + 120 * texture((x - moved) / 7 + 300, y / 7 + 300)
      : room(x, y),
  );
}

/** A pipeline that gets a clip's true landmarks and a picture in which nothing moves. */
export class PipelineBench {
  readonly clip: Clip;
  readonly plan: MeasurementPlan;
  readonly pipeline: FramePipeline;
  readonly picture: Picture;
  readonly readings: Reading[] = [];
  time = 0;
  readonly #seen: Seen;

  constructor(
    name: ClipName = 'supine-sleeper-clean-far',
    seen: Seen = 'as filmed',
    plan?: MeasurementPlan,
    networks: PipelineNetworks = NO_NETWORKS,
  ) {
    let ticks = 0;
    this.#seen = seen;
    this.clip = clipOf(name);
    this.plan = plan ?? planOf(this.clip, seen);
    this.picture = clothedPicture(this.clip, seen);
    this.pipeline = new FramePipeline(this.plan, () => ticks++, networks);
  }

  landmarks(frame: number): Landmarks {
    return landmarksOf(this.clip, frame, this.#seen);
  }

  /** Feeds one frame, by default 1/12 s after the last one. */
  async see(landmarks: Landmarks | null, picture = this.picture, time = this.time + 1 / 12): Promise<Reading> {
    this.time = time;
    const reading = await readFrame(this.pipeline, time, picture, landmarks);
    this.readings.push(reading);
    return reading;
  }

  /** Feeds several frames. */
  async seeAll(frames: readonly Landmarks[], picture = this.picture): Promise<Reading[]> {
    const readings: Reading[] = [];
    for (const landmarks of frames) readings.push(await this.see(landmarks, picture));
    return readings;
  }

  /** Feeds frames of a person who lies still in the start position. */
  lieStill(frames: number, picture = this.picture): Promise<Reading[]> {
    return this.seeAll(
      Array.from({ length: frames }, (_, i) => this.landmarks(i % 30)),
      picture,
    );
  }

  /** Starts a reference pose and feeds still frames until it is set. */
  async holdReferencePose(): Promise<Reading> {
    this.pipeline.beginReferencePose();
    for (let i = 0; i < 60; i++) {
      const reading = await this.see(this.landmarks(i % 30));
      if (reading.referencePose.kind === 'set') return reading;
    }
    throw new Error('the reference pose did not complete in five seconds');
  }
}
