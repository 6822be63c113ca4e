import { expect, test } from 'vitest';
import type { DrillDefinition, PhaseKind } from '../../../src/coach/drill-definition.ts';
import type { RangeSummary, SetRecord } from '../../../src/coach/record/set-record.ts';
import { methodLines } from '../../../src/ui/summary/report-text.ts';
import { containBox, toBox } from '../../../src/ui/live-set/overlay-painter.ts';
import {
  bestRange,
  brokenOffText,
  comparisonNote,
  coverageLines,
  hasBegun,
  hipLines,
  networkLines,
  originText,
  summarySentence,
  unwatchedFaults,
} from '../../../src/ui/summary/summary-text.ts';
import { symptomAdvice } from '../../../src/ui/shell/words.ts';
import { REFERENCE_POSE } from '../../storage/make-record.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';
import { withPhone } from '../../../src/coach/rules/phone-rules.ts';
import { ninetyNinetyLiftOffHinge } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off-hinge.ts';
import { ninetyNinetyPailsRails } from '../../../src/drills/ninety-ninety/ninety-ninety-pails-rails.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';

const withRanges = (...sets: readonly Partial<RangeSummary>[]): SetRecord => {
  const [first] = sleeperRecord.summary.sets;
  if (!first) throw new Error('the record has rounds');
  return {
    ...sleeperRecord,
    summary: { ...sleeperRecord.summary, sets: sets.map((part) => ({ ...first, ...part })) },
  };
};

test('states the clean range with its error and the pelvic contribution', () => {
  const record = withRanges({ clean: 26.1, sd: 2.3, borrowed: 6.4, borrowedAtLeast: true });
  expect(summarySentence(record)).toBe(
    'Your hip turned 26° without the pelvis, give or take 4°. 6° or more came from the pelvis.',
  );
});

test('gives each hip a line, and one line to two hips that say the same', () => {
  const part = { clean: 26.1, sd: 2.3, borrowed: 6.4, borrowedAtLeast: true, pelvisWatched: 1 };
  const told = { range: 'Hip alone: 26° (± 4°)', borrowed: '6° or more from the pelvis' };
  expect(hipLines(withRanges(part))).toEqual([{ name: null, ...told }]);
  expect(hipLines(withRanges(part, { ...part, side: 'right' }))).toEqual([{ name: 'Both hips', ...told }]);
  const two = hipLines(withRanges(part, { ...part, side: 'right', clean: 31 }));
  expect(two.map(({ name, range }) => `${name}: ${range}`)).toEqual([
    'Left hip: Hip alone: 26° (± 4°)',
    'Right hip: Hip alone: 31° (± 4°)',
  ]);
});

test('describes the best of several rounds', () => {
  const record = withRanges(
    { clean: 26 },
    { clean: 31, borrowed: 0.3, borrowedAtLeast: false, pelvisWatched: 1 },
    { clean: null },
  );
  expect(bestRange(record)?.clean).toBe(31);
  expect(summarySentence(record)).toMatch(/^In the best round your hip turned 31°.*from the pelvis\.$/);
});

test.each([false, true])(
  'says that no contribution was seen, not that there was none (only flagged: %s)',
  (borrowedAtLeast) => {
    const record = withRanges({ clean: 26, borrowed: 0.2, borrowedAtLeast, pelvisWatched: 1 });
    expect(summarySentence(record)).toMatch(/Nothing was seen to come from the pelvis\.$/);
  },
);

test('gives the reason instead of a number if there is no clean range', () => {
  const none = withRanges({ clean: null });
  expect(summarySentence(none)).toMatch(/no number for the hip alone/);
  expect(summarySentence({ ...none, frames: [] })).toMatch(/before anything was measured/);
  const phases = sleeperRecord.phases.slice(0, 1).map((phase) => ({ ...phase, kind: 'neutral' as const }));
  const beforeWork = { ...none, phases, summary: { ...none.summary, sets: [], phases: [] } };
  expect(summarySentence(beforeWork)).toMatch(/before anything was measured/);
  const hidden = none.frames.map((frame) => ({ ...frame, valid: false }));
  expect(summarySentence({ ...none, frames: hidden })).toBe(
    'There is no number for this set. For 98% of the time there was no number. I can’t see you well enough. Try more light and a clear floor.',
  );
});

