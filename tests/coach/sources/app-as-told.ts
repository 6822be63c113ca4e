import type { DrillDefinition, Goal, PhaseKind } from '../../../src/coach/drill-definition.ts';
import type { ProgrammeId } from '../../../src/training/planning/built-in-programmes.ts';
import type { Programme } from '../../../src/training/planning/programme.ts';
import { usualWeek, type WeekEntry } from '../../../src/training/planning/week.ts';
import { DRILLS, drillById } from '../../../src/drills/index.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { drillIn } from '../../../src/i18n/drill-in.ts';
import { writeCoachScript } from '../../../lab/coach-script/coach-script.ts';
import { scriptOptions } from '../../../lab/coach-script/main.ts';
import { readArguments } from '../../../lab/coach-script/run-coach.ts';
import { programmeById } from '../../training/planning/english-programmes.ts';

export const SPOKEN = ['en', 'de'] as const;
export type Spoken = (typeof SPOKEN)[number];

/** A phrase of a set that was heard to its end. */
export interface Heard {
  /** The phase in which it began. */
  readonly during: PhaseKind;
  readonly text: string;
}

/** All that a person is told by the app about a drill, a programme and the week. */
export interface App {
  readonly drills: readonly DrillDefinition[];
  drill(id: string, language: Spoken): DrillDefinition;
  /** The first set of a drill, by somebody who does what is asked. */
  heard(id: string, goal: Goal, language: Spoken): readonly Heard[];
  programme(id: ProgrammeId): Programme;
  week(breakout: 'every-day' | 'three-days'): readonly WeekEntry[];
}

/** The app as it is. Each set is run once. */
export function appAsTold(): App {
  const sets = new Map<string, readonly Heard[]>();
  return {
    drills: DRILLS,
    drill: (id, language) => (language === 'de' ? drillIn(known(id), german.drills) : known(id)),
    heard: (id, goal, language) => {
      const key = `${id} ${goal} ${language}`;
      const heard = sets.get(key) ?? runSet(id, goal, language);
      sets.set(key, heard);
      return heard;
    },
    programme: programmeById,
    week: usualWeek,
  };
}

/** An app whose drills have lost words, numbers and rules, and whose programmes and weeks are empty. */
export function hollowApp(): App {
  return {
    drills: [],
    drill: (id) => hollow(known(id)),
    heard: () => [],
    programme: (id) => ({ ...programmeById(id), title: '', summary: '', blocks: [] }),
    week: () => [],
  };
}

function known(id: string): DrillDefinition {
  const drill = drillById(id);
  if (drill === null) throw new Error(`no drill ${id}`);
  return drill;
}

function runSet(id: string, goal: Goal, language: Spoken): readonly Heard[] {
  const wish = readArguments([id, '--goal', goal, '--language', language, '--first']);
  if (wish === 'help') throw new Error('a wish was expected');
  const options = scriptOptions(wish);
  if (typeof options === 'string') throw new Error(options);
  const { phrases, phases, length } = writeCoachScript(options);
  return phrases.flatMap(({ text, from, cutOff }) => {
    if (from === null || cutOff || from >= length) return [];
    const where = phases.findLast((phase) => phase.from <= from);
    return [{ during: where?.phase.kind ?? 'ready', text }];
  });
}

function hollow(drill: DrillDefinition): DrillDefinition {
  const { variant: _variant, bilateral: _bilateral, pose: _pose, table: _table, largeRange: _large, ...kept } = drill;
  const { startCheck: _check, ...measure } = drill.measure;
  const leg = { flexion: 0, abduction: 0, internalRotation: 0, knee: 0 };
  const loop = { caption: '', description: '' };
  const preset = {
    passive: 1,
    pailsRamp: 1,
    pailsHold: 1,
    rails: 1,
    sink: 1,
    rest: 1,
    rounds: 1,
    reps: 1,
    effort: [1, 1] as const,
  };
  return {
    ...kept,
    title: '',
    line: '',
    summary: '',
    steps: [],
    caution: '',
    equipment: [],
    demonstration: { right: loop, cheat: loop },
    measure: { ...measure, posture: { ...measure.posture, working: leg, other: leg } },
    phases: [{ kind: 'guided', title: '', instruction: '' }],
    presets: { prep: preset, build: preset, strength: preset },
    reps: null,
    rules: [],
  };
}
