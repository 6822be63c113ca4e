import { describe, expect, it } from 'vitest';
import type { DrillDefinition } from '../../src/coach/drill-definition.ts';
import { DRILLS, WATCHED_DRILLS } from '../../src/drills/index.ts';
import { german } from '../../src/i18n/de/german.ts';
import { drillIn } from '../../src/i18n/drill-in.ts';
import { writeCoachScript } from '../../lab/coach-script/coach-script.ts';
import { usualOptions } from '../../lab/coach-script/main.ts';

const BOTH: readonly { readonly drill: DrillDefinition; readonly language: string }[] = DRILLS.flatMap((drill) => [
  { drill, language: 'en' },
  { drill: drillIn(drill, german.drills), language: 'de' },
]);

/** Words that ask for a push, and for a pull. "Pull" is also what a band does, so a word stands for an order to the person. */
const PUSH = /\b(push|press|drück)/i;
const PULL = /\b(pull|lift|zieh|heb)/i;

describe('the rule that arms a cue by phase is data of the drill', () => {
  it.each(BOTH.map(({ drill, language }) => [`${drill.id} (${language})`, drill] as const))(
    '%s: no word of the push is armed in the pull, and none of the pull in the push',
    (_, { phases, rules }) => {
      if (!phases.some(({ kind }) => kind === 'rails')) return;
      for (const { cue, change = '', phaseFactors } of rules) {
        if (phaseFactors.rails !== undefined) expect(`${cue} ${change}`).not.toMatch(PUSH);
        if (phaseFactors.pails !== undefined) expect(`${cue} ${change}`).not.toMatch(PULL);
      }
    },
  );

  const cases = WATCHED_DRILLS.filter(({ phases }) => phases.some(({ kind }) => kind === 'pails')).flatMap(
    ({ id, rules }) => rules.flatMap((rule) => ['en', 'de'].map((language) => ({ id, rule: rule.id, language }))),
  );

  it.each(cases)(
    '$id, $rule ($language): is heard only in the phases that the drill names',
    ({ id, rule, language }) => {
      const options = usualOptions({ drill: id, fault: rule, language });
      const preset = { ...options.plan.preset, passive: 25, rounds: 1 };
      const { phrases, phases } = writeCoachScript({ ...options, plan: { ...options.plan, preset }, faultSize: 'red' });
      const armed = options.fault?.phaseFactors ?? {};
      for (const { rule: named, asked, text } of phrases) {
        if (named === null) continue;
        const during = phases.find(({ from, to }) => asked >= from && asked < to)?.phase.kind ?? 'ready';
        expect(armed[during], `"${text}" in ${during}`).toBeDefined();
      }
      // The call to let go is heard at its time and to its end, whatever the fault.
      const pull = phases.find(({ phase }) => phase.release !== undefined);
      const ease = options.plan.words.effort.ease;
      const said = phrases.find(({ text }) => text === ease);
      expect(said?.cutOff).toBe(false);
      expect(said?.from ?? 0).toBeCloseTo(
        (pull?.from ?? 0) + (pull?.phase.length ?? 0) - (pull?.phase.release ?? 0),
        0,
      );
    },
  );
});
