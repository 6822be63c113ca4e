import { describe, expect, it, vi } from 'vitest';
import type { StartDifference } from '../../../src/instrument/output/reading.ts';
import { ReferencePoseCapture } from '../../../src/instrument/reference-pose/reference-pose-capture.ts';
import { isUpsideDown } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import {
  type AnyClipName,
  CLIP_NAMES,
  clipOf,
  FOOT_END,
  landmarksOf,
  LIFT_NAMES,
  planOf,
  STANDING_NAMES,
  stillOf,
} from '../../../lab/made/truth-landmarks.ts';
import { feed } from './capture-run.ts';

// Runs the real search, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** One of each start, from a place that will do. */
const STARTS: readonly AnyClipName[] = [CLIP_NAMES[0], CLIP_NAMES[3], LIFT_NAMES[0], ...STANDING_NAMES];
const ALL: readonly AnyClipName[] = [...CLIP_NAMES, ...LIFT_NAMES, ...STANDING_NAMES];

/** What the live check calls different in a picture that shows these landmarks for two seconds. */
function told(name: AnyClipName, turned: boolean): StartDifference | null | undefined {
  const clip = clipOf(name);
  const { width, height } = clip;
  const seen = landmarksOf(clip, 0);
  const points = seen.points.map((at, c) => (turned ? (c % 2 === 0 ? width : height) - 1 - at : at));
  const capture = new ReferencePoseCapture(planOf(clip));
  feed(capture, 0, 2, () => ({ ...seen, points }));
  return capture.placement.difference;
}

describe('a picture that is upside down', () => {
  it.each(STARTS)('is named, whatever the start: %s', (name) => {
    expect(told(name, true)).toEqual({ kind: 'upside-down' });
    expect(told(name, false) ?? null).toBeNull();
  });

  it.each(STARTS)('is never seen in the start of another drill, or from another place: %s', (name) => {
    const plan = planOf(clipOf(name));
    const mistaken = [...ALL, FOOT_END].filter((shown) => isUpsideDown(plan, stillOf(clipOf(shown))));
    expect(mistaken).toEqual([]);
  });
});
