import { isCoarse, isWithoutNumber } from '../progress/clean-range.ts';
import { instrumentOf } from '../../instrument/instrument-version.ts';
import { type BySide, type Estimate, type Side, sidesOf, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { FlagRecord, FrameRecord, PhaseRecord, RangeSummary, RepRecord, SetRecord } from './set-record.ts';

/** One column of an exported table: its name with the unit, its meaning, and its cell in a row. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly meaning: string;
  /** Null: not known; the cell stays empty. */
  readonly cell: (row: Row) => string | number | boolean | null;
}

/** How the spreadsheets of a language part cells and write numbers. */
export interface CsvForm {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
}

/** RFC 4180. */
const PLAIN: CsvForm = { separator: ',', decimal: '.' };

/** Without this byte-order mark a spreadsheet takes the text for an older coding than UTF-8. */
const MARK = '\ufeff';

const DECIMALS = 4;

/** A sign with which a formula begins, also full-width, after any blanks. */
const FORMULA = String.raw`[\s\p{Cf}]*[=+\-@＝＋－＠]`;

/** A spreadsheet would read such a text as a formula, or drop its first character and then read it as one. */
const FORMULA_FIRST = new RegExp(String.raw`^(?:${FORMULA}|[\t\r])`, 'u');

/** The same behind what a spreadsheet may take for the end of a cell: German Excel separates at semicolons. */
const FORMULA_INSIDE = new RegExp(String.raw`[;\t\r\n](?=${FORMULA})`, 'gu');

function cellText(value: string | number | boolean | null, decimal: CsvForm['decimal']): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(Number(value.toFixed(DECIMALS))).replace('.', decimal);
  const inside = value.replaceAll(FORMULA_INSIDE, "$&'");
  const text = FORMULA_FIRST.test(inside) ? `'${inside}` : inside;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A header line, then a line a row, each with CRLF at its end; true and false are 1 and 0. */
export function csvText<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  { separator, decimal }: CsvForm = PLAIN,
): string {
  const head = columns.map(({ name }) => name);
  const lines = rows.map((row) => columns.map(({ cell }) => cellText(cell(row), decimal)));
  return MARK + [head, ...lines].map((cells) => `${cells.join(separator)}\r\n`).join('');
}

type Column = CsvColumn<FrameRecord>;
type Measured = Estimate<number> | null;

/** A coarse angle has no decimals: they would claim what nobody knows. */
const written = (measured: Measured, unit: 'deg' | 'm'): number | null =>
  measured === null ? null : unit === 'deg' ? whole(measured.value, measured.sd) : measured.value;

const whole = (angle: number | null, sd: number | null): number | null =>
  angle !== null && isCoarse(sd) ? Math.round(angle) : angle;

/** Two columns: a measured value and its standard deviation, empty where it was not seen. */
const measured = (
  name: string,
  unit: 'deg' | 'm',
  meaning: string,
  of: (frame: FrameRecord) => Measured,
): readonly Column[] => [
  { name: `${name}_${unit}`, meaning, cell: (frame) => written(of(frame), unit) },
  { name: `${name}_sd_${unit}`, meaning: 'its standard deviation', cell: (frame) => of(frame)?.sd ?? null },
];

const eachSide = (of: (side: Side) => readonly Column[]): readonly Column[] => sidesOf('both').flatMap(of);

const ofLegs = (name: string, meaning: string, of: (frame: FrameRecord) => BySide<Measured>): readonly Column[] =>
  eachSide((side) => measured(`${name}_${side}`, 'deg', `${side} ${meaning}`, (frame) => of(frame)[side]));

/** No number from a place that gives none: a table keeps no reason beside each angle. */
const numbered = (frame: FrameRecord, angles: BySide<Measured>): BySide<Measured> =>
  isWithoutNumber(frame) ? { left: null, right: null } : angles;

const FROM_REFERENCE_POSE = 'change from the start position';

const changed = (
  name: string,
  meaning: string,
  of: (frame: FrameRecord) => Measured,
  unit: 'deg' | 'm' = 'deg',
): readonly Column[] => measured(name, unit, `${meaning}, ${FROM_REFERENCE_POSE}`, of);

