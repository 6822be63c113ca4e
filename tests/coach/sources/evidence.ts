import { expect } from 'vitest';
import type {
  DrillDefinition,
  Goal,
  PhaseKind,
  Preset,
  RepDefinition,
  RuleId,
} from '../../../src/coach/drill-definition.ts';
import type { ProgrammeId } from '../../../src/training/planning/built-in-programmes.ts';
import type { Programme, ProgrammeItem } from '../../../src/training/planning/programme.ts';
import type { WeekEntry } from '../../../src/training/planning/week.ts';
import type { App, Spoken } from './app-as-told.ts';

/** What in the app says what a line of the sources asks for. */
export interface Evidence {
  /** A few words for the table. */
  readonly says: string;
  /** Programmes and weeks: the same for every drill of the line. */
  readonly ofPlan?: true;
  /** For a dose that the source gives: whether the times and numbers of a goal are these. */
  readonly fits?: (preset: Preset) => boolean;
  /** Throws if the app does not say it. */
  prove(app: App, drill: string): void;
}

/** The meaning-bearing words in each language. */
type Words = readonly [en: RegExp, de: RegExp];

export const GOALS: readonly Goal[] = ['prep', 'build', 'strength'];

const inBoth = (prove: (language: Spoken) => void): void => {
  prove('en');
  prove('de');
};

/** One of the texts of a drill has the words, in both languages. */
const text =
  (says: string, textsOf: (drill: DrillDefinition) => readonly (string | undefined)[]) =>
  (en: RegExp, de: RegExp): Evidence => ({
    says,
    prove: (app, id) =>
      inBoth((language) => {
        const wanted = language === 'en' ? en : de;
        const texts = textsOf(app.drill(id, language)).filter((one) => one !== undefined);
        expect(
          texts.some((one) => wanted.test(one)),
          `${id}: ${says} ${String(wanted)} in: ${texts.join(' | ')}`,
        ).toBe(true);
      }),
  });

export const step = text('steps', ({ steps }) => steps);
/** The step of the start position. */
export const start = text('steps', ({ steps }) => steps.slice(0, 1));
export const caution = text('caution', (drill) => [drill.caution]);
export const summary = text('summary', (drill) => [drill.summary]);
export const cheat = text('loop of the cheat', ({ demonstration }) => [demonstration.cheat.caption]);

const NAMES: Partial<Record<PhaseKind, string>> = {
  passive: 'stretch',
  hold: 'stretch',
  pails: 'push',
  rails: 'pull',
  sink: 'sink',
};

/** Something about the phrases of a phase of a set in Build. */
const hears = (
  says: string,
  during: PhaseKind | 'set',
  [en, de]: Words,
  prove: (phrases: readonly string[], wanted: RegExp, where: string) => void,
): Evidence => ({
  says,
  prove: (app, id) =>
    inBoth((language) => {
      const all = app.heard(id, 'build', language).filter((one) => during === 'set' || one.during === during);
      prove(
        all.map((one) => one.text),
        language === 'en' ? en : de,
        `${id}, ${during}`,
      );
    }),
});
const voice = (during: PhaseKind): string => `voice: ${NAMES[during] ?? during}`;

/** `set`: in any phase, also before and between the rounds. */
export const heard = (during: PhaseKind | 'set', ...wanted: Words): Evidence =>
  hears(during === 'set' ? 'voice' : voice(during), during, wanted, (phrases, words, where) =>
    expect(phrases.join(' '), where).toMatch(words),
  );

/** Heard at least so often in one phase after the other. */
export const heardOften = (during: PhaseKind, times: number, ...wanted: Words): Evidence =>
  hears(`${voice(during)}, ${times} times`, during, wanted, (phrases, words, where) =>
    expect(phrases.filter((one) => words.test(one)).length, where).toBeGreaterThanOrEqual(times),
  );

/** In the words with which a phase begins. */
export const heardFirst = (during: PhaseKind, ...wanted: Words): Evidence =>
  hears(voice(during), during, wanted, ([first = ''], words, where) => expect(first, where).toMatch(words));

