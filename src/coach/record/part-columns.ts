import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { FlagRecord, PhaseRecord, RangeSummary, RepRecord, SetRecord } from './set-record.ts';
import type { CsvColumn } from './csv-text.ts';

/** A round, a phase, a flag, a repetition or the note of a set; what it has not is empty. */
export interface SetPart {
  readonly part: 'round' | 'phase' | 'flag' | 'repetition' | 'note';
  readonly name: string;
  readonly side: WorkingSide | null;
  readonly round: number | null;
  readonly span: Pick<PhaseRecord, 'start' | 'end'> | null;
  readonly range: RangeSummary | null;
  readonly flag: FlagRecord | null;
  readonly rep: RepRecord | null;
  readonly note: string | null;
}

const NOTHING = { side: null, round: null, span: null, range: null, flag: null, rep: null, note: null };

/** Rounds, then phases, flags and repetitions, each in order of time, and the note last. */
export function partsOf({ summary, flags, reps, phases, note }: SetRecord): readonly SetPart[] {
  const rounds = summary.sets.map((range): SetPart => {
    const { side, round } = range;
    return { ...NOTHING, part: 'round', name: 'round', side, round, range };
  });
  const spans = phases.flatMap((span): readonly SetPart[] => {
    const { kind, side, round, start } = span;
    const plain: SetPart = { ...NOTHING, part: 'phase', name: kind, side, round, span };
    // A phase of both hips has a range of each.
    const ranges = summary.phases.filter((one) => one.kind === kind && one.start === start);
    return ranges.length === 0 ? [plain] : ranges.map((range) => ({ ...plain, side: range.side, range }));
  });
  const flagged = flags.map((flag): SetPart => ({ ...NOTHING, part: 'flag', name: flag.rule, span: flag, flag }));
  const counted = reps.map((rep): SetPart => ({ ...NOTHING, part: 'repetition', name: 'repetition', span: rep, rep }));
  const noted: readonly SetPart[] = note?.text ? [{ ...NOTHING, part: 'note', name: 'note', note: note.text }] : [];
  return [...rounds, ...spans, ...flagged, ...counted, ...noted];
}

const column = (name: string, meaning: string, cell: CsvColumn<SetPart>['cell']): CsvColumn<SetPart> => ({
  name,
  meaning,
  cell,
});

/** One row a round, phase, flag or repetition. */
export const PART_COLUMNS: readonly CsvColumn<SetPart>[] = [
  column('part', 'round, phase, flag, repetition or note', ({ part }) => part),
  column('name', 'kind of phase, or the rule of a flag', ({ name }) => name),
  column('side', 'left, right or both; empty for flags, repetitions and the note', ({ side }) => side),
  column('round', 'counted from 1', ({ round }) => round),
  column('start_s', 'beginning, on the clock of the frames', ({ span }) => span?.start ?? null),
  column('end_s', 'end, on the same clock', ({ span }) => span?.end ?? null),
  column(
    'clean_deg',
    'largest angle while nothing compensated and the reading was valid; of a sequence, in the movements that asked for it',
    ({ range }) => range?.clean ?? null,
  ),
  column('clean_sd_deg', 'its standard deviation', ({ range }) => range?.sd ?? null),
  column('borrowed_deg', 'gross minus clean', ({ range }) => range?.borrowed ?? null),
  column('borrowed_at_least', '1: what was borrowed is a lower bound', ({ range }) => range?.borrowedAtLeast ?? null),
  column('gross_deg', 'the same with what compensated', ({ range }) => range?.gross ?? null),
  column(
    'before_pelvis_moved_deg',
    'largest clean angle before the pelvis first moved in the round',
    ({ range }) => range?.endRange ?? null,
  ),
  column('coverage', 'share of the measured time with a valid reading, 0 to 1', ({ range }) => range?.coverage ?? null),
  column(
    'pelvis_watched',
    'share of it in which the pelvis could be watched, 0 to 1; where it is low, clean is not known to be clean',
    ({ range }) => range?.pelvisWatched ?? null,
  ),
  column(
    'onset_s',
    'when the flagged movement began, looking back; what is clean ends here',
    ({ flag }) => flag?.onset ?? null,
  ),
  column(
    'peak',
    'largest size of the flag: metres for pelvis-lift, degrees a second for too-fast, degrees for all others',
    ({ flag }) => flag?.peak ?? null,
  ),
  column('severity', 'amber or red', ({ flag }) => flag?.severity ?? null),
  column('spoken', '1: the cue was said', ({ flag }) => flag?.spoken ?? null),
  column('cue', 'its words', ({ flag }) => flag?.cue ?? null),
  column('phase', 'the phase of the flag', ({ flag }) => flag?.phase ?? null),
  column('turn_s', 'turning point of a repetition', ({ rep }) => rep?.turn ?? null),
  column('swing_deg', 'size of a repetition', ({ rep }) => rep?.amplitude ?? null),
  column('hold_internal_s', 'hold at its internal end', ({ rep }) => rep?.holdInternal ?? null),
  column('hold_external_s', 'hold at its external end', ({ rep }) => rep?.holdExternal ?? null),
  column('counted', '1: it counts', ({ rep }) => rep?.good ?? null),
  column('why', 'why it does not', ({ rep }) => rep?.why ?? null),
  column('step', 'direction of a sequence that it was', ({ rep }) => rep?.step ?? null),
  column('note', 'what the person wrote about the set', ({ note }) => note),
];
