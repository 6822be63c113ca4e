import type { DrillDefinition, PhaseKind, RuleDefinition } from '../../../src/coach/drill-definition.ts';
import type { FlagRecord } from '../../../src/coach/record/set-record.ts';
import { withPhone } from '../../../src/coach/rules/phone-rules.ts';
import { closeRule, type RuleWatch, stepRule, unwatched } from '../../../src/coach/rules/rule-state.ts';
import { phoneCoach } from '../../../src/i18n/en/hip/phone-coach.ts';
import type { PhonePelvis } from '../../../src/instrument/output/reading.ts';
import { newPhoneWatch } from '../../../src/instrument/phone/phone-watch.ts';
import { BEFORE, type PhoneClip, type PhoneSignals } from './phone-signals.ts';

/** What each phone rule reads, as a part of the pelvis' turn. */
const PARTS: Partial<Record<RuleDefinition['channel'], keyof PhonePelvis>> = {
  'pelvis-twist': 'twist',
  'pelvis-obliquity': 'obliquity',
  'pelvis-tilt': 'tilt',
};

/** The rules of a drill that a phone measures. */
export const phoneRulesOf = (
  drill: DrillDefinition,
): readonly (RuleDefinition & { readonly part: keyof PhonePelvis })[] =>
  withPhone(drill, phoneCoach).rules.flatMap((rule) => {
    const part = PARTS[rule.channel];
    return rule.byPhone && part ? [{ ...rule, part }] : [];
  });

export interface RulesSet {
  readonly flags: readonly FlagRecord[];
  /** Seconds in which a phone rule could flag. */
  readonly watched: number;
  /** Squares and number of the errors of what the phone told, breath included. */
  readonly squares: number;
  readonly told: number;
  /** Whether the guided move was understood at once. */
  readonly isMounted: boolean;
}

/**
 * The phone's room and the coach's rules alone, without picture and fit, for many seeds: a working phase runs all the time, and the clip's
 * movement is repeated as long as the signals last.
 */
export function rulesSet(
  clip: PhoneClip,
  drill: DrillDefinition,
  { samples, start, pelvis }: PhoneSignals,
  lasts: number,
): RulesSet {
  const watch = newPhoneWatch();
  watch.begin({ posture: drill.measure.posture, side: clip.side });
  const rules = phoneRulesOf(drill);
  const watches = new Map<string, RuleWatch>(rules.map(({ id }) => [id, unwatched]));
  const flags: FlagRecord[] = [];
  let state = '';
  let [squares, told, watched, next] = [0, 0, 0, 0];
  const step = 1 / 12;
  for (let time = step; time < BEFORE + lasts; time += step) {
    const from = next;
    while ((samples[next]?.time ?? Infinity) <= time) next++;
    watch.take(samples.slice(from, next));
    // As the camera tells a pelvis that lifts.
    const lift = time < BEFORE ? 0 : (clip.frames[Math.round((time - BEFORE) * clip.fps)]?.pelvis.lift ?? 0);
    const reading = watch.step(time, lift < 0.02, time < BEFORE);
    if (time < BEFORE) state = reading.state;
    if (time < BEFORE) continue;
    if (time - step < BEFORE) watch.zero(time, start);
    if (reading.pelvis) watched += step;
    for (const rule of rules) {
      const found = reading.pelvis?.[rule.part] ?? null;
      if (found) {
        squares += (found.value - pelvis(time)[rule.part]) ** 2;
        told++;
      }
      const phase = Object.keys(rule.phaseFactors)[0] as PhaseKind;
      const result = stepRule(rule, watches.get(rule.id) ?? unwatched, {
        time: time - BEFORE,
        value: found?.value ?? null,
        sd: found?.sd ?? 0,
        side: clip.side,
        phase,
        phaseSince: 0,
        holdSince: null,
        noise: undefined,
        isRough: false,
        companion: null,
      });
      watches.set(rule.id, result.watch);
      if (result.closed) flags.push(result.closed);
    }
  }
  for (const rule of rules) {
    const { closed } = closeRule(rule, watches.get(rule.id) ?? unwatched, lasts);
    if (closed) flags.push(closed);
  }
  return { flags, watched, squares, told, isMounted: state === 'ready' };
}
