import type { Keys } from '../contract.ts';
import { valueAt } from './minimum-jerk.ts';

/**
 * The channels of a recipe: offsets from the drill's reference pose for work of the LEFT side (90/90: the left leg is
 * the trail leg). Right-side work is mirrored at the end. Degrees unless stated.
 */
export const CHANNELS = [
  /** Internal rotation of the working hip. */
  'rotation',
  /** Internal rotation of the other hip. In bilateral work without keys for it, it follows `rotation`. */
  'otherRotation',
  /** Of the working leg. */
  'abduction',
  'flexion',
  'knee',
  /** Ankle dorsiflexion of the working foot (standing). */
  'toes',
  /** Lying with both feet planted: the left foot slides away from the seat, metres. */
  'slide',
  /** Pelvic rotation about its own axes. Positive: front to the left, left hip up, top forward. */
  'twist',
  'obliquity',
  'tilt',
  /** Forward tilt of the pelvis under a still thorax. */
  'arch',
  /** Lumbar flexion (standing), or rounding of the chest over a still pelvis (hinge). */
  'round',
  /** Rise of the mid-hip, metres. */
  'lift',
  /** Sideways shift of the pelvis over the knees, metres. */
  'shift',
  /** Adduction of each thigh. */
  'grip',
  /** Orientation of the thorax in the room: rotation to the left, lean away from the working side, lean forward. */
  'turn',
  'leanSide',
  'leanForward',
  /** On hands and knees: 1 sits on the heels, hands on the thighs. From there 1 takes both arms out to the sides, or straight ahead. */
  'sitBack',
  'armsWide',
  'armsAhead',
  /** 0 in the drill, 1 walking free (standing drills only). */
  'walk',
  /** Metres travelled along `heading` (0: the facing direction at the start, 90: left). */
  'gone',
  'heading',
  /** Facing direction of a walking person, positive to the left. */
  'facing',
  /** Movement of the laptop: metres to its right and up, degrees of pan to the right and tilt up. */
  'cameraRight',
  'cameraUp',
  'cameraPan',
  'cameraTilt',
] as const;

export type ChannelName = (typeof CHANNELS)[number];

export type Channels = Record<ChannelName, number>;

export const stillChannels = (): Channels => Object.fromEntries(CHANNELS.map((name) => [name, 0])) as Channels;

/** @throws {Error} for an unknown channel, or for keys that run backwards in time. */
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

/** Channel values of the recipe at a time, without the body's own motion. */
export function keyedChannels(keys: Readonly<Record<string, Keys>>, time: number, bilateral: boolean): Channels {
  const channels = stillChannels();
  for (const name of CHANNELS) channels[name] = valueAt(keys[name], time);
  if (bilateral && !keys['otherRotation']) channels.otherRotation = channels.rotation;
  return channels;
}
