import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { BodyId } from '../people/bodies.ts';
import type { CameraPlace, Keys, Look } from '../contract.ts';
import { bump, labRecipe, type LabRecipe, phases } from './lab-recipe.ts';

const SIZE = { fps: 15, keepsRate: true, width: 640, height: 360 } as const;
const LENGTH: Seconds = 7;

const SHOWN: Partial<Look> = {
  room: 'oak',
  light: 'soft',
  mat: true,
  clutter: 0,
  company: 'none',
  clothes: 'tight',
};
const CRF = 34;

export const seenFrom = (azimuth: number, height: number, distance: number, fieldOfView = 58): CameraPlace => ({
  azimuth,
  height,
  distance,
  fieldOfView,
  placement: 'for showing',
});

/** Movement to the end range, a stay, and back. */
export const swing = (size: number): Keys => bump(0.5, [2.4, 1.4, 2.2], size);
/** A compensation: it starts in the second half of the movement out and is over 1 s before the movement ends. */
export const late = (size: number): Keys => bump(1.9, [1.4, 1.1, 1.1], size);
export const whileCheating = { start: 1.8, end: 5.8 } as const;

/** Movement to a stop where the leg presses and then pulls, a little further, and back. */
export const swingWithPress = (stop: number, size: number): Keys => [
  [0.6, 0],
  [2.2, stop],
  [5.4, stop],
  [6.2, size],
  [6.8, size],
  [8.2, 0],
];
/** Length of a loop with a press. */
export const PRESS_LENGTH: Seconds = 8.5;

interface Shown extends Pick<LabRecipe, 'shows' | 'keys'>, Partial<Pick<LabRecipe, 'compensations'>> {
  /** If it differs from the pair's length. */
  readonly length?: Seconds;
}

interface Pair {
  readonly drill: string;
  readonly variant?: string;
  readonly bilateral?: true;
  /** Name of another pair, for the same person, clothes and room. */
  readonly castAs?: string;
  readonly body: BodyId;
  /** VP9 quality; higher (smaller file) for pictures with much visible floor. */
  readonly crf?: number;
  readonly camera: CameraPlace;
  readonly length?: Seconds;
  readonly right: Shown;
  readonly cheat: Shown;
}

/** Two recipes with the same person and room: the correct movement, and the movement with a compensation. */
export function loopPair({ drill, variant, bilateral, castAs, body, crf, camera, length, right, cheat }: Pair) {
  const name = `loop-${drill}${variant ? `-${variant}` : ''}`;
  const loop = (kind: 'right' | 'cheat', { length: own, ...shown }: Shown): LabRecipe =>
    labRecipe({
      ...SIZE,
      ...(variant ? { variant } : {}),
      ...(bilateral ? { side: 'both' } : {}),
      ...shown,
      id: `${name}-${kind}`,
      castAs: castAs ?? name,
      drill,
      phases: phases(['reps', own ?? length ?? LENGTH]),
      camera,
      look: { ...SHOWN, body, webcam: { blur: 0, noise: 0, drift: 0, shake: 0, crf: crf ?? CRF } },
    });
  return [loop('right', right), loop('cheat', cheat)] as const;
}
