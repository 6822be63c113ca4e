import { expect, it } from 'vitest';
import { hipStories, type HipStory } from '../../../src/training/review/hip-story.ts';
import type { Moment } from '../../../src/training/review/moments.ts';
import { momentText, sinceSentence } from '../../../src/ui/charts/story-text.ts';
import { hip } from '../../training/review/made-hip.ts';

const at = (day: number) => Date.UTC(2026, 10, day, 9);

/** Both hips on 3 and 23 November. */
const stories = (left: number, right: number | null): readonly HipStory[] =>
  hipStories(
    [3, 23].map((day) => ({
      id: `set-${day}`,
      at: at(day),
      drill: 'supine-sleeper',
      hips: [
        hip(day === 3 ? 20 : left),
        ...(right === null ? [] : [hip(day === 3 ? 30 : right, { side: 'right' as const })]),
      ],
    })),
    'supine-sleeper',
    null,
  );

it('says how far the hips have come: one sentence for both, else the hip that changed first', () => {
  expect(sinceSentence(stories(29, 38))).toMatch(
    /^Both hips go further than in your first week \(from .*3.*\): the left 9°, the right 8°\. That is more than the measuring error\.$/,
  );
  expect(sinceSentence(stories(22, 33))).toMatch(/^Both hips go about as far .* under 6° may be measuring error\.$/);
  expect(sinceSentence(stories(21, 38))).toMatch(/^Your right hip goes 8° further .*\. The left one is about the same/);
  expect(sinceSentence(stories(29, 22))).toMatch(/^Your left hip goes 9° further .*Your right hip goes 8° less than/);
  expect(sinceSentence(stories(29, null))).toMatch(/^Your left hip goes 9° further [^.]*measuring error\.$/);
});

it('gives each hip its own sentence where the two began on different days', () => {
  const begun = (day: number, side: 'left' | 'right', by: number) =>
    [day, day + 20].map((on, i) => ({
      id: `${side}-${on}`,
      at: at(on),
      drill: 'd',
      hips: [hip(20 + i * by, { side })],
    }));
  const said = (left: number, right: number) =>
    sinceSentence(hipStories([...begun(3, 'left', left), ...begun(5, 'right', right)], 'd', null));
  expect(said(9, 9)).toMatch(/^Your left hip goes 9° further .*3\).* Your right hip goes 9° further .*5\)/);
  expect(said(1, 1)).toMatch(/^Your left hip goes about as far .*3\).* Your right hip goes about as far .*5\)/);
  expect(said(1, 9)).toMatch(/^Your right hip goes 9° further .*5\).* Your left hip goes about as far .*3\)/);
});

it('compares nothing in the first week or where the pelvis was hidden, and promises nothing before the first set', () => {
  const early = hipStories([{ id: 'a', at: at(3), drill: 'd', hips: [hip(20)] }], 'd', null);
  expect(sinceSentence(early, at(9))).toMatch(
    /^This is the first week of this drill\. From .*10.* on I compare with it\.$/,
  );
  expect(sinceSentence(early, at(25))).toMatch(
    /^Your first week began on .*3.*\. Your next sets are compared with it\.$/,
  );
  const hidden = hipStories([{ id: 'a', at: at(3), drill: 'd', hips: [hip(20, { watched: false })] }], 'd', null);
  expect(sinceSentence(hidden)).toMatch(/^Your pelvis was out of sight/);
  expect(sinceSentence([])).toBe('Your first sets with the camera fill this picture.');
});

it('says of a hip with sets of one week only that this is so, where the other one is compared', () => {
  const right = hipStories([{ id: 'a', at: at(22), drill: 'd', hips: [hip(29, { side: 'right' })] }], 'd', null);
  const [left] = stories(29, null);
  expect(sinceSentence([...(left ? [left] : []), ...right])).toMatch(
    /^Your left hip goes 9° .* Your right hip has sets of one week only so far\.$/,
  );
});

it('puts a moment into words, a pause without blame, and names another drill', () => {
  const said = (moment: Moment) => momentText(moment, (drill) => drill.toUpperCase());
  expect(said({ kind: 'first', at: 0, id: '', range: { value: 20, sd: 2 } })).toBe('First day: 20° ± 3°.');
  expect(said({ kind: 'pause', at: 0, id: '', days: 12 })).toBe('Back after 11 days off.');
  const pain = { kind: 'pain', at: 0, id: '', pain: 4, ended: 'finished', drill: null } as const;
  expect(said(pain)).toBe('It hurt: 4 of 10.');
  expect(said({ ...pain, ended: 'pinch' })).toBe('You stopped for a pinch in the hip.');
  expect(said({ ...pain, drill: 'band' })).toBe('It hurt: 4 of 10 (BAND).');
});
