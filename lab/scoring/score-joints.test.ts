import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsOf, REPORT } from '../real/run-real.ts';
import { jointsTables } from '../report/photo-tables.ts';
import { type AcceptedStart, jointErrors, scoreJoints } from './score-joints.ts';
import { root } from '../../tools/shared/paths.mjs';
import { withMarkedText } from '../../tools/shared/written-files.ts';

type Leg = AcceptedStart['legs']['left'];

const leg = (x: number): Leg => ({ hip: [x, 100], knee: [x, 200], ankle: [x, 300] });
const shifted = ({ hip, knee, ankle }: Leg, by: number): Leg => ({
  hip: [hip[0] + by, hip[1]],
  knee: [knee[0] + by, knee[1]],
  ankle: [ankle[0] + by, ankle[1]],
});
const legs = { left: leg(10), right: leg(60) };
const both = (by: number) => ({ left: shifted(legs.left, by), right: shifted(legs.right, by) });
const sd = { hip: 0.05, knee: 0.05, ankle: 0.05 };

const PICTURE = { name: 'one', series: 's', guessed: ['left hip', 'right hip'], ...legs };
/** A trunk of 100 pixels, so that a pixel is 1 %. */
const START: AcceptedStart = { drill: 'supine-sleeper', trunk: 100, legs: both(3), sd: { left: sd, right: sd } };

describe('joints in photographs', () => {
  it('are judged where the markers saw them, by distance in shares of the trunk', () => {
    const errors = jointErrors(PICTURE, [START]);
    expect(errors.map(({ side, joint }) => `${side} ${joint}`)).toEqual([
      'left knee',
      'left ankle',
      'right knee',
      'right ankle',
    ]);
    for (const { off } of errors) expect(off).toBeCloseTo(0.03, 9);
  });

  it('are counted for each drill, and each picture once for all together', () => {
    const other = { ...START, drill: 'knee-to-knee-floor' };
    const { drills, all } = scoreJoints(jointErrors(PICTURE, [START, other]));
    expect(drills['supine-sleeper']).toMatchObject({ starts: 1, joints: 4 });
    expect(drills['knee-to-knee-floor']).toMatchObject({ starts: 1, joints: 4 });
    expect(all).toMatchObject({ starts: 1, joints: 4 });
    expect(all.median).toBeCloseTo(3, 9);
  });

  it('are gross beyond a fifth of the trunk', () => {
    const gross = (by: number) => scoreJoints(jointErrors(PICTURE, [{ ...START, legs: both(by) }])).all.gross;
    expect([gross(21), gross(19)]).toEqual([1, 0]);
  });

  it('count as inside the band up to 1.645 sd, x and y separately', () => {
    const covered = (by: number) => scoreJoints(jointErrors(PICTURE, [{ ...START, legs: both(by) }])).all.covered;
    expect(covered(8)).toBe(1);
    // Only the y coordinates, which are right.
    expect(covered(9)).toBe(0.5);
    expect(scoreJoints(jointErrors(PICTURE, [{ ...START, sd: null }])).all.covered).toBeNull();
  });

  it('tell how many stated standard deviations hold nine tenths of the coordinates', () => {
    const { all } = scoreJoints(jointErrors(PICTURE, [{ ...START, legs: both(6) }]));
    expect(all.within).toBeCloseTo(1.2, 9);
    expect(scoreJoints(jointErrors(PICTURE, [{ ...START, sd: null }])).all.within).toBeNull();
  });

  it('stand beside those of rendered people in the page, which has the marks of each part', () => {
    const found = { joints: jointErrors(PICTURE, [START]), starts: [] };
    const page = readFileSync(join(root, REPORT), 'utf8');
    const parts = partsOf({ real: found, rendered: found });
    for (const [marks, text] of parts) expect(withMarkedText(page, marks, text)).toContain(text);
    const text = parts.map(([, part]) => part).join();
    expect(text).toContain('| supine-sleeper | 1 | 4 |');
    expect(text).toContain('| rendered | 1 | 4 |');
    expect(text).toContain('0 of 0 are taken');
  });

  it('make a table that has a dash where there is nothing to count', () => {
    expect(jointsTables([])).toContain('| **all**, each picture once | 0 | 0 | – |');
    expect(jointsTables(jointErrors(PICTURE, [START]))).toContain('| supine-sleeper | 1 | 4 | 3.0 |');
    expect(jointsTables(jointErrors(PICTURE, [START]))).toContain('| knee | 1 | 2 | 3.0 |');
  });
});
