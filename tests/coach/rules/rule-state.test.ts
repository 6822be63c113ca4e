import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleDefinition } from '../../../src/coach/drill-definition.ts';
import { stepRule, unwatched, atRest, stepSpeed } from '../../../src/coach/rules/rule-state.ts';
import { detectableChange, deviationSize, thresholds } from '../../../src/coach/rules/rule-threshold.ts';
import { pulse, RATE, still, trace, twist } from '../trace-rule.ts';

describe('thresholds of a rule', () => {
  it('are those of the drill for a person who holds still', () => {
    expect(thresholds(twist, 0.5, 1)).toEqual({ enter: 6, leave: 0.67 * 6, red: 1.7 * 6 });
  });

  it('rise to the smallest change that the noise of this person does not explain', () => {
    expect(detectableChange(3)).toBeCloseTo(8.32, 2);
    expect(thresholds(twist, 3, 1).enter).toBeCloseTo(8.32, 2);
    expect(thresholds(twist, 3, 1).red).toBeCloseTo(1.7 * 8.32, 1);
  });

  it('rise to the channel’s known false motion', () => {
    expect(thresholds({ ...twist, falseMotion: 8 }, undefined, 1).enter).toBe(8);
  });

  it('require a deviation beyond its own uncertainty if the rule asks for it', () => {
    expect(thresholds({ ...twist, certainty: 3 }, undefined, 1, 2.5).enter).toBe(7.5);
    expect(thresholds(twist, undefined, 1, 2.5).enter).toBe(6);
  });

  it('do not close an open flag because a moment is uncertain', () => {
    const careful = { ...twist, certainty: 3 };
    const sure = trace(pulse(1, 4, 9), 6, careful, { sd: 1 });
    expect(sure.flags).toHaveLength(1);
    expect(trace(pulse(1, 4, 9), 6, careful, { sd: 4 }).flags).toEqual([]);
    let watch = sure.watch;
    const at = (time: number, sd: number) => stepRule(careful, watch, { ...still, time, value: 9, sd });
    for (let time = 7; time < 9; time += 0.1) watch = at(time, 1).watch;
    expect(watch.open).not.toBeNull();
    for (let time = 9; time < 10; time += 0.1) watch = at(time, 4).watch;
    expect(watch.open).not.toBeNull();
  });

  it('let a lasting deviation open a flag with less certainty, but not a brief one', () => {
    const patient = { ...twist, certainty: 3, lasting: { certainty: 2, dwell: 0.8 } };
    expect(trace(pulse(1, 4, 9), 6, patient, { sd: 4 }).flags).toHaveLength(1);
    expect(trace(pulse(1, 1.7, 9), 6, patient, { sd: 4 }).flags).toEqual([]);
    expect(trace(pulse(1, 4, 9), 6, patient, { sd: 5 }).flags).toEqual([]);
    const [quick] = trace(pulse(1, 4, 14), 6, patient, { sd: 4 }).flags;
    const [slow] = trace(pulse(1, 4, 9), 6, patient, { sd: 4 }).flags;
    expect((slow?.start ?? NaN) - (quick?.start ?? NaN)).toBeGreaterThan(0.3);
  });

  it('are higher in a phase that tolerates more', () => {
    expect(thresholds(twist, undefined, 1.3).enter).toBeCloseTo(7.8, 9);
  });

  it('are lower in RAILs, but never below the noise floor', () => {
    expect(thresholds(twist, undefined, 0.9).enter).toBeCloseTo(5.4, 9);
    expect(thresholds({ ...twist, falseMotion: 5.8 }, undefined, 0.9).enter).toBe(5.8);
  });

  it('count a one-sided channel in its own direction, mirrored for the right side', () => {
    const oneSided: RuleDefinition = { ...twist, direction: 'negative' };
    expect(deviationSize(oneSided, -7, 'left')).toBe(7);
    expect(deviationSize(oneSided, 7, 'left')).toBe(-7);
    expect(deviationSize(oneSided, 7, 'right')).toBe(7);
    expect(deviationSize({ ...oneSided, channel: 'pelvis-lift', direction: 'positive' }, 0.03, 'right')).toBe(0.03);
  });
});

