import { describe, expect, it } from 'vitest';
import { drillById } from '../../src/drills/index.ts';
import { plainSummary } from './plain-summary.ts';
import { aFlag, aRecord, aTruth } from './fixtures.ts';
import { madeRecord, phase } from '../../tests/training/review/made-record.ts';

const summary = (record = aRecord(aTruth()), unmeasured: string | null = null) =>
  plainSummary(record, { unmeasured, drill: drillById(record.drill) }).join('\n');

describe('plainSummary', () => {
  it('gives every round its clean, borrowed and gross range with the 90 % band', () => {
    expect(summary()).toMatch(/Round 1, left: clean 18° ± 1\.6°, borrowed 0°, gross 18°/);
  });

  it('says "at least" if the pelvis is known only by flags', () => {
    const record = aRecord(aTruth());
    const sets = record.summary.sets.map((set) => ({ ...set, borrowed: 6.1, borrowedAtLeast: true }));
    expect(summary({ ...record, summary: { ...record.summary, sets } })).toContain('borrowed at least 6.1°');
  });

  it.each([0, 0.4])('calls no range clean whose pelvis was watched for %d of the time', (pelvisWatched) => {
    const record = aRecord(aTruth());
    const sets = record.summary.sets.map((set) => ({ ...set, pelvisWatched }));
    const text = summary({ ...record, summary: { ...record.summary, sets } });
    expect(text).toContain('Round 1, left: leg in total 18° ± 1.6°, how much of it is the pelvis is not known');
    expect(text).not.toContain('Round 1, left: clean');
  });

  it('prints no number for an unknown value', () => {
    const record = aRecord(aTruth(), { keep: () => false });
    expect(summary(record)).toContain('no range');
  });

  it('gives the reason if nothing was measured', () => {
    const text = summary({ ...aRecord(aTruth()), neutral: null }, 'Too dark.');
    expect(text).toContain('No reference pose was held, so nothing was measured: Too dark.');
    expect(text).not.toContain('flagged');
  });

  it('lists a flag with its times, its size in the rule’s own unit and the cue', () => {
    const twist = { ...aFlag('pelvis-twist', 3.04, 4), cue: 'Rotate from the hip.' };
    const lift = { ...aFlag('pelvis-lift', 5, 6), peak: 0.034 };
    const text = summary(aRecord(aTruth(), { flags: [twist, lift] }));
    expect(text).toContain('Flags: 2, of which 2 were spoken about.');
    expect(text).toContain('  3–4 s, Pull in: Pelvis twist, red, up to 12°; said: “Rotate from the hip.”');
    expect(text).toContain('up to 3.4 cm');
  });

  it('names the drill and its phases as on the screen, with time and clean range', () => {
    const record = aRecord(aTruth());
    const passive = { kind: 'passive', round: 1, side: 'left', start: 2, end: 6 } as const;
    const phases = [{ ...passive, kind: 'neutral', start: 0, end: 2 } as const, passive];
    const [set] = record.summary.sets;
    const ranges = set ? [{ ...set, ...passive, side: 'left' as const, clean: 19.5 }] : [];
    const text = summary({ ...record, phases, summary: { ...record.summary, phases: ranges } });
    expect(text).toContain('Supine sleeper, left side, warm-up');
    expect(text).toContain('  0–2 s  Hold still');
    expect(text).toContain('  2–6 s  Let it fall in: 19.5° clean');
  });

  it('lists a repetition with its times, its holds, and the reason if it does not count', () => {
    const rep = {
      start: 3,
      turn: 4,
      end: 5.5,
      amplitude: 31,
      holdInternal: 1.6,
      holdExternal: 0.2,
      good: false,
      why: 'Hold the outer end longer.',
    };
    const record = aRecord(aTruth(), { reps: [rep] });
    const text = summary({
      ...record,
      drill: 'quadruped-band-ir',
      summary: { ...record.summary, repsGood: 0, repsAll: 1 },
    });
    expect(text).toContain('Repetitions: 0 of 1 count.');
    expect(text).toContain(
      '  1. 3–5.5 s, 31°, held 1.6 s in, held 0.2 s out, does not count: Hold the outer end longer.',
    );
  });

  describe('says that nothing was flagged', () => {
    const made = aRecord(aTruth());
    const last = made.frames.at(-1)?.t ?? 0;
    const phases = [{ kind: 'pails', round: 1, side: 'left', start: 0, end: last } as const];
    // Only the drift is armed in this phase and not muted; its channel is the rotation.
    const muted = (['pelvis-lift', 'hips-shift'] as const).map((rule) => ({
      rule,
      reason: 'bad-view',
    }));
    const watched = { ...made, phases, summary: { ...made.summary, muted } };
    const until = (time: number) =>
      watched.frames.map((frame) => (frame.t < time ? frame : { ...frame, valid: false, reasons: ['poor-fit'] }));

    it('if every rule was watched', () => {
      expect(summary(madeRecord([phase('pails', 0, 6)], () => ({ angle: 20 })))).toContain(
        'No compensation that can be seen from here was flagged.',
      );
    });

    it('in a side check only against the start, because the back may have been round from there on', () => {
      const sleeper = madeRecord([phase('hold', 0, 6)], () => ({ angle: 20 }));
      const frames = sleeper.frames.map((frame) => ({ ...frame, lumbarExtension: { value: 1, sd: 2 } }));
      const side = { drill: 'supine-sleeper-side', frames, summary: { ...sleeper.summary, muted: [] } };
      const text = summary({ ...sleeper, ...side });
      expect(text).toContain('against its own start');
      expect(text).not.toContain('No compensation');
    });

    it('and which rules were hidden in the whole set', () => {
      const text = summary(watched);
      expect(text).not.toContain('No compensation that can be seen from here was flagged.');
      expect(text).toContain('Not watched: pelvis lifts, hips move.');
    });

    it('only for the time that was watched, and lists the rest with its reason', () => {
      const text = summary({ ...watched, frames: until(last / 2) });
      expect(text).toMatch(
        /No compensation that can be seen from here was flagged in the \d+% of the working time that was watched\./,
      );
      expect(text).toMatch(/From 0:\d\d to 0:\d\d nothing could be watched\. I can’t see you well enough\./);
      expect(text).toMatch(/For \d+% of the time there was no number\. I can’t see you well enough\. Try more light/);
    });

    it('not at all if nothing was watched', () => {
      const text = summary({ ...watched, frames: until(0) });
      expect(text).toContain('no compensation could be flagged');
      expect(text).not.toContain('No compensation that can be seen from here was flagged');
    });
  });
});