test('does not call a range the hip’s own if the pelvis was watched for less than half of the time', () => {
  const record = withRanges({ clean: 32, sd: 1.8, borrowed: 0, borrowedAtLeast: true, pelvisWatched: 0.49 });
  expect(summarySentence(record)).toBe(
    'Your hip turned 32° from your start, give or take 3°. How much of it came from the pelvis could not be seen.',
  );
  const half = withRanges({ clean: 32, sd: 1.8, borrowed: 0, borrowedAtLeast: true, pelvisWatched: 0.5 });
  expect(summarySentence(half)).toMatch(
    /without the pelvis.*Your pelvis was visible for 50% of the time, and nothing was seen to come from it then\.$/,
  );
});

test('states a contribution that was seen even if the pelvis was seldom watched', () => {
  const record = withRanges({ clean: 32, borrowed: 6.2, borrowedAtLeast: true, pelvisWatched: 0.2 });
  expect(summarySentence(record)).toMatch(/could not be seen\. .*6° or more\.$/);
});

test('prefers a round with a watched pelvis to a larger one without', () => {
  const record = withRanges({ clean: 26, pelvisWatched: 0.9 }, { clean: 40, gross: 45, pelvisWatched: 0 });
  expect(bestRange(record)?.clean).toBe(26);
});

test('states the range of each hip in a set of both sides', () => {
  const record: SetRecord = {
    ...withRanges(
      { side: 'left', clean: 35, borrowed: 0, borrowedAtLeast: true },
      { side: 'left', round: 2, clean: 33 },
      { side: 'right', clean: 28, borrowed: 0, borrowedAtLeast: true, pelvisWatched: 0 },
    ),
    side: 'both',
  };
  expect(summarySentence(record)).toMatch(/^In the best round your left hip turned 35° without the pelvis/);
  expect(summarySentence(record)).toContain('Your right hip turned 28° from your start');
  expect(coverageLines(record)).toEqual([
    'Left: you were visible for 96% of the set, your pelvis for 88%.',
    'Right: you were visible for 96% of the set, your pelvis for 0%.',
  ]);
});

test('names a side that has no range', () => {
  const record: SetRecord = {
    ...withRanges({ side: 'left', clean: 35 }, { side: 'right', clean: null }),
    side: 'both',
  };
  expect(summarySentence(record)).toMatch(/There is no number for your right hip\.$/);
});

test('says that the set ended before the reference pose was held, and why it was not', () => {
  const early: SetRecord = { ...withRanges(), neutral: null };
  const before = 'The set ended before your start position was held.';
  expect(summarySentence({ ...early, frames: [] })).toBe(before);
  const badlyPlaced = early.frames.map((frame) => ({ ...frame, valid: false, reasons: ['no-neutral', 'bad-view'] }));
  expect(summarySentence({ ...early, frames: badlyPlaced })).toBe(
    `${before} The laptop is in the wrong place. Move it to the place in the drawing.`,
  );
});

test('gives the reason and what to change where only a part of the time was read', () => {
  const record = withRanges({ coverage: 0.3, pelvisWatched: 0.3 });
  const [first] = record.summary.phases;
  if (!first) throw new Error('the record has phases');
  const frames = record.frames.map((frame) => ({
    ...frame,
    valid: true,
    hipInternalRotation: { left: null, right: null },
    unseen: { 'hip-internal-rotation': 'knee-hidden' },
  }));
  expect(coverageLines({ ...record, frames })[0]).toMatch(
    /^You were visible for 30% of the set, your pelvis for 30%\. For \d+% of the time there was no number\. Your near leg hides the far knee\. Move the laptop/,
  );
});

