import { expect, test } from 'vitest';
import type { RangeSummary, SetRecord } from '../../../src/coach/record/set-record.ts';
import { methodLines } from '../../../src/ui/summary/report-text.ts';
import { containBox, toBox } from '../../../src/ui/live-set/overlay-painter.ts';
import { bestRange, coverageLines, normsOf, summarySentence } from '../../../src/ui/summary/summary-text.ts';
import { peakText, symptomAdvice } from '../../../src/ui/shell/words.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

const withRanges = (...sets: readonly Partial<RangeSummary>[]): SetRecord => {
  const [first] = sleeperRecord.summary.sets;
  if (!first) throw new Error('the record has rounds');
  return {
    ...sleeperRecord,
    summary: { ...sleeperRecord.summary, sets: sets.map((part) => ({ ...first, ...part })) },
  };
};

test('the summary says what was the hip’s own, with its error', () => {
  const record = withRanges({ clean: 26.1, sd: 2.3, borrowed: 6.4, borrowedAtLeast: true });
  expect(summarySentence(record)).toBe(
    'Your hip turned 26° by itself, give or take 4°. Pelvis and spine lent at least 6° more.',
  );
});

test('with several rounds it speaks of the best one', () => {
  const record = withRanges({ clean: 26 }, { clean: 31, borrowed: 0.3, borrowedAtLeast: false }, { clean: null });
  expect(bestRange(record)?.clean).toBe(31);
  expect(summarySentence(record)).toMatch(/^In the best round your hip turned 31°.*Nothing was borrowed\.$/);
});

test('a pelvis known only by its events has lent nothing that was seen, which is not nothing', () => {
  const record = withRanges({ clean: 26, borrowed: 0.2, borrowedAtLeast: true });
  expect(summarySentence(record)).toMatch(/No borrowing was seen\.$/);
});

test('where there is no clean range it says why instead of giving a number', () => {
  const none = withRanges({ clean: null });
  expect(summarySentence(none)).toMatch(/no range can be called clean/);
  expect(summarySentence({ ...none, frames: [] })).toMatch(/before anything was measured/);
  const hidden = none.frames.map((frame) => ({ ...frame, valid: false }));
  expect(summarySentence({ ...none, frames: hidden })).toMatch(/could not be seen/);
});

test('a range whose pelvis was not watched for half of the time is not called the hip’s own', () => {
  const record = withRanges({ clean: 32, sd: 1.8, borrowed: 0, borrowedAtLeast: true, pelvisWatched: 0.49 });
  expect(summarySentence(record)).toBe(
    'Your hip turned 32° from your start, give or take 3°. How much of it the pelvis lent could not be seen from here.',
  );
  const half = withRanges({ clean: 32, sd: 1.8, borrowed: 0, borrowedAtLeast: true, pelvisWatched: 0.5 });
  expect(summarySentence(half)).toMatch(/by itself.*No borrowing was seen\.$/);
});

test('help that was seen is told even where the pelvis was seldom watched', () => {
  const record = withRanges({ clean: 32, borrowed: 6.2, borrowedAtLeast: true, pelvisWatched: 0.2 });
  expect(summarySentence(record)).toMatch(/could not be seen from here\. .*at least 6° more\.$/);
});

test('a round in which the pelvis was watched goes before a larger one in which it was not', () => {
  const record = withRanges({ clean: 26, pelvisWatched: 0.9 }, { clean: 40, pelvisWatched: 0 });
  expect(bestRange(record)?.clean).toBe(26);
});

test('a set of both sides says which hip turned how far', () => {
  const record: SetRecord = {
    ...withRanges(
      { side: 'left', clean: 35, borrowed: 0, borrowedAtLeast: true },
      { side: 'left', round: 2, clean: 33 },
      { side: 'right', clean: 28, borrowed: 0, borrowedAtLeast: true, pelvisWatched: 0 },
    ),
    side: 'both',
  };
  expect(summarySentence(record)).toMatch(/^In the best round your left hip turned 35° by itself/);
  expect(summarySentence(record)).toContain('Your right hip turned 28° from your start');
  expect(coverageLines(record)).toEqual([
    'Left: read for 96% of the time, pelvis watched for 88%.',
    'Right: read for 96% of the time, pelvis watched for 0%.',
  ]);
});

