import { describe, expect, it } from 'vitest';
import type { PhaseKind } from '../../src/coach/drill-definition.ts';
import { cueOutcomes } from './score-events.ts';
import { phasesAreRight } from './score-phases.ts';
import { aFlag } from '../accuracy/fixtures.ts';

const PHASES = [
  { kind: 'neutral', start: 0, end: 3 },
  { kind: 'passive', start: 3, end: 9 },
  { kind: 'pails', start: 9, end: 13 },
];
const TWIST = { rule: 'pelvis-twist', start: 4, end: 6, peak: 12 };
const verdicts = (flags: Parameters<typeof cueOutcomes>[0], events = [TWIST]) =>
  cueOutcomes(flags, events, PHASES).map(({ verdict }) => verdict);

describe('cueOutcomes', () => {
  it('calls a cue right if its flag starts within the event, and wrong otherwise', () => {
    const flags = [aFlag('pelvis-twist', 4.5, 6), aFlag('pelvis-twist', 5.9, 6), aFlag('pelvis-twist', 8, 9)];
    expect(verdicts(flags)).toEqual(['right', 'right', 'wrong']);
  });

  it('ignores flags that were not spoken', () => {
    expect(verdicts([{ ...aFlag('pelvis-lift', 4, 5), spoken: false }])).toEqual([]);
  });

  it('maps the rule names of the truth to those of the app', () => {
    expect(verdicts([aFlag('pelvis-lift', 4.2, 5)], [{ ...TWIST, rule: 'sit-bone-lift' }])).toEqual(['right']);
  });

  it('does not judge a cue that is not in the truth: a locked knee, or a drift outside a push', () => {
    expect(verdicts([aFlag('knee-lock', 4, 5), aFlag('isometric-drift', 5, 6)])).toEqual(['untold', 'untold']);
    expect(verdicts([aFlag('isometric-drift', 10, 11)])).toEqual(['wrong']);
  });

  it('calls every cue wrong on a clip without a compensation', () => {
    expect(verdicts([aFlag('knee-bend', 4, 5), aFlag('isometric-drift', 5, 6)], [])).toEqual(['wrong', 'wrong']);
  });
});

describe('phasesAreRight', () => {
  const piece = (kind: PhaseKind, start: number, end: number) => ({
    kind,
    start,
    end,
    round: 1,
    side: 'left' as const,
  });
  const whole = [piece('neutral', 0, 3), piece('passive', 3, 9), piece('pails', 9, 13)];

  it('is right if the phases are in order and each starts within 0.5 s of the truth', () => {
    expect(phasesAreRight(whole, PHASES)).toBe(true);
    const late = [piece('neutral', 0, 3.4), piece('passive', 3.4, 9), piece('pails', 9, 13)];
    expect(phasesAreRight(late, PHASES)).toBe(true);
  });

  it('is wrong if a phase starts later, is missing or comes twice', () => {
    const late = [piece('neutral', 0, 3.6), piece('passive', 3.6, 9), piece('pails', 9, 13)];
    expect(phasesAreRight(late, PHASES)).toBe(false);
    expect(phasesAreRight(whole.slice(0, 2), PHASES)).toBe(false);
    expect(phasesAreRight([...whole, { ...piece('pails', 13, 15), round: 2 }], PHASES)).toBe(false);
  });

  it('joins the pieces of a paused phase and ignores phases that the app adds', () => {
    const pieces = [piece('ready', 0, 0.1), ...whole.slice(0, 1), piece('passive', 3, 5), piece('passive', 6, 9)];
    expect(phasesAreRight([...pieces, ...whole.slice(2)], PHASES)).toBe(true);
  });
});
