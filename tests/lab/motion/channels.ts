import type { Keys } from '../contract.ts';
import { valueAt } from './minimum-jerk.ts';

/**
 * What a recipe can key: offsets from the drill's neutral, for work of the LEFT side (90/90: the left leg is the trail leg);
 * right-side work is mirrored at the end. Degrees unless said.
 */
export const CHANNELS = [
  /** Internal rotation of the working hip. */
  'rotation',
  /** Internal rotation of the other hip; bilateral work without keys of its own follows `rotation`. */
  'otherRotation',
  /** Of the working leg. */
  'abduction',
  'flexion',
  'knee',
  /** Ankle dorsiflexion of the working foot (standing). */
  'toes',
  /** The left one of two planted feet slides away from the seat, metres (lying). */
  'slide',
  /** Pelvis about its own axes: front to the left, left hip up, top forward. */
  'twist',
  'obliquity',
  'tilt',
  /** The pelvis tilts forward under a still thorax. */
  'arch',
  /** Lumbar flexion (standing) or the chest rounding over a still pelvis (hinge). */
  'round',
  /** Mid-hip away from the floor, metres. */
  'lift',
  /** Pelvis sideways over the knees, metres. */
  'shift',
  /** Each thigh adducts by this much. */
  'grip',
  /** Thorax in the room: about its long axis to the left, away from the working side, forward. */
  'turn',
  'leanSide',
  'leanForward',
  /** 0 in the drill, 1 standing free beside it (standing drills only). */
  'walk',
  /** Metres travelled along `heading` (0 the way the person faces at the start, 90 to the left). */
  'gone',
  'heading',
  /** Where someone who walks free faces, to the left. */
  'facing',
  /** The laptop itself: metres to its own right and up, degrees of pan to its right and of tilt up. */
  'cameraRight',
  'cameraUp',
  'cameraPan',
  'cameraTilt',
] as const;

export type ChannelName = (typeof CHANNELS)[number];
export type Channels = Record<ChannelName, number>;

export const stillChannels = (): Channels => Object.fromEntries(CHANNELS.map((name) => [name, 0])) as Channels;

/** @throws {Error} when the recipe keys something that is no channel, or keys that run backwards. */
export function checkKeys(id: string, keys: Readonly<Record<string, Keys>>): void {
  for (const [name, list] of Object.entries(keys)) {
    if (!(CHANNELS as readonly string[]).includes(name)) {
      throw new Error(`Recipe "${id}" keys "${name}", which is no channel.`);
    }
    const backwards = list.some(([time], index) => time < (list[index - 1]?.[0] ?? time));
    if (backwards || list.some(([time, value]) => !Number.isFinite(time + value))) {
      throw new Error(`Recipe "${id}": the keys of "${name}" must be numbers in order of time.`);
    }
  }
}

/** What the recipe asks for at a time, before the body adds anything of its own. */
export function keyedChannels(keys: Readonly<Record<string, Keys>>, time: number, bilateral: boolean): Channels {
  const channels = stillChannels();
  for (const name of CHANNELS) channels[name] = valueAt(keys[name], time);
  if (bilateral && !keys['otherRotation']) channels.otherRotation = channels.rotation;
  return channels;
}
