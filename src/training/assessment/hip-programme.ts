import type { Degrees, Milliseconds, Seconds, Side, WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, Goal, Preset } from '../../coach/drill-definition.ts';
import type { Reason } from '../safety/allowed.ts';
import type { HipStep } from '../safety/red-flags.ts';
import type { Person } from '../safety/person.ts';
import type { CivilDay } from '../planning/civil-day.ts';
import type { DoneSet } from '../planning/parts-done.ts';
import { OWN_PREFIX, type Programme } from '../planning/programme.ts';
import type { WeekEntry } from '../planning/week.ts';
import type { Passport } from './passport.ts';

/** What the person wants: turn further, use the range that is there, or be at ease in it. */
export type HipGoal = 'range' | 'control' | 'ease';
export const HIP_GOALS: readonly HipGoal[] = ['range', 'control', 'ease'];

/** Minutes of training on a day, without the count-in. */
export type HipMinutes = 10 | 20 | 35;
export const HIP_MINUTES: readonly HipMinutes[] = [10, 20, 35];

export interface HipQuestions {
  readonly goal: HipGoal;
  /** How much the hip hurts when it is used, 0 to 10. */
  readonly pain: number;
  /** Which hip hurts. Absent: not asked, so both. */
  readonly hurts?: WorkingSide | undefined;
  readonly minutes: HipMinutes;
}

/** What the person accepted: the answers, how hard it is, and the test that it rests on. It is stored. */
export interface HipPlan extends HipQuestions {
  readonly step: HipStep;
  readonly test: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Its id never changes: a new proposal replaces the old one. */
export const HIP_PROGRAMME = `${OWN_PREFIX}hip-passport`;

/** What a number of the proposal rests on. */
export type Why =
  | { readonly about: 'drill'; readonly why: 'sleeper' | 'seat' | 'gentle' }
  | { readonly about: 'passive'; readonly why: DoseReason; readonly seconds: Seconds }
  | { readonly about: 'push'; readonly why: HipStep; readonly seconds: Seconds }
  | { readonly about: 'pull'; readonly why: DoseReason; readonly seconds: Seconds }
  | {
      readonly about: 'lift-offs';
      readonly why:
        | 'yes-gap'
        | 'yes-goal'
        | 'yes-enough'
        | 'no-gap'
        | 'unknown-gap'
        | 'no-range'
        | 'no-pain'
        | 'no-time';
    }
  | { readonly about: 'rounds'; readonly why: 'usual' | 'time'; readonly rounds: number }
  | { readonly about: 'side'; readonly side: Side; readonly by: Degrees }
  /** This hip does less than the other. */
  | { readonly about: 'spared'; readonly side: Side; readonly reason: Reason }
  | { readonly about: 'days'; readonly why: HipStep; readonly days: number };

/**
 * Why the dose is as it is: what the gap between passive and active range says. `enough`: the hips that work turn in so far that no
 * more is opened. `keep`: no more is opened for another reason.
 */
export type DoseReason = 'enough' | 'keep' | 'no-gap' | 'gap' | 'wide-gap' | 'unknown-gap' | 'gentle';

export interface Dose {
  readonly reason: DoseReason;
  readonly preset: Preset;
}

/** A programme, its presets and its days: what the app stores once the person accepts it. */
export interface HipProposal {
  readonly kind: 'programme';
  readonly step: HipStep;
  readonly programme: Omit<Programme, 'title' | 'summary'>;
  readonly presets: readonly { readonly drill: string; readonly goal: Goal; readonly preset: Preset }[];
  readonly week: WeekEntry;
  readonly length: Seconds;
  readonly why: readonly Why[];
}

/**
 * No programme now. `pain`: it hurts too much. `see-first`: somebody should look at what was reported. `nothing-left`: every
 * drill is on hold or rests after a stop.
 */
export interface NoProposal {
  readonly kind: 'none';
  readonly why: 'pain' | 'see-first' | 'nothing-left';
}

export interface ProposalInput {
  readonly passport: Passport;
  readonly questions: HipQuestions;
  readonly step: HipStep;
  readonly drills: readonly DrillDefinition[];
  /** The person's own sets, without demos. */
  readonly sets: readonly DoneSet[];
  /** What is known of the person without these sets, this test and the answer on pain. */
  readonly person: Person;
  /** Keeps every number of a preset inside its safe limits. */
  readonly clamp: (preset: Preset) => Preset;
  readonly lengthOf: (drill: DrillDefinition, preset: Preset, sides: number) => Seconds;
  readonly plan: readonly WeekEntry[];
  readonly programmes: readonly Programme[];
  readonly now: Milliseconds;
  readonly dayOf: (moment: Milliseconds) => CivilDay;
}

export type Proposed = HipProposal | NoProposal;