test('answers a symptom with advice that contains no diagnosis', () => {
  for (const ended of ['pinch', 'pain', 'numb'] as const)
    expect(symptomAdvice(ended)?.text).not.toMatch(/impingement|labr|arthr|diagnos|injur|nerve/i);
  expect(symptomAdvice('stopped')).toBeNull();
  expect(symptomAdvice('finished')).toBeNull();
});

test('scales the skeleton like the mirrored picture in its box', () => {
  // A 960 × 540 frame in a box of 800 × 600: scaled by 5/6, 75 px of black above and below.
  const box = containBox({ width: 960, height: 540 }, { width: 800, height: 600 });
  expect(toBox(box, 960, 0)).toEqual([0, 75]);
  expect(toBox(box, 0, 540)).toEqual([800, 525]);
});

test('swaps left and right, but not up and down', () => {
  const box = containBox({ width: 960, height: 540 }, { width: 960, height: 540 });
  expect(toBox(box, 100, 40)).toEqual([860, 40]);
});

test('describes hip flexion and what its angle cannot tell apart', () => {
  const bent = {
    ...withRanges({ of: 'hip-flexion', clean: 28.6, sd: 2, borrowed: 0 }),
    range: 'hip-flexion',
  } as const;
  expect(summarySentence(bent)).toMatch(/^Your hip bent 29° further than at your start, .*A rounded back counts/);
  const inTurns = { ...bent, phases: [{ kind: 'reps', round: 1, side: 'left', start: 0, end: 60 }] } as const;
  expect(summarySentence(inTurns)).toMatch(/A pelvis that tips along is part of this number\.$/);
  expect(methodLines(inTurns).join()).toMatch(/between pelvis and thigh/);
  expect(methodLines(bent).join()).toMatch(/between trunk and thigh/);
  expect(coverageLines(bent).join()).not.toMatch(/pelvis/);
  expect(summarySentence(withRanges({ of: 'hip-flexion', clean: 20, borrowed: 7 }))).toMatch(
    /It went 7° further with the back’s help, or with another fault/,
  );
});

test('puts no average beside a rotation, as the passport does', () => {
  expect(comparisonNote(withRanges({ pelvisWatched: 1 }))).toBeNull();
  expect(comparisonNote({ range: 'hip-flexion' })).toMatch(/no target number/);
});

test('states for a set without a camera its length and that nothing was measured', () => {
  const phases = [
    { kind: 'ready', round: 1, side: 'left', start: 0, end: 12 },
    { kind: 'guided', round: 1, side: 'left', start: 12, end: 72 },
    { kind: 'guided', round: 1, side: 'right', start: 96, end: 126 },
  ] as const;
  const source = { ...sleeperRecord.source, kind: 'none' } as const;
  expect(summarySentence({ ...withRanges(), source, phases })).toBe(
    'You kept at it for 1 min 30 s. There was no camera, so nothing was measured.',
  );
});

test('names a network that could not be used, and says “not watched” instead of nothing', () => {
  const unwatched = withRanges({ clean: 26, pelvisWatched: 0 });
  expect(networkLines(unwatched)).toEqual([]);
  expect(networkLines({ ...unwatched, networksOut: ['pelvis'] })).toEqual([
    'Part of the body tracking was missing, so I did not see your pelvis.',
  ]);
  const roughly = withRanges({ clean: 26, pelvisWatched: 0.8 });
  expect(networkLines({ ...roughly, networksOut: ['pelvis'] })).toEqual([
    expect.stringContaining('saw your pelvis less well'),
  ]);
});

test('says when and after how long a set broke off', () => {
  const phases = [{ kind: 'passive', round: 1, side: 'left', start: 0, end: 83 }] as const;
  const broken = { ...sleeperRecord, ended: 'interrupted', startedAt: '2026-11-20T08:00:00.000Z', phases } as const;
  expect(brokenOffText(sleeperRecord)).toBeNull();
  expect(brokenOffText(broken)).toMatch(
    /^The set was cut off at .*:01.*, after 1 min 23 s\. Only what you did before that counts\.$/,
  );
  expect(brokenOffText({ ...broken, startedAt: null })).toMatch(/^The set was cut off after 1 min 23 s\./);
});

