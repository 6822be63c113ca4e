import { describe, expect, it } from 'vitest';
import { plainSummary } from '../../tools/lib/plain-summary.mjs';
import { aFlag, aRecord, aTruth } from './fixtures.ts';

const summary = (record = aRecord(aTruth()), unmeasured: string | null = null) =>
  plainSummary(record, { unmeasured }).join('\n');

describe('plainSummary', () => {
  it('gives every round its clean, borrowed and gross range with the 90 % band', () => {
    expect(summary()).toMatch(/Round 1, left: clean 19\.\d° ± 1\.6°, borrowed 0°, gross 19\.\d°/);
  });

  it('says at least where the pelvis is known as an event only', () => {
    const record = aRecord(aTruth());
    const sets = record.summary.sets.map((set) => ({ ...set, borrowed: 6.1, borrowedAtLeast: true }));
    expect(summary({ ...record, summary: { ...record.summary, sets } })).toContain('borrowed at least 6.1°');
  });

  it('never prints an unknown as a number', () => {
    const record = aRecord(aTruth(), { keep: () => false });
    expect(summary(record)).toContain('no range');
  });

  it('says why nothing was measured', () => {
    const text = summary({ ...aRecord(aTruth()), neutral: null }, 'Too dark.');
    expect(text).toContain('No neutral was held, so nothing was measured: Too dark.');
    expect(text).not.toContain('flagged');
  });

  it('lists a flag with its times, its size in the rule’s own unit and the cue', () => {
    const twist = { ...aFlag('pelvis-twist', 3.04, 4), cue: 'Rotate from the hip.' };
    const lift = { ...aFlag('pelvis-lift', 5, 6), peak: 0.034 };
    const text = summary(aRecord(aTruth(), { flags: [twist, lift] }));
    expect(text).toContain('Flag 3–4 s in rails: pelvis twist, red, up to 12°: “Rotate from the hip.”');
    expect(text).toContain('up to 3.4 cm');
  });

  it('says that nothing was flagged', () => {
    expect(summary()).toContain('No compensation was flagged.');
  });
});
