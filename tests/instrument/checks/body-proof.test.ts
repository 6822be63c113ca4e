import { describe, expect, it } from 'vitest';
import { BodyProof, checkPerson, NobodyWatch } from '../../../src/instrument/checks/person-check.ts';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { clipOf, landmarksOf } from '../../../lab/made/truth-landmarks.ts';

const FPS = 12;
const person = landmarksOf(clipOf('supine-sleeper-clean-far'), 0);
const body = (score: number, sharpness: number): Landmarks => ({ ...person, score, sharpness });

/** What is told of a series of frames; null: nobody was found in the frame. */
function told(frames: readonly (Landmarks | null)[]): readonly (string | null)[] {
  const proof = new BodyProof();
  const nobody = new NobodyWatch();
  return frames.map((landmarks, i) => {
    const check = proof.step(checkPerson(landmarks, 960, 540), landmarks, i / FPS);
    return nobody.step(check, i / FPS);
  });
}

/** Score and sharpness, frame by frame; -: nothing was found. */
const room = (frames: string): readonly (readonly [number, number] | null)[] =>
  frames.split(', ').map((frame) => {
    const [score = 0, sharpness = 0] = frame.split(' ').map(Number);
    return frame === '-' ? null : [score, sharpness];
  });

/** An empty living room. */
const LIVING_ROOM = room(
  '-, -, 0.975 0.37, 0.996 0.36, 0.896 0.33, 0.979 0.35, -, -, -, 0.984 0.39, 0.985 0.41, 0.967 0.45, 0.812 0.4, -, -, -',
);
/** The same room mirrored, and a part of it. */
const MIRRORED = room('-, -, -, -, -, -, -, 0.83 0.42, 0.88 0.47, 0.922 0.38, 0.956 0.41, -');
const PART = room('-, -, -, 0.86 0.41, 0.75 0.41, -, -, 0.768 0.32');
/** The living room in the eyes of the small model. */
const SMALL = room('-, -, -, 0.993 0.41, 0.969 0.39, 0.783 0.36, 0.9987 0.37, 0.723 0.39, -');

describe('a body in furniture', () => {
  it.each([
    ['a living room', LIVING_ROOM],
    ['a living room in a mirror', MIRRORED],
    ['a part of it', PART],
    ['the eyes of the small model', SMALL],
  ])('is nobody, in %s', (_name, seen) => {
    const frames = [...seen, ...seen, ...seen].map((one) => one && body(...one));
    expect(new Set(told(frames))).toEqual(new Set(['no-person']));
  });

  it('that is found in every picture cannot be made out for three seconds, and is then believed', () => {
    const all = told(Array.from({ length: 60 }, () => body(0.98, 0.45)));
    expect(new Set(all.slice(0, 3 * FPS))).toEqual(new Set(['implausible-body']));
    expect(new Set(all.slice(3 * FPS))).toEqual(new Set([null]));
  });
});

describe('a real person', () => {
  it.each([
    ['in the middle of a sit-up in a dim gym', 0.9994, 0.43],
    ['in 12 % of the light', 0.9999, 0.5],
    ['held by a therapist', 0.9997, 0.51],
    ['whose shins are cut off', 0.9955, 0.58],
    ['rendered, leaning', 0.993, 0.66],
  ])('is believed at once: %s', (_name, score, sharpness) => {
    expect(told([body(score, sharpness)])).toEqual([null]);
  });

  it('is believed through two seconds of frames that prove nothing', () => {
    const frames = Array.from({ length: 36 }, (_, i) => (i % 12 === 0 ? body(1, 0.7) : body(0.93, 0.41)));
    expect(new Set(told(frames))).toEqual(new Set([null]));
  });

  it('is believed where the model gives no heat maps', () => {
    const { sharpness: _, ...without } = body(0.6, 0);
    expect(told([without])).toEqual([null]);
  });
});
