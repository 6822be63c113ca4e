import type { DrillDefinition, Goal, PhaseKind } from '../../../src/coach/drill-definition.ts';
import type { ProgrammeId } from '../../../src/training/planning/built-in-programmes.ts';
import type { Programme } from '../../../src/training/planning/programme.ts';
import { usualWeek, type WeekEntry } from '../../../src/training/planning/week.ts';
import { DRILLS, drillById } from '../../../src/drills/index.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { drillIn } from '../../../src/i18n/drill-in.ts';
import { writeCoachScript } from '../../../lab/coach-script/coach-script.ts';
import { usualOptions } from '../../../lab/coach-script/main.ts';
import { programmeById } from '../../training/planning/english-programmes.ts';

export type Spoken = 'en' | 'de';

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

function known(id: string): DrillDefinition {
  const drill = drillById(id);
  if (drill === null) throw new Error(`no drill ${id}`);
  return drill;
}

function runSet(id: string, goal: Goal, language: Spoken): readonly Heard[] {
  const options = usualOptions({ drill: id, goal, language, first: true });
  const { phrases, phases, length } = writeCoachScript(options);
  return phrases.flatMap(({ text, from, cutOff }) => {
    if (from === null || cutOff || from >= length) return [];
    const where = phases.findLast((phase) => phase.from <= from);
    return [{ during: where?.phase.kind ?? 'ready', text }];
  });
}
