import type { Degrees, Metres } from '../../../src/instrument/geometry/units.ts';
import type { Keys } from '../contract.ts';
import { hashText, randomFrom } from '../vectors.ts';
import type { ChannelName, Channels } from './channels.ts';
import { valueAt } from './minimum-jerk.ts';

const SINES = 6;

/**
 * Smooth noise with standard deviation 1: six sine waves between `low` and `high` hertz, with amplitudes that fall with
 * frequency. The same seed gives the same noise.
 */
function smoothNoise(seed: number, low: number, high: number): (time: number) => number {
  const random = randomFrom(seed);
  const sines = Array.from({ length: SINES }, (_, index) => ({
    frequency: low + (high - low) * ((index + random()) / SINES) ** 1.4,
    phase: random() * 2 * Math.PI,
    amplitude: 1 / (1 + 0.35 * index),
  }));
  const sd = Math.sqrt(sines.reduce((sum, { amplitude }) => sum + amplitude ** 2 / 2, 0));
  return (time) =>
    sines.reduce(
      (sum, { frequency, phase, amplitude }) => sum + amplitude * Math.sin(2 * Math.PI * frequency * time + phase),
      0,
    ) / sd;
}

/** Motion that a person adds to the recipe at one moment: breath, sway, arms. */
export interface OwnMotion {
  /** Chest pitch by breathing. */
  readonly breath: Degrees;
  /** Sideways motion of the still leg's knee; its foot stays. */
  readonly kneeSway: Metres;
  readonly leftArm: Degrees;
  readonly rightArm: Degrees;
  /** Share of a pelvic twist that the thorax follows. */
  readonly thoraxFollows: number;
  /** Radius of the cylinder on which the pelvis rolls over the mat; 0: it rotates about the mid-hip. */
  readonly rollRadius: Metres;
  /** Walking speed along the heading, metres per second. */
  readonly pace: number;
}

export const NO_OWN: OwnMotion = {
  breath: 0,
  kneeSway: 0,
  leftArm: 0,
  rightArm: 0,
  thoraxFollows: 0,
  rollRadius: 0,
  pace: 0,
};

/** Tremor and slow sway of a held posture: standard deviations in degrees. */
const TREMOR: Partial<Record<ChannelName, Degrees>> = {
  rotation: 0.3,
  otherRotation: 0.25,
  abduction: 0.2,
  flexion: 0.2,
  knee: 0.3,
  twist: 0.2,
  obliquity: 0.15,
  tilt: 0.2,
  turn: 0.2,
  leanSide: 0.2,
  leanForward: 0.2,
};
const TREMOR_BAND = [0.15, 2.2] as const;
const WANDER_BAND = [0.03, 0.2] as const;
/** Standard deviation of the slow motion of the thorax. */
const THORAX_WANDER: Degrees = 0.6;
const LARGEST_ROLL: Metres = 0.06;
const LARGEST_FOLLOW = 0.3;
const LARGEST_SWAY: Metres = 0.008;
/** Largest motion of a resting arm, a few centimetres at the wrist. */
const ARM_STEP: Degrees = 5;

/** The random motion of a person in one performance, drawn from the seed. */
export interface Liveliness {
  readonly rollRadius: Metres;
  readonly thoraxFollows: number;
  /** Adds tremor and slow sway to the channels. */
  enliven(channels: Channels, time: number, bilateral: boolean): Channels;
  own(time: number, pace: number): OwnMotion;
}

/** Keys of an arm that rests, moves within a second, and rests again. */
function restlessArm(seed: number, seconds: number): Keys {
  const random = randomFrom(seed);
  const keys: [number, number][] = [[0, 0]];
  let at = 4 + 8 * random();
  let value = 0;
  while (at < seconds) {
    keys.push([at, value]);
    value = ARM_STEP * (2 * random() - 1);
    keys.push([at + 0.7 + 0.5 * random(), value]);
    at += 5 + 9 * random();
  }
  return keys;
}

function tremorOf(seed: number): (channels: Channels, time: number, bilateral: boolean) => Channels {
  const noises = Object.entries(TREMOR).map(([name, sd]) => ({
    name: name as ChannelName,
    sd,
    noise: smoothNoise(hashText(`${seed}:${name}`), ...TREMOR_BAND),
  }));
  const turn = smoothNoise(hashText(`${seed}:thorax turn`), ...WANDER_BAND);
  const lean = smoothNoise(hashText(`${seed}:thorax lean`), ...WANDER_BAND);
  return (channels, time, bilateral) => {
    const alive = { ...channels };
    for (const { name, sd, noise } of noises) {
      if (name !== 'otherRotation' || bilateral) alive[name] += sd * noise(time);
    }
    alive.turn += THORAX_WANDER * turn(time);
    alive.leanSide += THORAX_WANDER * 0.6 * lean(time);
    return alive;
  };
}

/** The same name, seed and length give the same motion. */
export function livelinessOf(id: string, seed: number, seconds: number): Liveliness {
  const root = hashText(`${id}#${seed}`);
  const random = randomFrom(root);
  const rollRadius = LARGEST_ROLL * random();
  const thoraxFollows = LARGEST_FOLLOW * random();
  const breathRate = 0.2 + 0.1 * random();
  const breathDepth = 0.6 + 0.4 * random();
  const breathPhase = 2 * Math.PI * random();
  const swaySize = LARGEST_SWAY * random();
  const sway = smoothNoise(hashText(`${root}:sway`), ...WANDER_BAND);
  const left = restlessArm(hashText(`${root}:left arm`), seconds);
  const right = restlessArm(hashText(`${root}:right arm`), seconds);
  return {
    rollRadius,
    thoraxFollows,
    enliven: tremorOf(root),
    own: (time, pace) => ({
      breath: breathDepth * Math.sin(2 * Math.PI * breathRate * time + breathPhase),
      kneeSway: swaySize * sway(time),
      leftArm: valueAt(left, time),
      rightArm: valueAt(right, time),
      thoraxFollows,
      rollRadius,
      pace,
    }),
  };
}
