import { INSTRUMENT_VERSION } from '../../instrument/instrument-version.ts';
import { type Channel, finiteReading, type NetworkName, type Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { CoachInput, CoachStep, SetPlan } from '../coach-contract.ts';
import { type CoachState, phasesSoFar } from '../coach-state.ts';
import type { RuleId } from '../drill-definition.ts';
import { awayRecord, withoutLeft, withoutRoundedBack } from '../posture/posture-watches.ts';
import { withDoubt } from '../progress/suspect-gain.ts';
import { type JudgedReading, judgeReading } from '../rules/judged-reading.ts';
import { discardInvalidatedFrames, frameRecord, RECORD_ZERO } from './frame-record.ts';
import { rangeChannel } from '../rules/range-rules.ts';
import { closeAll, mutedNow } from '../rules/rule-set-state.ts';
import type {
  AwayRecord,
  FlagRecord,
  FrameRecord,
  PhaseRecord,
  ReferencePoseRecord,
  RepRecord,
  SetRecord,
} from './set-record.ts';
import { summarise } from './summarise.ts';
import { currentPhase, phaseAt } from '../timeline/timeline-clock.ts';

/** What the coach itself does not know about a set. */
export type RecordHead = Pick<SetRecord, 'id' | 'startedAt' | 'source' | 'engine'>;

/**
 * What is new since the last chunk. Frames, flags and repetitions are appended; open flags, phases, reference poses and
 * end are overwritten.
 */
export interface RecordChunk
  extends Pick<
    SetRecord,
    'frames' | 'flags' | 'reps' | 'phases' | 'neutral' | 'neutrals' | 'networksOut' | 'away' | 'ended'
  > {
  /** Flags that are open, as if they ended now, so that they are not lost if the set breaks off. */
  readonly open: readonly FlagRecord[];
}

/**
 * Collects the record of one set. Each frame appends one object. A chunk is stored every 0.4 s, so at most a second is
 * lost. Frames are unfiltered and begin with the first reference pose.
 */
export class SetRecorder {
  readonly #plan: SetPlan;
  /** Channels of the drill: that of the range and those of the rules. */
  readonly #channels: readonly Channel[];
  readonly #frames: FrameRecord[] = [];
  readonly #flags: FlagRecord[] = [];
  readonly #reps: RepRecord[] = [];
  readonly #away: AwayRecord[] = [];
  readonly #unseen = new Map<RuleId, Reason>();
  readonly #networksOut = new Set<NetworkName>();
  readonly #referencePoses: ReferencePoseRecord[] = [];
  #state: CoachState | null = null;
  #taken = { frames: 0, flags: 0, reps: 0 };

  constructor(plan: SetPlan) {
    this.#plan = plan;
    const { drill } = plan;
    this.#channels = [...new Set([rangeChannel(drill), ...drill.rules.map(({ channel }) => channel)])];
  }

  /** Feeds one step of the coach. @param input null: the step that started the set */
  observe(input: CoachInput | null, step: CoachStep<CoachState>): void {
    const { state, effects } = step;
    if (this.#ended() !== 'running') return;
    this.#state = state;
    for (const effect of effects) {
      if (effect.kind === 'flag') this.#flags.push(effect.flag);
      if (effect.kind === 'rep') this.#reps.push(effect.rep);
      if (effect.kind === 'away') this.#away.push(effect.away);
    }
    this.#takeReferencePose(state);
    const reading = input?.kind === 'reading' ? finiteReading(input.reading) : null;
    // A reading that only ended the set was not taken.
    if (reading && (state.timeline.ended === null || state.setup.readAt === reading.time)) this.#append(reading, state);
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
      ...this.#networksField(),
      ...this.#awayField(),
      ended: this.#ended(),
    };
    this.#taken = { frames: this.#frames.length, flags: this.#flags.length, reps: this.#reps.length };
    return chunk;
  }

  /** The whole record with its summary. `ended` is `running` while the set goes on. */
  finish(head: RecordHead): SetRecord {
    const poses = this.#referencePoseFields();
    const flags = [...this.#flags, ...this.#openFlags()];
    const counted = discardInvalidatedFrames({ frames: this.#frames, flags, reps: this.#reps }, poses.neutrals);
    const parts = { phases: this.#phases(), ...counted };
    const { drill, goal, sides, strictness } = this.#plan;
    const summary = summarise({ ...parts, ended: this.#ended() }, drill, this.#unseen);
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
      ...(strictness && drill.camera !== 'none' ? { strictness } : {}),
      placement: drill.placement.id,
      zero: RECORD_ZERO,
      source: head.source,
      engine: head.engine,
      instrument: INSTRUMENT_VERSION,
      ...poses,
      ...parts,
      frames: [...parts.frames],
      flags: parts.flags.toSorted((a, b) => a.start - b.start),
      reps: [...parts.reps],
      summary,
      ...(drill.measure.range ? { range: drill.measure.range } : {}),
      ...(this.#plan.phone ? { phone: true as const } : {}),
      ...this.#awayField(),
      ...this.#networksField(),
      // The person's own answer during the set; the rest is asked afterwards.
      ...(this.#state?.speech.backMoved ? { after: { effort: null, pain: null, back: 'moved' as const } } : {}),
      ended: this.#ended(),
    };
  }

  #networksField(): Pick<SetRecord, 'networksOut'> {
    return this.#networksOut.size > 0 ? { networksOut: [...this.#networksOut].toSorted() } : {};
  }

  #awayField(): Pick<SetRecord, 'away'> {
    const open = this.#state?.posture.away;
    const away = [...this.#away, ...(open && this.#state ? [awayRecord(open, this.#state.now)] : [])];
    return away.length > 0 ? { away } : {};
  }

  #append(reading: Reading, state: CoachState): void {
    for (const name of reading.networksOut ?? []) this.#networksOut.add(name);
    const phase = phaseAt(state.timeline.clock, reading.time);
    if (phase?.kind === 'ready' || phase?.kind === 'turn') return;
    // Frames stay in order of time even if a clock is set back.
    if (reading.time < (this.#frames.at(-1)?.t ?? Number.NEGATIVE_INFINITY)) return;
    const judged = judge(state, reading);
    const { untold } = this.#plan.drill.measure;
    this.#frames.push(frameRecord(reading, judged, phase?.kind ?? null, this.#channels, untold));
    if (judged.body !== null)
      for (const { rule, reason } of mutedNow(state.rules, this.#plan.drill, state.now)) this.#unseen.set(rule, reason);
  }

  #takeReferencePose(state: CoachState): void {
    const { set } = state.setup.referencePose;
    if (set === null || set.at === this.#referencePoses.at(-1)?.at) return;
    const { view, azimuth, lookingDown, distance, lensHeight, noise, pelvisModel } = set.quality;
    const learnt = {
      ...(Object.keys(noise).length > 0 ? { noise } : {}),
      ...(pelvisModel === undefined ? {} : { pelvisModel }),
    };
    const side = currentPhase(state.timeline.clock)?.side ?? this.#plan.sides[0] ?? 'left';
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
    const refuted = this.#state?.setup.referencePose.invalidated ?? [];
    const referencePoses = this.#referencePoses.map((held) =>
      refuted.includes(held.at) ? { ...held, refuted: true } : held,
    );
    return { neutral: referencePose, neutrals: referencePoses };
  }

  #openFlags(): readonly FlagRecord[] {
    return this.#state === null ? [] : closeAll(this.#state.rules, this.#state.now).closed;
  }

  #phases(): readonly PhaseRecord[] {
    return this.#state === null ? [] : phasesSoFar(this.#state.timeline, this.#state.now);
  }

  #ended(): SetRecord['ended'] {
    return this.#state?.timeline.ended ?? 'running';
  }
}

/**
 * What counts of a reading: nothing while a new reference pose is awaited or the person is away; flexion without the rounding of
 * the back; a rotation that may be the pelvis's with a band that says so.
 */
function judge({ plan, timeline, setup, posture, progress }: CoachState, reading: Reading): JudgedReading {
  const whole = judgeReading(reading, plan.drill, setup.referencePose.pending);
  const own = withoutLeft(posture, withoutRoundedBack(whole, posture.back));
  return withDoubt(own, currentPhase(timeline.clock)?.side ?? 'both', progress.gain);
}
