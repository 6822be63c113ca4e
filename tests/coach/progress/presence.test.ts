import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { planFor, running, type SetRun, runUntil } from '../../../lab/made/run-set.ts';

describe('a hidden person', () => {
  it('is told why after three seconds, once, while the clock goes on', () => {
    const run = runUntil(planFor(), 3, () => ({ internalRotation: 20 }));
    run.readFor(3, 12, () => ({ invalid: 'out-of-frame', missing: ['left knee', 'right knee'] }));
    const lost = run.all('say').filter(({ text }) => text === 'Bring your knees into view.');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.at).toBeCloseTo(6, 1);
    expect(gauge(run.state)).toMatchObject({ angle: null, angleReason: 'out-of-frame' });
    expect(gauge(run.state).left).toBeCloseTo(9, 0);
    run.readFor(12, 13, () => ({ internalRotation: 20 }));
    expect(run.said.at(-1)).toBe('I see you again.');
  });

  it('hears nothing about a single lost frame', () => {
    const run = runUntil(planFor(), 10, (time) =>
      Math.round(time * 12) % 6 === 0 ? { invalid: 'poor-fit' } : { internalRotation: 20 },
    );
    expect(run.said.filter((text) => text.includes('see'))).toEqual([]);
    expect(gauge(run.state).angle).not.toBeNull();
  });

  it('is given no reason on the screen in the first two seconds, since most numbers come back', () => {
    const run = runUntil(planFor(), 3, () => ({ internalRotation: 20 }));
    run.readFor(3, 4.5, () => ({ invalid: 'no-person' }));
    expect(gauge(run.state)).toMatchObject({ angle: null, angleReason: null });
    run.readFor(4.5, 5.5, () => ({ invalid: 'no-person' }));
    expect(gauge(run.state)).toMatchObject({ angle: null, angleReason: 'no-person' });
  });

  it('does not leave a flag open if no readings come any more', () => {
    const run = runUntil(planFor(), 5, () => ({ twist: 14 }));
    run.tick(6.5);
    expect(run.all('flag')[0]?.flag.end).toBeCloseTo(5, 0);
  });
});

describe('a moved laptop', () => {
  function moved(): SetRun {
    const run = runUntil(planFor(), 5, () => ({ internalRotation: 20, referencePoseAt: 1 }));
    run.readFor(5, 8, () => ({ internalRotation: 60, twist: 30, referencePoseAt: 1, cameraMoved: true }));
    return run;
  }

  it('does not matter any more from the new reference pose on', () => {
    const run = moved();
    run.readFor(8, 9, () => ({ twist: 30, referencePoseAt: 1 }));
    expect(gauge(run.state).angle).toBeNull();
    run.readFor(9, 14, (time) => ({ internalRotation: 20, twist: time > 11 ? 12 : 0, referencePoseAt: 8.9 }));
    run.send({ kind: 'stop', time: 14, why: 'stopped' });
    expect(run.flagged).toEqual(['pelvis-twist']);
    const record = run.record();
    expect(record.summary.sets[0]?.gross).toBeCloseTo(20, 6);
    expect(record.frames.filter(({ t, valid }) => t > 5 && t < 8.9 && valid)).toEqual([]);
  });
});

describe('the other side', () => {
  it('begins when the person is well in the picture, after at least five seconds', () => {
    const run = running(planFor(supineSleeper, { sides: ['left', 'right'], countIn: 0 }));
    run.tick(53);
    expect(gauge(run.state).phase?.kind).toBe('turn');
    expect(run.all('begin-side').map(({ side }) => side)).toEqual(['right']);
    run.readFor(53, 70, () => ({ referencePoseAt: null, framed: false }));
    expect(gauge(run.state).phase?.kind).toBe('turn');
    run.readFor(70, 72, () => ({ referencePoseAt: null }));
    expect(gauge(run.state).phase?.kind).toBe('neutral');
    run.read({ time: 76, side: 'right', internalRotation: 0, referencePoseAt: 75.9 });
    expect(gauge(run.state).phase).toMatchObject({ kind: 'passive', side: 'right' });
  });

  it('does not begin while the person may still be turning round, nor before the words are over', () => {
    const run = running(planFor(supineSleeper, { sides: ['left', 'right'], countIn: 0 }));
    run.tick(53);
    const over = 53 + run.state.speech.announcedUntil;
    expect(over).toBeGreaterThan(58);
    run.readFor(53, over - 0.1, () => ({ referencePoseAt: null }));
    expect(gauge(run.state).phase?.kind).toBe('turn');
    run.read({ time: over + 0.1, referencePoseAt: null });
    expect(gauge(run.state).phase?.kind).toBe('neutral');
  });

  it('names what hides the person, and ignores a second person', () => {
    const run = running(planFor(supineSleeper, { sides: ['left', 'right'], countIn: 0 }));
    run.tick(53);
    const people = { people: 2, still: 0 };
    run.readFor(53, 70, () => ({ referencePoseAt: null, framed: false, missing: ['left foot'], people }));
    expect(run.said.at(-1)).toMatch(/^I can’t see your left foot\./);
    expect(run.said.join()).not.toContain('two people');
    run.readFor(70, 72, () => ({ referencePoseAt: null, people }));
    expect(gauge(run.state).phase?.kind).toBe('neutral');
  });

  it('shows the number of the working side', () => {
    const run = runUntil(planFor(supineSleeper, { sides: ['right'] }), 4, () => ({
      side: 'right',
      internalRotation: 17,
    }));
    expect(gauge(run.state).angle?.value).toBeCloseTo(17, 6);
  });
});

describe('a hip that is read for moments only', () => {
  it('is told why as one that is not read at all', () => {
    const run = runUntil(planFor(), 12, (time) =>
      Math.round(time * 12) % 6 === 0
        ? { internalRotation: 20 }
        : { unseen: { 'hip-internal-rotation': 'knee-hidden' }, internalRotation: null },
    );
    expect(run.said.filter((text) => text.endsWith('I can’t see your far knee.'))).toHaveLength(1);
  });

  it('is not told by the last frame but by the leading reason, place before instrument', () => {
    const run = runUntil(planFor(), 8, (time) => ({
      invalid: Math.round(time * 12) % 2 === 0 ? 'implausible-body' : 'out-of-frame',
    }));
    expect(run.said.filter((text) => text.startsWith('Move the laptop until all of you'))).toHaveLength(1);
    expect(run.said.filter((text) => text.startsWith('I can’t make you out'))).toEqual([]);
    expect(gauge(run.state).angleReason).toBe('out-of-frame');
  });

  it('is told the new reason when the old one is long over', () => {
    const run = runUntil(planFor(), 9, () => ({ invalid: 'out-of-frame' }));
    run.readFor(9, 19, () => ({ nobody: 'no-person' }));
    expect(gauge(run.state).angleReason).toBe('no-person');
  });
});
