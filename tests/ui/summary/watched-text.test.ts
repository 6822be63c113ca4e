import { describe, expect, it } from 'vitest';
import type { DrillDefinition, PhaseKind } from '../../../src/coach/drill-definition.ts';
import { isPelvisRule } from '../../../src/coach/rules/range-rules.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { speak } from '../../../src/i18n/speaking.ts';
import { noFlagText, watchedIn } from '../../../src/ui/summary/watched-text.ts';
import { madeRecord, phase } from '../../training/review/made-record.ts';

const WORDS = {
  whole: 'No compensation was flagged.',
  part: (share: string) => `None in ${share}.`,
  hardly: 'Hardly anything was watched.',
};

/** A set of twenty seconds in which every frame is valid and the pelvis is neither seen nor followed. */
function pelvisUnseen(drill: DrillDefinition) {
  const kinds = [...new Set(drill.rules.flatMap(({ phaseFactors }) => Object.keys(phaseFactors)))] as PhaseKind[];
  const phases = kinds.map((kind, i) => phase(kind, 20 * i, 20 * (i + 1)));
  const wish = () => ({ angle: 20, twist: null, hipsShift: null });
  const made = madeRecord(phases, wish, {}, drill);
  const unseen = { twist: null, obliquity: null, tilt: null, lift: null };
  return madeRecord(
    phases,
    wish,
    {
      frames: made.frames.map((frame) => ({ ...frame, pelvis: unseen })),
    },
    drill,
  );
}

describe('the absence of flags in words', () => {
  it.each(WATCHED_DRILLS.filter(({ rules }) => rules.some(({ id }) => isPelvisRule(id))))(
    'is not claimed for a pelvis that was never seen: $id',
    (drill) => {
      const record = pelvisUnseen(drill);
      expect(record.summary.sets.every(({ pelvisWatched }) => pelvisWatched === 0)).toBe(true);
      const said = noFlagText(WORDS, watchedIn(record, drill));
      expect(said).not.toBe(WORDS.whole);
      expect(said).toMatch(/Not watched: .*(?:pelvis|hips move)|out of sight nearly all the time|Hardly anything/i);
    },
  );
});

describe('a time out of position', () => {
  const NOTHING = { share: 1, hidden: [], out: { left: 0, hipsUp: 0, awaited: 0 }, withoutNumber: [] };
  const part = { ...NOTHING, share: 0.63 };

  it.each([
    [
      'en',
      { left: 4, hipsUp: 0, awaited: 0 },
      'You left the position for 4 s. I couldn’t judge that time. None in 63%.',
    ],
    [
      'en',
      { left: 0, hipsUp: 0, awaited: 75 },
      'For 1 min 15 s I needed you back in the start position. I couldn’t judge that time. None in 63%.',
    ],
    [
      'en',
      { left: 0, hipsUp: 3, awaited: 0 },
      'For 3 s your hips were off the floor when I needed you in the start position. I couldn’t judge that time. None in 63%.',
    ],
    [
      'de',
      { left: 4, hipsUp: 0, awaited: 0 },
      'Du warst 4 s lang nicht in Position. Diese Zeit konnte ich nicht beurteilen. None in 63 %.',
    ],
  ] as const)('comes before what was not flagged: %s %j', (language, out, expected) => {
    speak(language === 'de' ? german : null);
    expect(noFlagText(WORDS, { ...part, out })).toBe(expected);
    speak(null);
  });

  it.each([
    { left: 2, hipsUp: 0, awaited: 0 },
    { left: 0, hipsUp: 0, awaited: 2 },
  ])('never goes with a whole absence: %j', (out) => {
    expect(noFlagText(WORDS, { ...NOTHING, share: 0.97, out })).not.toContain(WORDS.whole);
  });
});

it.each([
  ['en', 'Only 32% of the working time was watched. Nothing can be said about the rest.'],
  ['de', 'Nur 32 % der Übungszeit waren im Blick. Über den Rest lässt sich nichts sagen.'],
] as const)(
  'a set of which less than half was watched says how little, and never that nothing was flagged: %s',
  (language, expected) => {
    speak(language === 'de' ? german : null);
    const little = { share: 0.32, hidden: [], withoutNumber: [] };
    expect(noFlagText(WORDS, little)).toBe(expected);
    expect(noFlagText(WORDS, { ...little, out: { left: 0, hipsUp: 0, awaited: 3 } })).toMatch(/3 s .*32/);
    expect(noFlagText(WORDS, { ...little, hidden: ['pelvis-twist'] })).toContain(expected);
    speak(null);
  },
);

describe('a fault that the place never shows', () => {
  const whole = { share: 1, hidden: [], blind: ['pelvis-list', 'back-arch'] } as const;

  it('is left to the person to feel, where all that can be watched was', () => {
    expect(noFlagText(WORDS, whole)).toBe(
      `${WORDS.whole} Yours to feel, because I can’t see it from here: pelvis tilts sideways, back arches.`,
    );
    expect(noFlagText(WORDS, { ...whole, share: 0.63 })).toBe('None in 63%.');
  });
});

it.each([
  [['trunk-lean'], 'trunk'],
  [['pelvis-twist', 'pelvis-lift'], 'pelvis twist, pelvis lifts'],
] as const)('a set without any number names what was watched: %j', (withoutNumber, named) => {
  const text = noFlagText(WORDS, { share: 1, hidden: [], withoutNumber });
  expect(text).toMatch(/^I got no number\. I did watch: /);
  expect(text).toContain(named);
  expect(text).not.toContain(WORDS.whole);
});