/** One row a frame, unfiltered. Angles of hip, pelvis and trunk are changes from the reference pose. */
export const FRAME_COLUMNS: readonly Column[] = [
  { name: 't_s', meaning: 'time on the clock of the recording', cell: ({ t }) => t },
  { name: 'phase', meaning: 'kind of phase; empty outside every phase', cell: ({ phase }) => phase },
  { name: 'valid', meaning: '1: the reading counts; 0: it does not', cell: ({ valid }) => valid },
  {
    name: 'reasons',
    meaning: 'why it does not count, or what it lacks, separated by semicolons',
    cell: ({ reasons, unseen = {} }) =>
      [...reasons, ...Object.entries(unseen).map(([channel, reason]) => `${channel}: ${reason}`)].join('; '),
  },
  ...ofLegs('hip_internal_rotation', `hip internal rotation, ${FROM_REFERENCE_POSE}; external is negative`, (frame) =>
    numbered(frame, frame.hipInternalRotation),
  ),
  ...eachSide((side) => [
    {
      name: `lent_${side}_deg`,
      meaning: `degrees that the pelvis added to the ${side} leg; standing hamstring: that the back added to the bend, already subtracted. Empty: none, or not measured`,
      cell: ({ lent: pelvisContribution }) => pelvisContribution?.[side] ?? null,
    },
  ]),
  ...ofLegs('hip_flexion', `hip flexion, ${FROM_REFERENCE_POSE}`, (frame) => numbered(frame, frame.hipFlexion)),
  ...ofLegs('hip_abduction', `hip abduction, ${FROM_REFERENCE_POSE}`, (frame) => frame.hipAbduction),
  ...ofLegs('knee_flexion', 'knee flexion, absolute: a straight knee is 0', (frame) => frame.kneeFlexion),
  ...changed('pelvis_twist', 'pelvis twist', ({ pelvis }) => pelvis.twist),
  ...changed('pelvis_obliquity', 'pelvis tilted sideways', ({ pelvis }) => pelvis.obliquity),
  ...changed('pelvis_tilt', 'pelvis tilted forwards or back', ({ pelvis }) => pelvis.tilt),
  ...changed('pelvis_lift', 'pelvis lifted', ({ pelvis }) => pelvis.lift, 'm'),
  ...changed('trunk_lean', 'trunk lean', (frame) => frame.trunkLean),
  ...changed('knee_chase', 'knee that follows the turn', (frame) => frame.kneeChase),
  ...changed('lumbar_extension', 'arch of the lower back', (frame) => frame.lumbarExtension),
  ...changed('shin_drop', 'both shins sunk at the foot', ({ form }) => form?.shinDrop ?? null),
  ...measured('foot_shift', 'm', 'nearer foot moved from where it stood', ({ form }) => form?.footShift ?? null),
  ...measured('hips_shift', 'm', 'hips moved from their place', ({ form }) => form?.hipsShift ?? null),
  ...measured(
    'other_knee_shift',
    'm',
    'knee of the other leg moved from its place',
    ({ form }) => form?.otherKneeShift ?? null,
  ),
];

/** Of sets that a phone on the pelvis watched: its numbers and the camera's own beside each other. */
const PHONE_COLUMNS: readonly Column[] = (['twist', 'obliquity', 'tilt'] as const).flatMap(
  (part): readonly Column[] => [
    {
      name: `phone_${part}_deg`,
      meaning: `pelvis ${part} by the phone, ${FROM_REFERENCE_POSE}; twice a second, empty between and where it is not seen`,
      cell: ({ both }) => both?.phone[part] ?? null,
    },
    {
      name: `camera_${part}_deg`,
      meaning: 'the same as the camera alone would have it',
      cell: ({ both }) => both?.camera[part] ?? null,
    },
  ],
);

/** The columns of a set, those of a phone included if one watched it. */
export const frameColumns = ({ phone }: Pick<SetRecord, 'phone'>): readonly Column[] =>
  phone ? [...FRAME_COLUMNS, ...PHONE_COLUMNS] : FRAME_COLUMNS;

/** A round, phase, flag, repetition or the note of a set, as one row. Fields that do not apply are null. */
export interface SetPart {
  readonly part: 'round' | 'phase' | 'flag' | 'repetition' | 'note';
  readonly name: string;
  readonly side: WorkingSide | null;
  readonly round: number | null;
  readonly span: Pick<PhaseRecord, 'start' | 'end'> | null;
  readonly range: RangeSummary | null;
  readonly flag: FlagRecord | null;
  readonly rep: RepRecord | null;
  readonly done: PhaseRecord | null;
  readonly note: string | null;
  readonly instrument: number;
}

const NOTHING = { side: null, round: null, span: null, range: null, flag: null, rep: null, done: null, note: null };