describe('a flag', () => {
  it('opens after 0.2 s above its threshold', () => {
    const { openedAt } = trace((time) => (time >= 1 ? 60 : 0), 3);
    // The 2 Hz low-pass reaches 6 of 60 within one frame; then the dwell of 0.2 s begins.
    expect(openedAt[0]).toBeGreaterThanOrEqual(1.2);
    expect(openedAt[0]).toBeLessThanOrEqual(1.2 + 2.01 / RATE);
  });

  it('is not opened by a peak shorter than the dwell', () => {
    expect(trace(pulse(1, 1.2, 9), 3).flags).toEqual([]);
  });

  it('is not opened late by a short dip that stays above four fifths of its threshold', () => {
    const dips = (time: number) => (time < 1 ? 0 : time < 1.2 ? 9 : time < 1.4 ? 4.8 : time < 2 ? 7 : 0);
    const { openedAt } = trace(dips, 4);
    // With the first frame above 6° again. Begun anew, the dwell would last until 1.6 s.
    expect(openedAt[0]).toBeGreaterThanOrEqual(1.4);
    expect(openedAt[0]).toBeLessThan(1.5);
  });

  it('is not opened in a dip, nor by two peaks with a deep or a long one between them', () => {
    const between = (dip: number, length: number) => (time: number) =>
      time < 1 ? 0 : time < 1.2 ? 9 : time < 1.2 + length ? dip : time < 1.4 + length ? 9 : 0;
    expect(trace((time) => (time < 1 ? 0 : time < 1.2 ? 9 : 5), 4).flags).toEqual([]);
    expect(trace(between(2, 0.2), 4).flags).toEqual([]);
    expect(trace(between(5, 0.4), 4).flags).toEqual([]);
    expect(trace(between(5, 1), 4).flags).toEqual([]);
    expect(trace(between(5, 0.2), 4).flags).toHaveLength(1);
  });

  it('closes when the channel falls below two thirds of the threshold', () => {
    const { flags } = trace(pulse(1, 3, 12), 6);
    expect(flags).toHaveLength(1);
    // 12° falls below 4.02° in 0.09 s at 2 Hz.
    expect(flags[0]?.end).toBeGreaterThan(3);
    expect(flags[0]?.end).toBeLessThan(3.35);
  });

  it('stays one flag while the channel is between the thresholds', () => {
    const wobble = (time: number) => (time < 1 ? 0 : time < 2 ? 9 : 5);
    expect(trace(wobble, 8).flags).toHaveLength(1);
  });

  it('that comes back within 0.35 s is the same flag', () => {
    const twice = (time: number) => (time >= 1 && time < 2 ? 12 : time >= 2.4 && time < 3.5 ? 12 : 0);
    expect(trace(twice, 6).flags).toHaveLength(1);
    const apart = (time: number) => (time >= 1 && time < 2 ? 12 : time >= 4 && time < 5 ? 12 : 0);
    expect(trace(apart, 8).flags).toHaveLength(2);
  });

  it('is amber from its threshold, red from the red one, and does not return to amber', () => {
    expect(trace(pulse(1, 3, 8), 5).flags[0]?.severity).toBe('amber');
    const fading = (time: number) => (time < 1 ? 0 : time < 3 ? 14 : time < 5 ? 8 : 0);
    expect(trace(fading, 7).flags[0]?.severity).toBe('red');
  });

  it('keeps its largest size as the peak', () => {
    expect(trace(pulse(1, 4, -13), 6).flags[0]?.peak).toBeCloseTo(13, 1);
  });

  it('begins when the channel was last below half the threshold of the rule', () => {
    const ramp = (time: number) => (time < 2 ? 0 : Math.min(12, 6 * (time - 2)));
    const { flags } = trace(ramp, 6);
    // 3° is passed at 2.5 s, and 0.08 s later in the 2 Hz low-pass.
    expect(flags[0]?.onset).toBeGreaterThan(2.4);
    expect(flags[0]?.onset).toBeLessThan(2.8);
    expect(flags[0]?.onset).toBeLessThanOrEqual(flags[0]?.start ?? 0);
  });

  it('has its onset where the channel was last seen to be small, if it grew while hidden', () => {
    const hidden = (time: number) => (time < 2 ? 0 : time < 5 ? null : 12);
    const { flags } = trace(hidden, 7);
    expect(flags).toHaveLength(1);
    // To within a frame.
    expect(Math.abs((flags[0]?.onset ?? 0) - 2)).toBeLessThan(1.5 / RATE);
    expect(flags[0]?.start).toBeGreaterThan(5);
  });

  it('has no onset before the phase in which the rule applies', () => {
    let watch = unwatched;
    const at = (time: number, value: number | null, phase: 'passive' | 'rest') => {
      watch = stepRule(twist, watch, { ...still, time, value, phase }).watch;
    };
    for (let frame = 0; frame < 30; frame++) at(frame / RATE, 0, 'passive');
    for (let frame = 30; frame < 75; frame++) at(frame / RATE, null, 'rest');
    for (let frame = 75; frame < 90; frame++) at(frame / RATE, 12, 'passive');
    expect(watch.open?.onset).toBeCloseTo(5, 1);
  });

  it('survives a short gap, and ends when last seen after a long one', () => {
    const blinking = (time: number) => (time > 2 && time < 2.8 ? null : time >= 1 && time < 4 ? 12 : 0);
    expect(trace(blinking, 6).flags).toHaveLength(1);
    const gone = (time: number) => (time > 2 ? null : time >= 1 ? 12 : 0);
    const { flags, watch } = trace(gone, 6);
    expect(flags).toHaveLength(1);
    expect(flags[0]?.end).toBeCloseTo(2, 9);
    expect(watch.open).toBeNull();
  });

  it('is not opened in a phase in which its rule does not apply, and is closed when such a phase begins', () => {
    expect(trace(() => 20, 3, twist, { phase: 'rest' }).flags).toEqual([]);
    const { watch } = trace(() => 20, 3);
    expect(watch.open).not.toBeNull();
    const step = stepRule(twist, watch, { ...still, time: 3.1, value: 20, phase: 'rest' });
    expect(step.closed?.rule).toBe('pelvis-twist');
    expect(step.watch.open).toBeNull();
  });

  it('never opens twice within 0.6 s: closing and opening each need their time beyond a threshold', () => {
    const signal = fc.array(fc.double({ min: -15, max: 15, noNaN: true }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(signal, (levels) => {
        const { flags } = trace(
          (time) => levels[Math.min(levels.length - 1, Math.floor(time * 4))] ?? 0,
          levels.length / 4,
        );
        for (const [index, flag] of flags.entries()) {
          const next = flags[index + 1];
          expect(flag.end).toBeGreaterThanOrEqual(flag.start);
          expect(flag.onset).toBeLessThanOrEqual(flag.start);
          // Closing takes 0.35 s below the threshold, opening 0.3 s above it.
          if (next !== undefined) expect(next.start - flag.end).toBeGreaterThan(0.6);
        }
      }),
    );
  });
});

describe('a deviation that the drill allows', () => {
  it('opens a flag, because the reading suffers, but never a red one', () => {
    const severities = (rule: RuleDefinition) => trace(pulse(2, 5, 30), 8, rule).flags.map(({ severity }) => severity);
    expect(severities(twist)).toEqual(['red']);
    expect(severities({ ...twist, severity: 'amber' })).toEqual(['amber']);
  });
});

describe('a rule that counts from the start of the push or of the phase', () => {
  const drift: RuleDefinition = {
    ...twist,
    id: 'isometric-drift',
    channel: 'hip-internal-rotation',
    reference: 'push-start',
    enter: 5,
    phaseFactors: { pails: 1, rails: 1 },
  };

  it('ignores everything before the hold of a pull, which may gain range until then', () => {
    const moving = (time: number) => 8 * time;
    expect(trace(moving, 4, drift, { phase: 'rails', phaseSince: 0, holdSince: null }).flags).toEqual([]);
  });

  it('counts a pull from the angle at the start of its hold, not from the reference pose', () => {
    expect(trace(() => 25, 6, drift, { phase: 'rails', holdSince: 1 }).flags).toEqual([]);
    const slipping = (time: number) => (time < 3 ? 25 : 18);
    const { flags } = trace(slipping, 6, drift, { phase: 'rails', holdSince: 1 });
    expect(flags).toHaveLength(1);
    expect(flags[0]?.peak).toBeCloseTo(7, 1);
  });

  it('counts a push from its first moment, because nothing may move while it builds up', () => {
    const giving = (time: number) => (time < 2 ? 25 : 33);
    const { flags } = trace(giving, 6, drift, { phase: 'pails', phaseSince: 1, holdSince: 4 });
    expect(flags[0]?.peak).toBeCloseTo(8, 1);
  });

  it('counts from the low-passed value if the rule says so', () => {
    const steady: RuleDefinition = { ...drift, reference: 'phase-start', referenceCutoff: 0.15 };
    const rails = { phase: 'rails', phaseSince: 4.25, holdSince: null } as const;
    // ±4° around 10°; at its highest when the phase begins.
    const wavering = (time: number) => 10 + 4 * Math.sin(2 * Math.PI * time);
    expect(trace(wavering, 8, { ...steady, enter: 6 }, rails).flags).toEqual([]);
    expect(trace(wavering, 8, { ...drift, reference: 'phase-start', enter: 6 }, rails).flags).not.toEqual([]);
    const { flags } = trace((time) => (time < 5 ? wavering(time) : 22), 8, steady, rails);
    expect(flags[0]?.peak).toBeGreaterThan(11);
    expect(flags[0]?.peak).toBeLessThan(13);
  });

  it('counts from the first moment of the phase if the rule says so', () => {
    const early: RuleDefinition = { ...drift, reference: 'phase-start' };
    const building = { phase: 'pails', phaseSince: 1, holdSince: null } as const;
    expect(trace(() => 25, 6, early, building).flags).toEqual([]);
    const { flags } = trace((time) => (time < 3 ? 25 : 33), 6, early, building);
    expect(flags[0]?.peak).toBeCloseTo(8, 1);
  });
});

describe('a rule with a companion', () => {
  const rounds: RuleDefinition = {
    ...twist,
    id: 'back-round',
    channel: 'back-arch',
    reference: 'phase-start',
    companion: { channel: 'trunk-lean', rise: 3 },
    phaseFactors: { rails: 1 },
  };
  const rails = { phase: 'rails', phaseSince: 0, holdSince: null } as const;
  const rounded = pulse(2, 5, 12);

  it('is silent while the companion stays', () => {
    expect(trace(rounded, 6, rounds, rails, () => 20).flags).toEqual([]);
    expect(trace(rounded, 6, rounds, rails, pulse(2, 5, 2.5)).flags).toEqual([]);
  });

  it('is silent while the companion falls, or is hidden', () => {
    expect(trace(rounded, 6, rounds, rails, pulse(2, 5, -8)).flags).toEqual([]);
    expect(trace(rounded, 6, rounds, rails, () => null).flags).toEqual([]);
  });

  it('speaks as soon as without one once the companion has risen from the start of the phase', () => {
    const { companion: _companion, ...withoutCompanion } = rounds;
    const alone = trace(rounded, 6, withoutCompanion, rails);
    expect(alone.openedAt).toHaveLength(1);
    expect(trace(rounded, 6, rounds, rails, (time) => 20 + pulse(2, 5, 4)(time)).openedAt).toEqual(alone.openedAt);
  });

  it('keeps a flag that is open when the companion comes back', () => {
    const { flags } = trace(rounded, 6, rounds, rails, pulse(2, 3, 6));
    expect(flags).toHaveLength(1);
    expect(flags[0]?.end).toBeGreaterThan(4.9);
  });

  it('counts a companion that was hidden at the start of the phase from when it is first seen', () => {
    const late = (time: number) => (time < 1 ? null : 20 + pulse(2, 5, 6)(time));
    expect(trace(rounded, 6, rounds, rails, late).flags).toHaveLength(1);
  });
});

/** The speed after each sample of a movement, 15 samples a second. */
function speedsOf(angleAt: (time: number) => number | null, seconds: number): (number | null)[] {
  let memory = atRest;
  return Array.from({ length: 15 * seconds }, (_, index) => {
    const time = index / 15;
    const angle = angleAt(time);
    const step = stepSpeed(memory, time, angle === null ? null : { value: angle, sd: 1 });
    ({ memory } = step);
    return step.speed?.value ?? null;
  });
}

describe('the speed of the rotation', () => {
  it('is that of an even movement in both directions', () => {
    expect(speedsOf((time) => 20 * time, 2).at(-1)).toBeCloseTo(20, 6);
    expect(speedsOf((time) => -20 * time, 2).at(-1)).toBeCloseTo(20, 6);
  });

  it('is the largest of the last second, so that the turning point between two swings is not slow', () => {
    const swing = (time: number) => 13 * (1 - Math.cos(2 * Math.PI * time));
    const late = speedsOf(swing, 4).slice(30);
    // 13° · 2π is the peak. The span of the measurement loses a tenth of it, and frames are 1/15 s apart.
    for (const speed of late) expect(speed).toBeGreaterThan(0.85 * 13 * 2 * Math.PI);
  });

  it('is measured in a quick pulse: 16° in a third of a second, 91° a second at its fastest', () => {
    const eased = (share: number) => share ** 3 * (10 - 15 * share + 6 * share ** 2);
    const pulses = (time: number) => 16 * eased(1 - Math.abs((time % 0.66) / 0.33 - 1));
    for (const speed of speedsOf(pulses, 4).slice(30)) expect(speed).toBeGreaterThan(65);
  });

  it('is zero soon after the leg has rested for a second', () => {
    const speeds = speedsOf((time) => (time < 1 ? 60 * time : 60), 4);
    expect(speeds[20]).toBeCloseTo(60, 6);
    expect(speeds.at(-1)).toBeCloseTo(0, 6);
  });

  it('is not known at first, nor while the hip is hidden', () => {
    const speeds = speedsOf((time) => (time < 1 ? 0 : null), 2);
    expect(speeds[0]).toBeNull();
    expect(speeds.at(-1)).toBeNull();
  });

  it('does not count a gap as a jump', () => {
    expect(Math.max(...speedsOf((time) => (time < 1 ? 0 : time < 2 ? null : 40), 3).map((v) => v ?? 0))).toBe(0);
  });
});
