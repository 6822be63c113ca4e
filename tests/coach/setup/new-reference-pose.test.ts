import { describe, expect, it } from 'vitest';
import { gauge } from '../../../src/coach/coach.ts';
import { planFor, running, SetRun, runUntil } from '../../../lab/made/run-set.ts';

/** The laptop is bumped at 5 s, in the passive phase. */
function bumped(): SetRun {
  const run = runUntil(planFor(), 5, () => ({ internalRotation: 40, referencePoseAt: 1 }));
  run.read({ time: 5, referencePoseAt: 1, cameraMoved: true });
  return run;
}

describe('a requested reference pose', () => {
  it('is requested again if the instrument knows nothing of it (a restarted worker)', () => {
    const run = bumped();
    run.readFor(5.1, 6, () => ({ referencePoseAt: 'holding' }));
    run.readFor(6, 6.4, () => ({ referencePoseAt: null }));
    expect(run.all('begin-neutral').map(({ at }) => at)).toEqual([0, 5, 6]);
    run.readFor(6.4, 9, () => ({ referencePoseAt: 'holding' }));
    run.readFor(9, 12, () => ({ referencePoseAt: 9, internalRotation: 12 }));
    expect(run.all('begin-neutral')).toHaveLength(3);
    expect(gauge(run.state).angle?.value).toBeCloseTo(12, 6);
  });

  it('is requested again if it was skipped and the instrument then lost it', () => {
    const run = new SetRun(planFor());
    run.readFor(0, 1, () => ({ referencePoseAt: 'holding' }));
    run.send({ kind: 'skip', time: 1 });
    run.readFor(1.1, 2, () => ({ referencePoseAt: null }));
    expect(run.all('begin-neutral').length).toBeGreaterThan(1);
  });

  it('is not requested twice while the request is on its way', () => {
    const run = bumped();
    run.readFor(5.1, 5.45, () => ({ referencePoseAt: null }));
    expect(run.all('begin-neutral')).toHaveLength(2);
  });

  it('is announced once only', () => {
    const run = bumped();
    run.readFor(5.1, 9, () => ({ referencePoseAt: null }));
    expect(run.all('begin-neutral').length).toBeGreaterThan(3);
    expect(run.said.filter((text) => text.endsWith('the laptop moved.'))).toHaveLength(1);
    expect(run.said.filter((text) => text.startsWith('Hold still in the start position'))).toEqual([]);
  });
});

describe('a person whose new reference pose is awaited', () => {
  it('hears what prevents it after six seconds, and then every ten', () => {
    const run = bumped();
    run.readFor(5.1, 20, () => ({ referencePoseAt: 'holding', referencePoseProblem: 'wrong-posture' }));
    const told = run.all('say').filter(({ text }) => text === 'Get into the start position.');
    expect(told).toHaveLength(1);
    // Six seconds after the bump at 5 s, to within one of 12 readings a second.
    expect(Math.abs((told[0]?.at ?? 0) - 11)).toBeLessThan(0.2);
  });

  it('hears sooner what is plainly different from the start, and by its name', () => {
    const run = bumped();
    const high = {
      referencePoseAt: 'holding',
      referencePoseProblem: 'wrong-posture',
      difference: { kind: 'hips-up' },
    } as const;
    run.readFor(5.1, 11, () => high);
    const told = run.all('say').filter(({ text }) => text === 'Bring your hips back down, then hold still.');
    expect(told).toHaveLength(1);
    // As soon as the sentence about the laptop is over.
    expect(told[0]?.at).toBeLessThan(10);
    expect(run.said).not.toContain('Get into the start position.');
  });

  it('still hears it in the next phases', () => {
    const run = bumped();
    run.readFor(5.1, 52, () => ({ referencePoseAt: 'holding', referencePoseProblem: 'moving' }));
    const told = run.all('say').filter(({ text }) => text === 'Hold still.');
    // Passive ends at 21 s.
    expect(told.some(({ at }) => at < 21)).toBe(true);
    expect(told.some(({ at }) => at > 21)).toBe(true);
  });

  it('does not hear it during a countdown or an announcement', () => {
    const run = bumped();
    run.readFor(5.1, 45, () => ({ referencePoseAt: 'holding', referencePoseProblem: 'moving' }));
    const changes = run.all('phase').map(({ at }) => at);
    for (const { at, text } of run.all('say')) {
      if (text !== 'Hold still.') continue;
      // 3.5 s of countdown before a change; the shortest announcement takes more than a second.
      expect(changes.filter((change) => change > at && change - at < 3.4)).toEqual([]);
      expect(changes.filter((change) => change <= at && at - change < 1)).toEqual([]);
    }
  });

  it('does not hear it in a rest', () => {
    const preset = { ...planFor().preset, rounds: 2, rest: 30 };
    const run = running(planFor(undefined, { preset }));
    run.tick(53.1);
    expect(gauge(run.state).phase?.kind).toBe('rest');
    run.read({ time: 54, referencePoseAt: 1, cameraMoved: true });
    run.readFor(54.1, 80, () => ({ referencePoseAt: 'holding', referencePoseProblem: 'wrong-posture' }));
    expect(run.said.filter((text) => text.includes('start position.'))).toEqual([]);
  });

  it('hears when it is set', () => {
    const run = bumped();
    run.readFor(5.1, 8, () => ({ referencePoseAt: 'holding' }));
    expect(run.said).not.toContain('Got your new start.');
    run.readFor(8, 9, () => ({ referencePoseAt: 8 }));
    expect(run.said.filter((text) => text === 'Got your new start.')).toHaveLength(1);
    expect(run.said).not.toContain('I see you again.');
  });

  it('hears nothing for the first reference pose, because the next phase shows that it is set', () => {
    expect(running().said).not.toContain('Got your new start.');
  });
});

describe('the best range on the screen', () => {
  it('stays through a new reference pose after the laptop moved, because it was counted from a start that was right', () => {
    const run = bumped();
    run.readFor(5.1, 8, () => ({ referencePoseAt: 'holding' }));
    expect(gauge(run.state).best).toBeCloseTo(40, 6);
    run.readFor(8, 8.5, () => ({ referencePoseAt: 8, internalRotation: 12 }));
    expect(gauge(run.state).best).toBeCloseTo(40, 6);
    run.readFor(8.5, 12, () => ({ referencePoseAt: 8, internalRotation: 12 }));
    expect(gauge(run.state).best).toBeCloseTo(40, 6);
    expect(run.record().summary.sets[0]?.clean).toBeCloseTo(40, 6);
  });
});
