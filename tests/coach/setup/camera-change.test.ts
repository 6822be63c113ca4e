import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import type { CameraChange } from '../../../src/instrument/output/reading.ts';
import { planFor, type SetRun, runUntil } from '../../../lab/made/run-set.ts';

/** What the zoom of a camera looks like to the channels: a large twist and shift that grow with the picture. */
const ZOOMED = { internalRotation: 35, twist: 20, hipsShift: 0.05, lift: 0.07, referencePoseAt: 1 } as const;

/** The camera begins to change at 6 s; the instrument is uncertain from 6.2 s and certain at 6.6 s. */
function changed(cameraChange: CameraChange): SetRun {
  const run = runUntil(planFor(), 6, () => ({ internalRotation: 30, referencePoseAt: 1 }));
  run.readFor(6, 6.2, () => ZOOMED);
  run.readFor(6.2, 6.6, () => ({ ...ZOOMED, cameraUnsure: true }));
  run.readFor(6.6, 8, () => ({ ...ZOOMED, referencePoseAt: 'holding', cameraMoved: true, cameraChange }));
  return run;
}

describe('a camera that changes its picture in a set', () => {
  it.each([
    ['zoomed', 'picture-zoomed'],
    ['moved', 'camera-moved'],
    ['slid', 'picture-slid'],
    ['tilted', 'camera-tilted'],
    ['turned', 'picture-turned'],
    ['resized', 'picture-resized'],
  ] as const)('and has %s is named once in its own words, and a new start is asked for', (change, reason) => {
    const run = changed(change);
    expect(run.said.filter((text) => text === english.reasons[reason].say[0])).toHaveLength(1);
    expect(run.all('begin-neutral')).toHaveLength(2);
    expect(gauge(run.state)).toMatchObject({ angle: null, angleReason: reason });
  });

  it('does not become a fault of the person, neither shown nor spoken nor recorded', () => {
    const run = changed('zoomed');
    run.readFor(8, 12, () => ({ referencePoseAt: 8, internalRotation: 30 }));
    expect(run.all('cue')).toEqual([]);
    expect(run.flagged).toEqual([]);
    expect(run.record().flags).toEqual([]);
  });

  it('leaves a fault that began before it', () => {
    const run = runUntil(planFor(), 4, () => ({ internalRotation: 30, referencePoseAt: 1 }));
    run.readFor(4, 6.2, () => ({ internalRotation: 30, twist: 20, referencePoseAt: 1 }));
    run.readFor(6.2, 6.6, () => ({ ...ZOOMED, cameraUnsure: true }));
    run.readFor(6.6, 8, () => ({ ...ZOOMED, referencePoseAt: 'holding', cameraMoved: true, cameraChange: 'zoomed' }));
    expect(run.flagged).toEqual(['pelvis-twist']);
  });

  it('is the reason of every frame until a new start is held', () => {
    const { frames } = changed('zoomed').record();
    expect(frames.filter(({ t }) => t > 6.65).every(({ reasons }) => reasons[0] === 'picture-zoomed')).toBe(true);
    expect(frames.filter(({ t }) => t >= 6.2).some(({ valid }) => valid)).toBe(false);
  });
});

describe('a suspicion that passes', () => {
  const run = runUntil(planFor(), 6, () => ({ internalRotation: 30, referencePoseAt: 1 }));
  run.readFor(6, 6.3, () => ({ ...ZOOMED, cameraUnsure: true }));
  run.readFor(6.3, 10, () => ({ internalRotation: 30, referencePoseAt: 1 }));

  it('asks for nothing and says nothing', () => {
    expect(run.all('begin-neutral')).toHaveLength(1);
    expect(run.said).not.toContain(english.reasons['camera-moved'].say[0]);
    expect(run.flagged).toEqual([]);
    expect(gauge(run.state).angle?.value).toBeCloseTo(30, 6);
  });
});

describe('a picture that stands still', () => {
  const frozen = () => {
    const run = runUntil(planFor(), 6, () => ({ internalRotation: 30, referencePoseAt: 1 }));
    run.readFor(6, 12, () => ({ ...ZOOMED, frozen: true }));
    return run;
  };

  it('is said once after some seconds and shown all the time', () => {
    const run = frozen();
    const told = run.all('say').filter(({ text }) => text === english.reasons['picture-frozen'].say[0]);
    expect(told).toHaveLength(1);
    // Three seconds after the freeze at 6 s, to within one of 12 readings a second.
    expect(Math.abs((told[0]?.at ?? 0) - 9)).toBeLessThan(0.2);
    expect(gauge(run.state)).toMatchObject({ angle: null, angleReason: 'picture-frozen' });
    expect(run.flagged).toEqual([]);
  });

  it('is read again by itself when it moves', () => {
    const run = frozen();
    run.readFor(12, 14, () => ({ internalRotation: 31, referencePoseAt: 1 }));
    expect(gauge(run.state).angle?.value).toBeCloseTo(31, 6);
    expect(run.all('begin-neutral')).toHaveLength(1);
  });
});
