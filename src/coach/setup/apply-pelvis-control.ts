import type { Reading, ReferencePoseQuality } from '../../instrument/output/reading.ts';
import { leadingSide, type Seconds, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { SetPlan, TimelinePhase } from '../coach-contract.ts';
import type { StepDraft } from '../coach-state.ts';
import type { ControlRecord } from '../record/set-record.ts';
import { judgeReading } from '../rules/judged-reading.ts';
import { leavePhase, currentPhase, elapsedAt, type TimelineClock } from '../timeline/timeline-clock.ts';
import { controlPlace, isSameLens, keptFor } from './kept-control.ts';
import { type ControlSample, hasMoved, pelvisResponse } from './pelvis-control.ts';

/** Share of the control’s length after which it ends by itself if nothing has moved: the person does not want it. */
const NOTHING_HAPPENS = 0.75;

/** Takes one reading during the control, and ends it early if nothing happens. */
export function watchControl(
  draft: StepDraft,
  reading: Reading,
  leave: (draft: StepDraft, time: Seconds) => void,
): void {
  const { state } = draft;
  state.control = { ...state.control, brightness: reading.light.mean };
  const phase = currentPhase(state.clock);
  // What the person does in a pause is no answer to what was asked.
  if (phase?.kind !== 'control' || phase.length === null || state.clock.pausedAt !== null) return;
  if (reading.time < state.clock.startedAt) return;
  const time = elapsedAt(state.clock, reading.time);
  const { body } = judgeReading(reading, state.plan.drill);
  if (body !== null) {
    const { value: rotation = null } = body.leg[leadingSide(phase.side)].internalRotation ?? {};
    const twist = body.unseen['pelvis-twist'] ? null : (body.pelvis.twist?.value ?? null);
    const sample: ControlSample = { time, twist, rotation };
    state.control = { ...state.control, samples: [...state.control.samples, sample] };
  }
  if (time >= NOTHING_HAPPENS * phase.length && !hasMoved(state.control.samples, phase.length)) leave(draft, state.now);
}

/** Judges the control when its phase ends, says what it showed and keeps it. */
export function endControl(draft: StepDraft, phase: TimelinePhase): void {
  const { state } = draft;
  const found = phase.length === null ? null : pelvisResponse(state.control.samples, phase.length, phase.side);
  const result: ControlRecord = found ? { side: phase.side, ...found } : notDone(phase.side);
  takeResult(draft, result);
  draft.state.control = { ...draft.state.control, untold: result };
  const place = placeOf(state, phase);
  if (place !== null) draft.effects.push({ kind: 'pelvis-control', kept: { ...place, result } });
}

function takeResult({ state }: StepDraft, result: ControlRecord): void {
  const others = state.control.results.filter(({ side }) => side !== result.side);
  state.control = { ...state.control, samples: [], results: [...others, result] };
}

/**
 * The laptop stands elsewhere, so a good response in the old place proves nothing here. The response none or weak stays until
 * a new check.
 */
export function doubtControl({ state }: StepDraft, before: ReferencePoseQuality, now: ReferencePoseQuality): void {
  const side = currentPhase(state.clock)?.side;
  if (isSameLens(before, now)) return;
  const results = state.control.results.map((result) =>
    result.side === side && result.response === 'good' ? notDone(side) : result,
  );
  state.control = { ...state.control, results };
}

const notDone = (side: WorkingSide): ControlRecord => ({ side, response: 'not-done', gain: 0, noise: 0 });

/** What the person has to be told about the last control, once; empty: nothing. */
export function tellControl({ state }: StepDraft): string {
  const { untold } = state.control;
  if (untold === null) return '';
  state.control = { ...state.control, untold: null };
  return `${state.plan.words.control.results[untold.response]} `;
}

/** The timeline without a control whose result is known from a set before, in the same place. */
export function passKnownControl(draft: StepDraft, clock: TimelineClock): TimelineClock {
  const phase = currentPhase(clock);
  if (phase?.kind !== 'control') return clock;
  const place = placeOf(draft.state, phase);
  const kept = place && keptFor(keptControls(draft.state.plan), place);
  if (!kept) return clock;
  takeResult(draft, kept.result);
  // Known already; only that something is not watched is worth a word in every set.
  if (kept.result.response === 'none') draft.state.control = { ...draft.state.control, untold: kept.result };
  return leavePhase(clock, clock.startedAt);
}

const keptControls = ({ pelvisControl }: SetPlan) => (typeof pelvisControl === 'object' ? pelvisControl.kept : []);

function placeOf({ plan, referencePose, control }: StepDraft['state'], { side }: TimelinePhase) {
  if (typeof plan.pelvisControl !== 'object' || referencePose.set === null || control.brightness === null) return null;
  const { day } = plan.pelvisControl;
  return controlPlace({ drill: plan.drill.id, side, day }, referencePose.set.quality, control.brightness);
}
