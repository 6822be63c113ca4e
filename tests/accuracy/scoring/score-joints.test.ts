import { describe, expect, it } from 'vitest';
import { reportOf, withShortTable } from '../../../tools/lab/run-real.mjs';
import { type AcceptedStart, jointErrors, jointsTables, scoreJoints } from '../../../tools/scoring/score-joints.mjs';

type Leg = AcceptedStart['used']['left'];

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
const START: AcceptedStart = {
  network: 'supine-sleeper',
  believed: true,
  trunk: 100,
  blazePose: both(6),
  used: both(3),
  sd: { left: sd, right: sd },
};

describe('joints in photographs', () => {
  it('are judged where the markers saw them, by distance in shares of the trunk', () => {
    const errors = jointErrors(PICTURE, [START]);
    expect(errors.map(({ side, joint }) => `${side} ${joint}`)).toEqual([
      'left knee',
      'left ankle',
      'right knee',
      'right ankle',
    ]);
    for (const { blazepose, used } of errors) expect([blazepose, used]).toEqual([0.06, 0.03]);
  });

  it('are counted for each network and for all together', () => {
    const other = { ...START, network: 'standing-hamstring', believed: false };
    const { networks, all } = scoreJoints(jointErrors(PICTURE, [START, other]));
    expect(networks['supine-sleeper']).toMatchObject({ pictures: 1, believed: 1, joints: 4 });
    expect(networks['standing-hamstring']).toMatchObject({ pictures: 1, believed: 0, joints: 4 });
    expect(all).toMatchObject({ pictures: 2, believed: 1, joints: 8 });
    expect(all.used.median).toBeCloseTo(3, 9);
    expect(all.blazepose.p90).toBeCloseTo(6, 9);
  });

  it('are gross beyond a fifth of the trunk', () => {
    const { all } = scoreJoints(jointErrors(PICTURE, [{ ...START, used: both(21), blazePose: both(19) }]));
    expect([all.used.gross, all.blazepose.gross]).toEqual([1, 0]);
  });

  it('count as inside the band up to 1.645 sd, x and y separately', () => {
    const covered = (by: number) => scoreJoints(jointErrors(PICTURE, [{ ...START, used: both(by) }])).all.used.covered;
    expect(covered(8)).toBe(1);
    // Only the y coordinates, which are right.
    expect(covered(9)).toBe(0.5);
    expect(scoreJoints(jointErrors(PICTURE, [{ ...START, sd: null }])).all.used.covered).toBeNull();
  });

  it('tell how many stated standard deviations hold nine tenths of the coordinates', () => {
    const { all } = scoreJoints(jointErrors(PICTURE, [{ ...START, used: both(6) }]));
    expect(all.used.within).toBeCloseTo(1.2, 9);
    expect(scoreJoints(jointErrors(PICTURE, [{ ...START, sd: null }])).all.used.within).toBeNull();
  });

  it('stand beside those of rendered people in the report, with what they do not show', () => {
    const errors = jointErrors(PICTURE, [START]);
    const report = reportOf({ real: errors, rendered: errors });
    expect(report.match(/\| supine-sleeper \| 1, 1 \| 4 \|/g)).toHaveLength(2);
    expect(report).toContain('## What this does not show');
  });

  it('are written into the README between its marks, and nothing else is changed', () => {
    const page = 'a\n<!-- joints: begin, written by npm run real -- --write -->\nold\n<!-- joints: end -->\nz\n';
    const written = withShortTable(page, { real: jointErrors(PICTURE, [START]), rendered: [] });
    expect(written).toMatch(
      /^a\n<!-- joints: begin[^]*\| real \| 1 \| 1 \| 4 \| 6\.0, 6\.0 \| 3\.0, 3\.0 \|[^]*end -->\nz\n$/,
    );
    expect(written).not.toContain('old');
    expect(() => withShortTable('no marks', { real: [], rendered: [] })).toThrow('lost the marks');
  });

  it('make a table that has a dash where there is nothing to count', () => {
    expect(jointsTables([])).toContain('| **all** | 0, 0 | 0 | – |');
    expect(jointsTables(jointErrors(PICTURE, [START]))).toContain('| supine-sleeper | 1, 1 | 4 | 6.0 |');
    expect(jointsTables(jointErrors(PICTURE, [START]))).toContain('| knee | 1, 1 | 2 | 6.0 |');
  });
});
