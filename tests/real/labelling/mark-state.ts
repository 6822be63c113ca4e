import type { Listing } from '../../../tools/lab/run-label.mjs';
import type { Label, Leg, Point } from '../../../tools/scoring/compare-markers.mjs';

/** The order in which the joints are placed. Left and right are the person's own. */
export const JOINT_NAMES = ['left hip', 'left knee', 'left ankle', 'right hip', 'right knee', 'right ankle'] as const;

export type JointName = (typeof JOINT_NAMES)[number];

/** The marks of one picture. */
export interface Marks {
  /** Pixels of the original picture; null: not placed yet. */
  readonly points: Readonly<Record<JointName, Point | null>>;
  /** Placed joints that the marker cannot see. */
  readonly guessed: readonly JointName[];
}

/** The marks of one picture while they are made, with the way back. */
export interface MarkState {
  readonly marks: Marks;
  /** The joint that keys move, and that the next click places if it is not placed. */
  readonly selected: JointName;
  /** Earlier marks, oldest first. */
  readonly past: readonly Marks[];
  /** Name of the last step: a step of the same name goes on with it, and undo takes back both. Null: none. */
  readonly lastStep: string | null;
}

export const NO_MARKS: Marks = {
  points: {
    'left hip': null,
    'left knee': null,
    'left ankle': null,
    'right hip': null,
    'right knee': null,
    'right ankle': null,
  },
  guessed: [],
};

const firstMissing = ({ points }: Marks): JointName | null => JOINT_NAMES.find((joint) => !points[joint]) ?? null;

export const isComplete = (marks: Marks): boolean => firstMissing(marks) === null;

export const hasMarks = ({ points }: Marks): boolean => JOINT_NAMES.some((joint) => points[joint]);

export function startState(marks: Marks = NO_MARKS): MarkState {
  return { marks, selected: firstMissing(marks) ?? JOINT_NAMES[0], past: [], lastStep: null };
}

/** The joint that a click places: the selected one, else the first that is missing. Null: all are placed. */
export const nextToPlace = ({ marks, selected }: MarkState): JointName | null =>
  marks.points[selected] ? firstMissing(marks) : selected;

function stepTo(state: MarkState, marks: Marks, selected: JointName, step: string): MarkState {
  const goesOn = step === state.lastStep;
  return { marks, selected, past: goesOn ? state.past : [...state.past, state.marks], lastStep: step };
}

/** A mark lies on a whole pixel: arrow keys move it by one. */
const withPoint = ({ points, guessed }: Marks, joint: JointName, [x, y]: Point): Marks => ({
  points: { ...points, [joint]: [Math.round(x), Math.round(y)] },
  guessed,
});

const withGuess = ({ points, guessed }: Marks, joint: JointName, isGuessed: boolean): Marks => ({
  points,
  guessed: JOINT_NAMES.filter((name) => (name === joint ? isGuessed : guessed.includes(name))),
});

/** Places the next joint and selects it. Where all are placed, nothing changes. */
export function placeNext(state: MarkState, at: Point, isGuessed = false): MarkState {
  const joint = nextToPlace(state);
  if (!joint) return state;
  return stepTo(state, withGuess(withPoint(state.marks, joint, at), joint, isGuessed), joint, `place ${joint}`);
}

/**
 * Moves a placed joint and selects it.
 * @param step moves of the same step are one for undo
 */
export function moveMark(state: MarkState, joint: JointName, to: Point, step: string): MarkState {
  return state.marks.points[joint] ? stepTo(state, withPoint(state.marks, joint, to), joint, step) : state;
}

/** Moves the selected joint by pixels of the original. */
export function nudge(state: MarkState, dx: number, dy: number): MarkState {
  const at = state.marks.points[state.selected];
  return at ? moveMark(state, state.selected, [at[0] + dx, at[1] + dy], `nudge ${state.selected}`) : state;
}

export function toggleGuessed(state: MarkState): MarkState {
  const { marks, selected } = state;
  if (!marks.points[selected]) return state;
  const next = withGuess(marks, selected, !marks.guessed.includes(selected));
  return { ...stepTo(state, next, selected, 'guess'), lastStep: null };
}

/** Takes the selected mark away. */
export function removeMark(state: MarkState): MarkState {
  const { marks, selected } = state;
  if (!marks.points[selected]) return state;
  const { points, guessed } = withGuess(marks, selected, false);
  return stepTo(state, { points: { ...points, [selected]: null }, guessed }, selected, `remove ${selected}`);
}

export const selectJoint = (state: MarkState, selected: JointName): MarkState => ({
  ...state,
  selected,
  lastStep: null,
});

export function undo(state: MarkState): MarkState {
  const marks = state.past.at(-1);
  return marks ? { ...state, marks, past: state.past.slice(0, -1), lastStep: null } : state;
}

export function marksOf({ left, right, guessed }: Pick<Label, 'left' | 'right' | 'guessed'>): Marks {
  return {
    points: {
      'left hip': left.hip,
      'left knee': left.knee,
      'left ankle': left.ankle,
      'right hip': right.hip,
      'right knee': right.knee,
      'right ankle': right.ankle,
    },
    guessed: JOINT_NAMES.filter((joint) => guessed.includes(joint)),
  };
}

/** What is written about a picture beside its marks. */
export const TEXTS = ['group', 'series', 'note', 'source', 'commit', 'licence'] as const;
export type Texts = Readonly<Record<(typeof TEXTS)[number], string>>;

const NO_TEXTS: Texts = { group: '', series: '', note: '', source: '', commit: '', licence: '' };

/** A picture of the page and all that is known of it. */
export interface Entry {
  readonly picture: Listing['pictures'][number];
  state: MarkState;
  texts: Texts;
  /** Who made the marks as they are. Null: the person at this page. */
  marked: string | null;
  /** Marks of somebody else, for second markers to compare with. */
  readonly other: Label | null;
  /** The other marks were shown, so the marker's own ones stay as they are. */
  compared: boolean;
}

/**
 * @param isBlind the label is somebody else's: a second marker is told what the picture is, not where or how the first
 *   one marked it
 */
export function entryOf(picture: Entry['picture'], label: Label | null, isBlind: boolean): Entry {
  const isOwn = label !== null && !isBlind;
  return {
    picture,
    state: startState(isOwn ? marksOf(label) : NO_MARKS),
    texts: label ? { ...textsOf(label), note: isBlind ? '' : label.note } : NO_TEXTS,
    marked: isOwn ? label.marked : null,
    other: isBlind ? label : null,
    compared: false,
  };
}

const textsOf = ({ group, series, note, source, commit, licence }: Label): Texts => ({
  group,
  series,
  note,
  source,
  commit,
  licence,
});

/** The label as it is saved. Marks that nobody touched keep the name of who made them. Null: a joint is missing. */
export function labelOf({ picture: { name, sha256 }, state, texts, marked }: Entry, marker: string): Label | null {
  const { points, guessed } = state.marks;
  const left = legOf(points['left hip'], points['left knee'], points['left ankle']);
  const right = legOf(points['right hip'], points['right knee'], points['right ankle']);
  return left && right && { name, sha256, ...texts, left, right, guessed, marked: marked ?? marker };
}

const legOf = (hip: Point | null, knee: Point | null, ankle: Point | null): Leg | null =>
  hip && knee && ankle ? { hip, knee, ankle } : null;

/** New labels in the place of old ones of the same name; the others follow. */
export function mergeLabels(old: readonly Label[], fresh: readonly Label[]): Label[] {
  const byName = new Map([...old, ...fresh].map((label) => [label.name, label]));
  return [...byName.values()];
}