test('a side of which nothing is known is named as well', () => {
  const record: SetRecord = {
    ...withRanges({ side: 'left', clean: 35 }, { side: 'right', clean: null }),
    side: 'both',
  };
  expect(summarySentence(record)).toMatch(/No range can be given for your right hip\.$/);
});

test('a set that was stopped before its start was held says so, and blames nobody', () => {
  const early: SetRecord = { ...withRanges(), neutral: null };
  const hidden = early.frames.map((frame) => ({ ...frame, valid: false }));
  for (const frames of [[], hidden])
    expect(summarySentence({ ...early, frames })).toBe('The set ended before your start position was held.');
});

test('a lift is told in centimetres, a twist in degrees', () => {
  expect(peakText('pelvis-lift', 0.026)).toBe('2.6 cm');
  expect(peakText('pelvis-twist', -13.4)).toBe('13°');
});

test('a symptom is answered with advice, and the advice is not a diagnosis', () => {
  for (const ended of ['pinch', 'pain', 'numb'] as const)
    expect(symptomAdvice(ended)?.text).not.toMatch(/impingement|labr|arthr|diagnos|injur|nerve/i);
  expect(symptomAdvice('stopped')).toBeNull();
  expect(symptomAdvice('finished')).toBeNull();
});

test('the skeleton lies on the picture as the picture lies in its box', () => {
  // A 960 × 540 frame in a box of 800 × 600: scaled by 5/6, 75 px of black above and below.
  const box = containBox({ width: 960, height: 540 }, { width: 800, height: 600 }, false);
  expect(toBox(box, 0, 0)).toEqual([0, 75]);
  expect(toBox(box, 960, 540)).toEqual([800, 525]);
});

test('in a mirrored picture left and right change places, up and down do not', () => {
  const box = containBox({ width: 960, height: 540 }, { width: 960, height: 540 }, true);
  expect(toBox(box, 100, 40)).toEqual([860, 40]);
});

test('a bend of the hip is told as one, with what its figure cannot tell', () => {
  const bent = {
    ...withRanges({ of: 'hip-flexion', clean: 28.6, sd: 2, borrowed: 0 }),
    range: 'hip-flexion',
  } as const;
  expect(summarySentence(bent)).toBe(
    'Your hip bent 29° further than at your start, give or take 3°. A back that rounds counts in it, but for what was seen to round in RAILs or the sink.',
  );
  const inTurns = { ...bent, phases: [{ kind: 'reps', round: 1, side: 'left', start: 0, end: 60 }] } as const;
  expect(summarySentence(inTurns)).toBe(
    'Your hip bent 29° further than at your start, give or take 3°. A pelvis that tips along counts in it.',
  );
  expect(methodLines(inTurns).join()).toMatch(/between pelvis and thigh/);
  expect(methodLines(bent).join()).toMatch(/between trunk and thigh/);
  expect(coverageLines(bent).join()).not.toMatch(/pelvis/);
  expect(normsOf(bent)).not.toMatch(/25° and 45°/);
  expect(normsOf(sleeperRecord)).toMatch(/25° and 45°/);
  expect(summarySentence(withRanges({ of: 'hip-flexion', clean: 20, borrowed: 7 }))).toMatch(
    /It went 7° further with the back’s help, or while/,
  );
});

test('a set without a camera says how long it was, and that nothing was measured', () => {
  const phases = [
    { kind: 'ready', round: 1, side: 'left', start: 0, end: 12 },
    { kind: 'guided', round: 1, side: 'left', start: 12, end: 72 },
    { kind: 'guided', round: 1, side: 'right', start: 96, end: 126 },
  ] as const;
  const source = { ...sleeperRecord.source, kind: 'none' } as const;
  expect(summarySentence({ ...withRanges(), source, phases })).toBe(
    'You stayed with it for 1:30. No camera looked on, so nothing was measured.',
  );
});
