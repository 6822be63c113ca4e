import type { RuleDefinition } from '../../src/coach/drill-definition.ts';
import { closeRule, type RuleMoment, type RuleWatch, stepRule, unwatched } from '../../src/coach/rules/rule-state.ts';
import type { FlagRecord } from '../../src/coach/record/set-record.ts';

export const RATE = 15;

export const twist: RuleDefinition = {
  id: 'pelvis-twist',
  channel: 'pelvis-twist',
  direction: 'either',
  enter: 6,
  red: 10,
  falseMotion: 0,
  phaseFactors: { passive: 1, pails: 1.3, rails: 0.9 },
  cue: 'cue',
  explanation: 'explanation',
};

export interface Traced {
  readonly flags: readonly FlagRecord[];
  readonly watch: RuleWatch;
  readonly openedAt: readonly number[];
}

/** No movement, and no uncertainty. */
export const still: RuleMoment = {
  time: 0,
  value: 0,
  sd: 0,
  side: 'left',
  phase: 'passive',
  holdSince: null,
  noise: undefined,
  isRough: false,
  companion: null,
  phaseSince: null,
};

/** Runs a rule over a signal at 15 frames a second and closes an open flag at the end. */
export function trace(
  valueAt: (time: number) => number | null,
  until: number,
  rule = twist,
  moment: Partial<RuleMoment> = {},
  companionAt?: (time: number) => number | null,
): Traced {
  let watch = unwatched;
  const flags: FlagRecord[] = [];
  const openedAt: number[] = [];
  for (let index = 0; index / RATE <= until; index += 1) {
    const time = index / RATE;
    const before = watch.open;
    const step = stepRule(rule, watch, {
      ...still,
      time,
      value: valueAt(time),
      ...(companionAt && { companion: companionAt(time) }),
      ...moment,
    });
    watch = step.watch;
    if (step.closed !== null) flags.push(step.closed);
    if (before === null && watch.open !== null) openedAt.push(time);
  }
  const last = closeRule(rule, watch, until).closed;
  return { flags: last === null ? flags : [...flags, last], watch, openedAt };
}

/** A signal with a constant height between two times, otherwise zero. */
export const pulse = (from: number, to: number, height: number) => (time: number) =>
  time >= from && time < to ? height : 0;
