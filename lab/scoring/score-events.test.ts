import { describe, expect, it } from 'vitest';
import { matchEvents } from './score-events.ts';
import { aFlag } from '../accuracy/fixtures.ts';

const twist = { rule: 'pelvis-twist', start: 10, end: 14, peak: 15 };

describe('matchEvents', () => {
  it('finds an event if its flag starts within 1 s of the onset, and gives the delay', () => {
    const score = matchEvents([aFlag('pelvis-twist', 11, 14)], [twist]);
    expect(score).toMatchObject({ found: 1, missed: 0, false: 0, delay: 1 });
  });

  it('accepts a flag up to 0.3 s before the onset', () => {
    expect(matchEvents([aFlag('pelvis-twist', 9.75, 12)], [twist]).found).toBe(1);
  });

  it('calls a flag false that starts long before the event, even if it lasts into it', () => {
    const score = matchEvents([aFlag('pelvis-twist', 8, 12)], [twist]);
    expect(score).toMatchObject({ found: 0, missed: 1, false: 1 });
  });

  it('calls an event with a late flag missed, but the flag not false', () => {
    const score = matchEvents([aFlag('pelvis-twist', 12.5, 14)], [twist]);
    expect(score).toMatchObject({ found: 0, missed: 1, false: 0 });
    expect(score.outcomes[0]?.outcome).toBe('late');
  });

  it('finds an event that starts while the flag of the previous event is still on', () => {
    const again = { ...twist, start: 15, end: 17 };
    const score = matchEvents([aFlag('pelvis-twist', 10.5, 16)], [twist, again]);
    expect(score).toMatchObject({ found: 2, missed: 0, false: 0 });
    const over = matchEvents([aFlag('pelvis-twist', 10.5, 14.5)], [twist, again]);
    expect(over).toMatchObject({ found: 1, missed: 1 });
  });

  it('does not count a second flag of the same event as false', () => {
    const flags = [aFlag('pelvis-twist', 10.2, 11), aFlag('pelvis-twist', 12, 13.5)];
    expect(matchEvents(flags, [twist])).toMatchObject({ found: 1, false: 0 });
  });

  it('calls a flag of another rule during an event false, and marks it as simultaneous', () => {
    const score = matchEvents([aFlag('pelvis-lift', 10.5, 12)], [twist]);
    expect(score).toMatchObject({ found: 0, missed: 1, false: 1 });
    expect(score.falseFlags[0]?.duringOther).toBe(true);
  });

  it('treats pelvis yaw as the pelvis twist of the app', () => {
    const yaw = { ...twist, rule: 'pelvis-yaw' };
    expect(matchEvents([aFlag('pelvis-twist', 10.5, 12)], [yaw])).toMatchObject({ found: 1, false: 0 });
    expect(matchEvents([], [yaw]).missed).toBe(1);
  });

  it('does not judge a flag of a rule that is not in the truth', () => {
    expect(matchEvents([aFlag('isometric-drift', 10.5, 12)], []).false).toBe(0);
  });

  it('judges a drift only if the truth lists one', () => {
    const drift = { rule: 'isometric-drift', start: 10, end: 12, peak: 8 };
    expect(matchEvents([aFlag('isometric-drift', 10.5, 12)], [drift])).toMatchObject({
      found: 1,
      false: 0,
    });
  });

  it('gives the median delay', () => {
    const events = [10, 20, 30].map((start) => ({ ...twist, start, end: start + 4 }));
    const flags = [10.2, 20.4, 30.9].map((start) => aFlag('pelvis-twist', start, start + 1));
    expect(matchEvents(flags, events).delay).toBeCloseTo(0.4, 9);
  });

  it('includes late flags in the delay', () => {
    const events = [10, 20].map((start) => ({ ...twist, start, end: start + 4 }));
    const score = matchEvents(
      [10.2, 21.4].map((start) => aFlag('pelvis-twist', start, start + 1)),
      events,
    );
    expect(score).toMatchObject({ found: 1, missed: 1 });
    expect(score.delay).toBeCloseTo(0.8, 9);
  });

  it('finds an event that ends before its flag starts, if the flag starts within 1 s of the onset', () => {
    const short = { ...twist, end: 10.4 };
    expect(matchEvents([aFlag('pelvis-twist', 10.9, 12)], [short])).toMatchObject({ found: 1, false: 0 });
  });
});