/** Rounds, phases, flags and repetitions, each in order of time, then the note. */
export function partsOf(record: SetRecord): readonly SetPart[] {
  const { summary, flags, reps, phases, note } = record;
  const nothing = { ...NOTHING, instrument: instrumentOf(record) };
  const rounds = summary.sets.map((range): SetPart => {
    const { side, round } = range;
    return { ...nothing, part: 'round', name: 'round', side, round, range };
  });
  const spans = phases.flatMap((span): readonly SetPart[] => {
    const { kind, side, round, start } = span;
    const plain: SetPart = { ...nothing, part: 'phase', name: kind, side, round, span, done: span };
    // A phase of both hips has one range for each hip.
    const ranges = summary.phases.filter((one) => one.kind === kind && one.start === start);
    return ranges.length === 0 ? [plain] : ranges.map((range) => ({ ...plain, side: range.side, range }));
  });
  const flagged = flags.map((flag): SetPart => ({ ...nothing, part: 'flag', name: flag.rule, span: flag, flag }));
  const counted = reps.map((rep): SetPart => ({ ...nothing, part: 'repetition', name: 'repetition', span: rep, rep }));
  const noted: readonly SetPart[] = note?.text ? [{ ...nothing, part: 'note', name: 'note', note: note.text }] : [];
  return [...rounds, ...spans, ...flagged, ...counted, ...noted];
}

const column = (name: string, meaning: string, cell: CsvColumn<SetPart>['cell']): CsvColumn<SetPart> => ({
  name,
  meaning,
  cell,
});

const ofRange = (
  name: string,
  meaning: string,
  part: 'clean' | 'borrowed' | 'gross' | 'endRange',
): CsvColumn<SetPart> => column(name, meaning, ({ range }) => range && whole(range[part], range.sd));

/** One row for each round, phase, flag, repetition and note. */
export const PART_COLUMNS: readonly CsvColumn<SetPart>[] = [
  column('part', 'round, phase, flag, repetition or note', ({ part }) => part),
  column('name', 'kind of phase, or the rule of a flag', ({ name }) => name),
  column('side', 'left, right or both; empty for flags, repetitions and the note', ({ side }) => side),
  column('round', 'counted from 1', ({ round }) => round),
  column('start_s', 'beginning, on the clock of the frames', ({ span }) => span?.start ?? null),
  column('end_s', 'end, on the same clock', ({ span }) => span?.end ?? null),
  ofRange(
    'clean_deg',
    'largest angle (median of half a second) while nothing compensated and the reading was valid; of a sequence, in the movements that asked for it',
    'clean',
  ),
  column('clean_sd_deg', 'its standard deviation, that of the frame with this angle', ({ range }) => range?.sd ?? null),
  ofRange('borrowed_deg', 'gross minus clean, without what is only possible', 'borrowed'),
  column('borrowed_at_least', '1: what was borrowed is a lower bound', ({ range }) => range?.borrowedAtLeast ?? null),
  ofRange('gross_deg', 'the same with what compensated', 'gross'),
  ofRange('before_pelvis_moved_deg', 'largest clean angle before the pelvis first moved in the round', 'endRange'),
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
  column('spoken', '1: the cue was said while the flag was open', ({ flag }) => flag?.spoken ?? null),
  column('cue', 'its words', ({ flag }) => flag?.cue ?? null),
  column('phase', 'the phase of the flag', ({ flag }) => flag?.phase ?? null),
  column('turn_s', 'turning point of a repetition', ({ rep }) => rep?.turn ?? null),
  column(
    'swing_deg',
    'size of a repetition; empty where the drill only counts it',
    ({ rep }) => rep?.amplitude ?? null,
  ),
  column('hold_internal_s', 'hold at its internal end', ({ rep }) => rep?.holdInternal ?? null),
  column('hold_external_s', 'hold at its external end', ({ rep }) => rep?.holdExternal ?? null),
  column('counted', '1: it counts', ({ rep }) => rep?.good ?? null),
  column('why', 'why it does not', ({ rep }) => rep?.why ?? null),
  column('step', 'direction of a sequence, or try of a hip test', ({ rep, done }) => rep?.step ?? done?.step ?? null),
  column(
    'leg_by_phone_deg',
    'hip test: turn of the leg by a phone on the shin',
    ({ done }) => done?.leg?.value ?? null,
  ),
  column('leg_by_phone_sd_deg', 'its standard deviation', ({ done }) => done?.leg?.sd ?? null),
  column('note', 'what the person wrote about the set', ({ note }) => note),
  column(
    'instrument',
    'version of what measured the set; values of different versions may differ by a few degrees',
    ({ instrument }) => instrument,
  ),
];
