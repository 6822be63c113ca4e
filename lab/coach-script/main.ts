import type { DrillDefinition, Goal, RuleDefinition } from '../../src/coach/drill-definition.ts';
import { DRILLS, findDrill } from '../../src/drills/index.ts';
import { german } from '../../src/i18n/de/german.ts';
import { drillIn } from '../../src/i18n/drill-in.ts';
import { coach as english } from '../../src/i18n/en/coach.ts';
import { LANGUAGES } from '../../src/i18n/language.ts';
import type { WorkingSide } from '../../src/instrument/geometry/units.ts';
import { type ScriptOptions, writeCoachScript } from './coach-script.ts';
import { type Detail, printScript } from './print-script.ts';

const GOALS: readonly Goal[] = ['prep', 'build', 'strength'];
const SIDES = ['left', 'right', 'both'] as const;
const STARTS = ['held', 'key'] as const;

/** The count-in that the app begins with, seconds. It is used when Start was pressed. */
const COUNT_IN = 15;

/** Options of the command, as they were written. */
export interface CoachScriptWish {
  readonly drill: string;
  readonly goal: string;
  readonly sides: string;
  /** Id of the rule that the person breaks all the time; null: none. */
  readonly fault: string | null;
  readonly language: string;
  readonly start: string;
  /** True: the person has never done this drill. */
  readonly first: boolean;
}

/** `problem`: what is wrong with the wish, one sentence without its full stop. */
export type CoachScriptResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/** The printed script of a set, or one sentence that says what is wrong with the wish. */
export function coachScript(wish: CoachScriptWish, detail: Detail = 'all'): CoachScriptResult {
  const options = scriptOptions(wish);
  return typeof options === 'string'
    ? { ok: false, problem: options }
    : { ok: true, text: printScript(writeCoachScript(options), detail) };
}

/** The usual script: what is left out of a wish. */
export const USUAL_WISH: Omit<CoachScriptWish, 'drill'> = {
  goal: 'prep',
  sides: 'left',
  fault: null,
  language: 'en',
  start: 'held',
  first: false,
};

/** What to run. Throws where the wish is wrong. */
export function usualOptions(wish: Partial<CoachScriptWish> & Pick<CoachScriptWish, 'drill'>): ScriptOptions {
  const options = scriptOptions({ ...USUAL_WISH, ...wish });
  if (typeof options === 'string') throw new Error(options);
  return options;
}

/** What to run, or what is wrong. */
export function scriptOptions(wish: CoachScriptWish): ScriptOptions | string {
  const known = findDrill(wish.drill, null);
  if (known === null)
    return unknown(
      'drill',
      wish.drill,
      DRILLS.map(({ id }) => id),
    );
  const goal = GOALS.find((one) => one === wish.goal);
  if (goal === undefined) return unknown('goal', wish.goal, GOALS);
  const language = LANGUAGES.find((one) => one === wish.language);
  if (language === undefined) return unknown('language', wish.language, LANGUAGES);
  const sides = SIDES.find((one) => one === wish.sides);
  if (sides === undefined) return unknown('side', wish.sides, SIDES);
  const start = STARTS.find((one) => one === wish.start);
  if (start === undefined) return unknown('start', wish.start, STARTS);
  const drill = language === 'de' ? drillIn(known, german.drills) : known;
  const fault = wish.fault === null ? null : (ruleOf(drill, wish.fault) ?? undefined);
  if (fault === undefined) return noSuchRule(drill, wish.fault ?? '');
  const isSeen = drill.camera !== 'none';
  const plan: ScriptOptions['plan'] = {
    drill,
    sides: sidesOf(drill, sides),
    goal,
    preset: drill.presets[goal],
    countIn: COUNT_IN,
    words: language === 'de' ? german.words.coach : english,
    language,
    referenceHeld: isSeen && start === 'held',
    waits: isSeen,
    // Who has done the drill before was told what the camera cannot see.
    firstTime: wish.first,
    blindTold: !wish.first,
  };
  return { plan, fault };
}

const ruleOf = ({ rules }: DrillDefinition, id: string): RuleDefinition | null =>
  rules.find((rule) => rule.id === id) ?? null;

const unknown = (kind: string, asked: string, known: readonly string[]): string =>
  `"${asked}" is no ${kind}; there are: ${known.join(', ')}`;

const noSuchRule = ({ id, rules }: DrillDefinition, asked: string): string =>
  rules.length === 0
    ? `"${id}" has no rule, so it watches no fault`
    : `"${asked}" is no rule of "${id}"; it has: ${rules.map((rule) => rule.id).join(', ')}`;

/** A bilateral drill leaves no choice; in the others "both" means one side after the other. */
function sidesOf({ bilateral }: DrillDefinition, choice: (typeof SIDES)[number]): readonly WorkingSide[] {
  if (bilateral) return ['both'];
  return choice === 'both' ? ['left', 'right'] : [choice];
}
