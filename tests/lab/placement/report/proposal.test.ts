import { describe, expect, it } from 'vitest';
import { supineSleeper } from '../../../../src/drills/supine-sleeper/supine-sleeper.ts';
import type { Cell } from '../cells/cell.ts';
import { cellOf, poseOf, posesWithError, unmeasured } from '../cells/made-cells.ts';
import { gradeOf, measurable, showsArch, summarisePlaces } from './place-summary.ts';
import { proposalFor, verdictOn } from './proposal.ts';

const summaryOf = (cells: readonly Cell[]) => {
  const [place] = summarisePlaces(cells);
  if (!place) throw new Error('no place');
  return place;
};

const circle = (errorAt: (azimuth: number) => number | null) =>
  Array.from({ length: 24 }, (_, i) => i * 15).map((azimuth) => {
    const error = errorAt(azimuth);
    return error === null ? unmeasured({ azimuth }) : cellOf({ azimuth, poses: posesWithError(error) });
  });

describe('a place over several bodies', () => {
  it('is graded by the median body and by the worst one', () => {
    const cells = [1, 2, 8].map((error, i) => cellOf({ body: `${i}`, poses: posesWithError(error) }));
    expect(summaryOf(cells)).toMatchObject({ bodies: 3, error: 2, worstError: 8, grade: 'good' });
  });

  it('is not good if the error of one body is very large', () => {
    const cells = [1, 2, 14].map((error, i) => cellOf({ body: `${i}`, poses: posesWithError(error) }));
    expect(summaryOf(cells).grade).not.toBe('good');
  });

  it('is poor if most bodies are not measured', () => {
    const cells = [cellOf({}), unmeasured({ body: 'a' }), unmeasured({ body: 'b' })];
    expect(summaryOf(cells)).toMatchObject({ measured: 1, coverage: 0, grade: 'poor' });
    expect(summaryOf(cells).appGrades).toEqual({ good: 1, refused: 2 });
  });

  it('is poor if only half of the movement is read, even with a small mean error', () => {
    const half = { error: 3, worstError: 4, slope: 0.4, coverage: 1 };
    expect(gradeOf(half)).toBe('poor');
    expect(gradeOf({ ...half, slope: 1 })).toBe('good');
  });
});

describe('a pelvis channel', () => {
  const place = (response: number, falseMotion: number) =>
    summaryOf([
      cellOf({
        poses: [
          poseOf('back to 1', {}, { twist: falseMotion }),
          poseOf('twist', { twist: 10 }, { twist: falseMotion + 10 * response }),
        ],
      }),
    ]);

  it('is measurable with a full response and little false motion', () => {
    expect(measurable(place(0.9, 2), 'twist')).toBe('yes');
  });

  it('is coarse with half a response, or with false motion as large as an alarm', () => {
    expect(measurable(place(0.4, 2), 'twist')).toBe('coarse');
    expect(measurable(place(0.9, 8), 'twist')).toBe('coarse');
  });

  it('is not measurable without a response, or if every motion changes it', () => {
    expect(measurable(place(0.1, 1), 'twist')).toBe('no');
    expect(measurable(place(1, 15), 'twist')).toBe('no');
    expect(measurable(place(1, 1), 'lift')).toBe('no');
  });

  it('shows an arch only if the back’s outline is visible and moves', () => {
    const shown = (free: number, shiftPixels: number) => showsArch({ outline: { free, sweptPixels: 99, shiftPixels } });
    expect(shown(0.8, 5)).toBe(true);
    expect(shown(0.2, 5)).toBe(false);
    expect(shown(0.8, 1)).toBe(false);
  });
});

describe('the proposal for a drill', () => {
  const away = (azimuth: number, middle: number) => Math.abs(((azimuth - middle + 540) % 360) - 180);

  it('recommends the middle of the region with the smallest error, with its ranges', () => {
    const places = summarisePlaces(circle((azimuth) => 1 + away(azimuth, 240) / 15));
    expect(proposalFor('supine-sleeper', places)).toMatchObject({
      recommended: 240,
      good: [[180, 300]],
      fair: [[120, 360]],
      lensHeight: 1.4,
      distance: 2.1,
    });
  });

  it('prefers a region to a single good place', () => {
    const lucky = (azimuth: number) => (azimuth === 0 ? 1 : 2 + away(azimuth, 180) / 20);
    expect(proposalFor('supine-sleeper', summarisePlaces(circle(lucky)))?.recommended).toBe(180);
  });

  it('does not use places where only one body was filmed', () => {
    const filmed = [0, 15, 30].flatMap((azimuth) =>
      ['a', 'b'].map((body) => cellOf({ azimuth, body, poses: posesWithError(azimuth === 15 ? 2 : 3) })),
    );
    const lookedRound = cellOf({ azimuth: 180, body: 'a', poses: posesWithError(0.5) });
    const proposal = proposalFor('supine-sleeper', summarisePlaces([...filmed, lookedRound]));
    expect(proposal).toMatchObject({ recommended: 15, good: [[0, 30]], bodies: 2 });
  });

  it('is absent if nothing was measured at any place', () => {
    expect(proposalFor('supine-sleeper', summarisePlaces(circle(() => null)))).toBeNull();
  });

  it('names the channels that cannot be measured from its place', () => {
    const proposal = proposalFor('supine-sleeper', summarisePlaces(circle(() => 2)));
    expect(proposal?.channels).toMatchObject({ twist: 'yes', obliquity: 'no', lift: 'no' });
    expect(proposal?.neverSeen).toEqual(['pelvis-obliquity', 'pelvis-lift', 'back-arch']);
  });

  it('states whether the place that the drill recommends is accepted', () => {
    const about = (middle: number) => {
      const proposal = proposalFor(
        'supine-sleeper',
        summarisePlaces(circle((azimuth) => 1 + away(azimuth, middle) / 10)),
      );
      if (!proposal) throw new Error('no proposal');
      return verdictOn(supineSleeper, proposal);
    };
    expect([about(255), about(195), about(90)]).toEqual(['good', 'fair', 'poor']);
  });
});
