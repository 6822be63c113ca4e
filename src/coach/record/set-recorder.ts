import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { CoachInput, CoachStep, SetPlan } from '../coach-contract.ts';
import { type CoachState, judge } from '../coach-state.ts';
import type { RuleId } from '../drill-definition.ts';
import { frameRecord, RECORD_ZERO } from './frame-record.ts';
import { closeAll, mutedNow } from '../rules/rule-set-state.ts';
import { phasesSoFar } from '../timeline/run-timeline.ts';
import type {
  FlagRecord,
  FrameRecord,
  ReferencePoseRecord,
  PhaseRecord,
  RecordEngine,
  RecordReferencePose,
  RecordSource,
  RepRecord,
  SetRecord,
} from './set-record.ts';
import { summarise } from './summarise.ts';
import { currentPhase, phaseAt } from '../timeline/timeline-clock.ts';
import { withoutRefuted } from './discard-invalidated-frames.ts';

/** What is known of a set from outside the coach. */
export interface RecordHead {
  readonly id: string;
  /** ISO 8601, or null for a clip without a date. */
  readonly startedAt: string | null;
  readonly source: RecordSource;
  readonly engine: RecordEngine;
}

/** What is new since the last chunk: frames, flags and reps to append; open flags, phases, neutrals and end to write over. */
export interface RecordChunk {
  readonly frames: readonly FrameRecord[];
  readonly flags: readonly FlagRecord[];
  readonly reps: readonly RepRecord[];
  /** Flags that are on, as they would be if they ended now: should the set break off here, they must not be missing. */
  readonly open: readonly FlagRecord[];
  readonly phases: readonly PhaseRecord[];
  readonly neutral: RecordReferencePose | null;
  readonly neutrals: readonly ReferencePoseRecord[];
  readonly ended: SetRecord['ended'];
}

/**
 * Keeps the record of one set beside the coach. Per frame it appends one object and copies nothing; a chunk a second is all that
 * storage needs to lose at most that second. Frames are kept unfiltered, from the first neutral on.
 */
export class SetRecorder {
  readonly #plan: SetPlan;
  readonly #frames: FrameRecord[] = [];
  readonly #flags: FlagRecord[] = [];
  readonly #reps: RepRecord[] = [];
  readonly #unseen = new Map<RuleId, Reason>();
  readonly #referencePoses: ReferencePoseRecord[] = [];
  #state: CoachState | null = null;
  #taken = { frames: 0, flags: 0, reps: 0 };

  constructor(plan: SetPlan) {
    this.#plan = plan;
  }

  /** Takes in one step of the coach; `input` null for the step that started it. */
  observe(input: CoachInput | null, step: CoachStep<CoachState>): void {
    const { state, effects } = step;
    if (this.#ended() !== 'running') return;
    this.#state = state;
    for (const effect of effects) {
      if (effect.kind === 'flag') this.#flags.push(effect.flag);
      if (effect.kind === 'rep') this.#reps.push(effect.rep);
    }
    this.#takeReferencePose(state);
    if (input?.kind === 'reading') this.#append(input.reading, state);
  }

  /** Everything new since the last call. */
  takeChunk(): RecordChunk {
    const chunk = {
      frames: this.#frames.slice(this.#taken.frames),
      flags: this.#flags.slice(this.#taken.flags),
      reps: this.#reps.slice(this.#taken.reps),
      open: this.#openFlags(),
      phases: this.#phases(),
      ...this.#referencePoseFields(),
      ended: this.#ended(),
    };
    this.#taken = { frames: this.#frames.length, flags: this.#flags.length, reps: this.#reps.length };
    return chunk;
  }

  /** The whole record with its summary; `ended` is `running` while the set goes on. */
  finish(head: RecordHead): SetRecord {
    const { neutral: referencePose, neutrals: referencePoses } = this.#referencePoseFields();
    const flags = [...this.#flags, ...this.#openFlags()];
    const counted = withoutRefuted({ frames: this.#frames, flags, reps: this.#reps }, referencePoses);
    const parts = { phases: this.#phases(), ...counted };
    const { drill, goal, sides, strictness } = this.#plan;
    return {
      version: 1,
      id: head.id,
      startedAt: head.startedAt,
      drill: drill.id,
      variant: drill.variant?.id ?? null,
      side: sides.length === 1 ? (sides[0] ?? 'both') : 'both',
      goal,
      preset: this.#plan.preset,
      ...(this.#plan.language ? { language: this.#plan.language } : {}),
      ...(strictness ? { strictness } : {}),
      placement: drill.placement.id,
      zero: RECORD_ZERO,
      source: head.source,
      engine: head.engine,
      neutral: referencePose,
      neutrals: referencePoses,
      ...parts,
      frames: [...parts.frames],
      flags: parts.flags.toSorted((a, b) => a.start - b.start),
      reps: [...parts.reps],
      summary: summarise(parts, drill, this.#unseen),
      ...(drill.measure.range ? { range: drill.measure.range } : {}),
      ended: this.#ended(),
    };
  }

  #append(reading: Reading, state: CoachState): void {
    const phase = phaseAt(state.clock, reading.time);
    if (phase?.kind === 'ready' || phase?.kind === 'turn') return;
    // A record is in order of time, also where a clock was set back.
    if (reading.time < (this.#frames.at(-1)?.t ?? Number.NEGATIVE_INFINITY)) return;
    const judged = judge(state, reading);
    this.#frames.push(frameRecord(reading, judged, phase?.kind ?? null));
    if (judged.body !== null)
      for (const { rule, reason } of mutedNow(state.book, this.#plan.drill, state.now)) this.#unseen.set(rule, reason);
  }

  #takeReferencePose(state: CoachState): void {
    const { set } = state.referencePose;
    if (set === null || set.at === this.#referencePoses.at(-1)?.at) return;
    const { view, azimuth, lookingDown, distance, lensHeight, noise, pelvisModel } = set.quality;
    const learnt = {
      ...(Object.keys(noise).length > 0 ? { noise } : {}),
      ...(pelvisModel === undefined ? {} : { pelvisModel }),
    };
    const side = currentPhase(state.clock)?.side ?? this.#plan.sides[0] ?? 'left';
    this.#referencePoses.push({
      side,
      at: set.at,
      view,
      azimuth,
      lookingDown,
      distance,
      lensHeight,
      ...learnt,
    });
  }

  #referencePoseFields(): Pick<SetRecord, 'neutral' | 'neutrals'> {
    const [first] = this.#referencePoses;
    if (first === undefined) return { neutral: null, neutrals: [] };
    const { side: _side, noise: _noise, pelvisModel: _model, ...referencePose } = first;
    const refuted = this.#state?.referencePose.refuted ?? [];
    const referencePoses = this.#referencePoses.map((held) =>
      refuted.includes(held.at) ? { ...held, refuted: true } : held,
    );
    return { neutral: referencePose, neutrals: referencePoses };
  }

  #openFlags(): readonly FlagRecord[] {
    return this.#state === null ? [] : closeAll(this.#state.book, this.#state.now).closed;
  }

  #phases(): readonly PhaseRecord[] {
    return this.#state === null ? [] : phasesSoFar(this.#state);
  }

  #ended(): SetRecord['ended'] {
    return this.#state?.ended ?? 'running';
  }
}