/** A rule with its cue is armed in all these phases. */
export const rule = (wanted: RuleId, ...during: PhaseKind[]): Evidence => ({
  says: `rule ${wanted}`,
  prove: (app, id) =>
    inBoth((language) => {
      const found = app.drill(id, language).rules.find((one) => one.id === wanted);
      expect(Object.keys(found?.phaseFactors ?? {}), `${id}: rule ${wanted}`).toEqual(expect.arrayContaining(during));
      expect(found?.cue, `${id}: cue of ${wanted}`).toBeTruthy();
    }),
});

/** Something in the data of the drill, in words for the table. */
export const data = (says: string, prove: (drill: DrillDefinition) => void): Evidence => ({
  says,
  prove: (app, id) => prove(app.drill(id, 'en')),
});

/** Numbers of the presets, in each goal that is named. */
const numbers = (says: string, goals: readonly Goal[], fits: (preset: Preset) => boolean): Evidence =>
  data(says, ({ id, presets }) => {
    for (const goal of goals) expect(fits(presets[goal]), `${id}: ${says} in ${goal}`).toBe(true);
  });

/** A dose that the source itself gives. */
export const dose = (says: string, goals: readonly Goal[], fits: (preset: Preset) => boolean): Evidence => ({
  ...numbers(says, goals, fits),
  fits,
});

/** A dose of which the source says no number. */
export const ownDose = numbers;

/** Pushes or pulls up to a share of the strength, and not beyond it. */
export const effortUpTo = (says: string, kind: 'pails' | 'rails', most: number): Evidence =>
  data(says, (drill) => {
    expect(
      drill.phases.map((phase) => phase.kind),
      drill.id,
    ).toContain(kind);
    expect(Math.max(...GOALS.map((goal) => drill.presets[goal].effort[1])), drill.id).toBe(most);
  });

/** Something about how repetitions are counted. */
export const counts = (says: string, prove: (reps: RepDefinition) => void): Evidence =>
  data(says, ({ id, reps }) => {
    if (reps === null) throw new Error(`${id} counts no repetitions`);
    prove(reps);
  });

export const gear = (thing: RegExp): Evidence =>
  data('equipment', ({ id, equipment }) => {
    expect(
      (equipment ?? []).some((one) => thing.test(one)),
      `${id}: ${String(thing)}`,
    ).toBe(true);
  });

/** The phases of a round. */
export const phases = (...kinds: readonly PhaseKind[]): Evidence =>
  data('order of the phases', (drill) =>
    expect(
      drill.phases.map(({ kind }) => kind),
      drill.id,
    ).toEqual(kinds),
  );

/** Both ways of doing the drill are offered, in this order. */
export const variants = (of: string, ...wanted: readonly string[]): Evidence => ({
  says: `variants: ${wanted.join(', ')}`,
  ofPlan: true,
  prove: ({ drills }) =>
    expect(drills.flatMap(({ variant }) => (variant?.of === of ? [variant.id] : []))).toEqual(wanted),
});

/** Something about a programme of the app. */
export const programme = (says: string, id: ProgrammeId, prove: (found: Programme) => void): Evidence => ({
  says,
  ofPlan: true,
  prove: (app) => prove(app.programme(id)),
});

/** Something about the week that the app suggests. */
export const week = (
  says: string,
  breakout: 'every-day' | 'three-days',
  prove: (entries: readonly WeekEntry[]) => void,
): Evidence => ({ says, ofPlan: true, prove: (app) => prove(app.week(breakout)) });

/** Ids of the drills of a part; several: one of them is chosen. */
const drillsOf = ({ drills }: Pick<ProgrammeItem, 'drills'>): readonly string[] =>
  drills.map(({ drill, variant }) => (variant === null ? drill : `${drill}-${variant}`));

/** The parts of each block of a programme. */
export const partsOf = ({ blocks }: Programme): readonly (readonly (readonly string[])[])[] =>
  blocks.map(({ items }) => items.map(drillsOf));
