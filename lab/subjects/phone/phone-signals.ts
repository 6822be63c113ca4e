import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import type { Mat3 } from '../../../src/instrument/geometry/rotation.ts';
import type { PhoneSample } from '../../../src/instrument/phone/phone-buffer.ts';
import { root } from '../../../tools/shared/paths.mjs';
import type { Truth } from '../../scoring/clip-truth.ts';
import { chanceOf } from '../chance.ts';
import { mountingOf, type PelvisNow, sliding, STILL, startOf, tuck, wear } from './made-phone.ts';

/** A rendered clip's truth with what its frames show. */
export interface PhoneClip extends Truth {
  readonly name: string;
  readonly variant: string | null;
  readonly width: number;
  readonly height: number;
  readonly subject: { readonly heightMetres: number };
  readonly frames: readonly (Truth['frames'][number] & {
    readonly landmarks: readonly (readonly [number, number])[];
  })[];
}

export const CLIPS = join(root, 'tests', 'clips');

export const clipOf = (name: string, folder = CLIPS): PhoneClip => ({
  ...(JSON.parse(readFileSync(join(folder, `${name}.truth.json`), 'utf8')) as Omit<PhoneClip, 'name'>),
  name,
});

/** The person lies down, tucks, and holds the start so long before the clip begins; seconds. */
export const BEFORE = 15;
const TUCK_AT = 5;

export interface PhoneSignals {
  readonly samples: readonly PhoneSample[];
  /** Orientation of the pelvis at the start, room of the fit. */
  readonly start: Mat3;
  /** The pelvis without breath at a time of the samples. */
  readonly pelvis: (time: number) => PelvisNow;
  /** When the phone slides and lies still again; null: it does not. */
  readonly slide: { readonly from: number; readonly until: number } | null;
}

/** The true pelvis at a time of the clip, times a factor. */
export function pelvisAt({ frames, fps }: Pick<PhoneClip, 'frames' | 'fps'>, time: number, factor = 1): PelvisNow {
  const at = Math.min(frames.length - 1, Math.max(0, time * fps));
  const [a, b] = [frames[Math.floor(at)]?.pelvis, frames[Math.ceil(at)]?.pelvis];
  if (!a || !b) return STILL;
  const mix = (key: keyof PelvisNow) => factor * (a[key] + (at % 1) * (b[key] - a[key]));
  return { twist: mix('twist'), tilt: mix('tilt'), obliquity: mix('obliquity') };
}

/**
 * What a phone would send in a clip: laid on by hand up to 25° askew, 20 to 60 samples a second with gaps, noise, a heading that drifts by
 * up to 2° a minute, breath of 0.5 to 1° to each side, and in every second set a slide.
 */
export function signalsOf(
  clip: PhoneClip,
  { measure: { posture } }: DrillDefinition,
  seed: string,
  own: { readonly factor?: number; readonly slides?: boolean; readonly lasts?: number } = {},
): PhoneSignals {
  const chance = chanceOf(`${clip.name} ${seed}`);
  const { pitch, roll } = posture.pelvis;
  const start = startOf(pitch + 4 * chance.normal(), roll + 2 * chance.normal(), chance.between(0, 360));
  const lasts = own.lasts ?? clip.frames.length / clip.fps;
  const size = chance.between(6, 12);
  const crooked = 0.12 * size * chance.normal();
  const pelvis = (time: number): PelvisNow =>
    time < BEFORE ? tuck(time, TUCK_AT, size, crooked) : pelvisAt(clip, time - BEFORE, own.factor);
  const first = mountingOf(pitch, 25, chance);
  const at = BEFORE + chance.between(4, Math.max(5, lasts - 8));
  const slid = own.slides ? sliding(first, at, chance.part('slide')) : null;
  const samples = wear(
    {
      start,
      mounting: slid?.mounting ?? first,
      rate: chance.between(20, 60),
      noise: 0.15,
      drift: chance.between(-2, 2) / 60,
      breath: chance.between(0.5, 1),
      breaths: chance.between(0.2, 0.3),
      gaps: 0.15,
    },
    0,
    BEFORE + lasts + 1,
    pelvis,
    chance.part('samples'),
  );
  return { samples, start, pelvis, slide: slid && { from: at, until: slid.until } };
}
