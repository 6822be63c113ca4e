import { describe, expect, it } from 'vitest';
import type { DrillDefinition, PhaseKind } from '../../../src/coach/drill-definition.ts';
import { isPelvisRule } from '../../../src/coach/rules/range-rules.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { noFlagText, watchedIn } from '../../../src/ui/summary/watched-text.ts';
import { madeRecord, phase } from '../../coach/review/made-record.ts';

const WORDS = {
  whole: 'No compensation was flagged.',
  part: (share: string) => `None in ${share}.`,
  hardly: 'Hardly anything was watched.',
};

/** A set of twenty seconds in which every frame is valid and the pelvis is never seen. */
function pelvisUnseen(drill: DrillDefinition) {
  const kinds = [...new Set(drill.rules.flatMap(({ phaseFactors }) => Object.keys(phaseFactors)))] as PhaseKind[];
  const phases = kinds.map((kind, i) => phase(kind, 20 * i, 20 * (i + 1)));
  const made = madeRecord(phases, () => ({ angle: 20, twist: null }), {}, drill);
  const unseen = { twist: null, obliquity: null, tilt: null, lift: null };
  return madeRecord(
    phases,
    () => ({ angle: 20, twist: null }),
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
      expect(said).toMatch(/Not watched: .*pelvis|Hardly anything/i);
    },
  );
});