test('a set has an ending once its work has begun, also one that is talked through without a camera', () => {
  const record = sleeperRecord;
  const timed = { ...record, source: { ...record.source, kind: 'none' as const }, neutral: null };
  const phases = (...kinds: readonly PhaseKind[]) =>
    kinds.map((kind, at) => ({ kind, side: 'left' as const, round: 1, start: at, end: at + 1 }));
  expect(hasBegun({ ...timed, phases: phases('ready', 'guided') })).toBe(true);
  expect(hasBegun({ ...timed, phases: phases('ready') })).toBe(false);
  expect(hasBegun({ ...record, neutral: null, phases: phases('neutral', 'passive') })).toBe(false);
});

const left = { ...REFERENCE_POSE, side: 'left', lookingDown: 33, distance: 2.3 } as const;
const right = { ...left, side: 'right', at: 90, view: 'fair', distance: 1.8 } as const;

test('states the camera place of each side separately', () => {
  expect(originText({ neutral: left, neutrals: [left, right] })).toBe(
    'Left: view good, lens about 1.4 m high and 2.3 m away, looking 33° down. Right: view fair, lens about 1.4 m high and 1.8 m away, looking 33° down.',
  );
});

test('lists a reference pose that was captured again on the same side', () => {
  expect(originText({ neutral: left, neutrals: [left, { ...left, view: 'fair' }] })).toContain('Left again: view fair');
});

test('omits the side for a single reference pose, and says so if there was none', () => {
  const text = 'View good, lens about 1.4 m high and 2.3 m away, looking 33° down.';
  expect(originText({ neutral: left, neutrals: [left] })).toBe(text);
  expect(originText({ neutral: left, neutrals: [] })).toBe(text);
  expect(originText({ neutral: null, neutrals: [] })).toBe('No start position was held.');
});

const namesOf = (drill: DrillDefinition, muted: SetRecord['summary']['muted'] = []) =>
  unwatchedFaults(muted, drill).map(({ name }) => name);

test('names a fault that the view never shows even if the drill has no rule for it', () => {
  expect(namesOf(ninetyNinetyPailsRails)).toEqual(['Pelvis twist', 'Pelvis tilts sideways', 'Back arches']);
  expect(namesOf(quadrupedBandIr)).toEqual(['Pelvis lifts', 'Back arches']);
});

test('names the back as the drill does: it rounds in a fold forward', () => {
  expect(namesOf(ninetyNinetyLiftOffHinge).at(-1)).toBe('Back rounds');
});

test('omits a fault that was watched: lying on the back, pelvis twist is visible', () => {
  expect(namesOf(supineSleeper)).toEqual(['Pelvis tilts sideways', 'Back arches']);
});

test('omits what a phone on the pelvis watched', () => {
  expect(namesOf(withPhone(supineSleeper, null))).toEqual(['Pelvis tilts sideways']);
  expect(namesOf(withPhone(quadrupedBandIr, null))).toEqual(['Pelvis lifts']);
  expect(namesOf(withPhone(ninetyNinetyPailsRails, null))).toEqual(['Pelvis twist', 'Back arches']);
});

test('names each fault once, with the recorded reason', () => {
  const muted = [
    { rule: 'pelvis-twist', reason: 'pelvis-hidden' },
    { rule: 'back-arch', reason: 'not-seen-from-here' },
    { rule: 'pelvis-list', reason: 'not-seen-from-here' },
  ] as const;
  expect(unwatchedFaults(muted, supineSleeper)).toEqual([
    { name: 'Pelvis twist', why: 'your pelvis is hidden' },
    { name: 'Back arches', why: 'can’t be seen from here' },
    { name: 'Pelvis tilts sideways', why: 'can’t be seen from here' },
  ]);
});

test('names the recorded faults of a drill that this version does not know', () => {
  expect(unwatchedFaults([{ rule: 'back-arch', reason: 'not-seen-from-here' }], null)).toHaveLength(1);
});
