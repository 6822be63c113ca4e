import type { Side } from '../../instrument/geometry/units.ts';
import { midTitle, upperFirst } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';

const hip = (side: Side): string => `${side} hip`;

/** Something about a hip, after its name. */
const about = (name: string, text: string): string => `${name}: ${midTitle(text)}`;

/** The result in sentences. Angles are passed as "26°", bands as whole degrees; `side` null: one hip only. */
const says = {
  timer: (spent: string) => `You kept at it for ${spent}. There was no camera, so nothing was measured.`,
  timerPaced: 'The voice set the pace; nobody counted.',
  timerCounted: (reps: number) => (reps === 1 ? 'You counted one repetition.' : `You counted ${reps} repetitions.`),
  noRange: (side: Side | null) => `There is no number for your ${side === null ? 'hip' : hip(side)}.`,
  /** @param best of several rounds */
  subject: (side: Side | null, best: boolean) => {
    const own = side === null ? 'hip' : hip(side);
    return best ? `In the best round your ${own}` : `Your ${own}`;
  },
  band: (degrees: number) => `, give or take ${degrees}°`,
  turnedClean: (subject: string, angle: string, band: string) =>
    `${subject} turned ${angle} without the pelvis${band}.`,
  possible: (angle: string) => `Up to ${angle} is possible: the last part came too suddenly to be sure it was the hip.`,
  networkOut: {
    unwatched: 'Part of the body tracking was missing, so I did not see your pelvis.',
    roughly: 'Part of the body tracking was missing for a time, so I saw your pelvis less well.',
  },
  tooSmall: (subject: string, bends: boolean) => `${subject} ${bends ? 'bent' : 'turned'} less than I can measure.`,
  turnedGross: (subject: string, angle: string, band: string) => `${subject} turned ${angle} from your start${band}.`,
  bent: (subject: string, angle: string, band: string) => `${subject} bent ${angle} further than at your start${band}.`,
  bentFlagged: (angle: string) => `It went ${angle} further with the back’s help, or with another fault.`,
  rounds: 'A rounded back counts in this number, except where I saw it round in the pull or at the end.',
  tips: 'A pelvis that tips along is part of this number.',
  noneSeen: 'Nothing was seen to come from the pelvis.',
  noneIn: (share: string) =>
    `Your pelvis was visible for ${share} of the time, and nothing was seen to come from it then.`,
  pelvisContributionAtLeast: (angle: string) => `${angle} or more came from the pelvis.`,
  pelvisContribution: (angle: string) => `Another ${angle} came from the pelvis.`,
  unknown: 'How much of it came from the pelvis could not be seen.',
  helped: (angle: string) => `What moved besides the hip added ${angle} or more.`,
  brokeOff: (length: string) => `The set was cut off after ${length}. Only what you did before that counts.`,
  brokeOffAt: (length: string, time: string) =>
    `The set was cut off at ${time}, after ${length}. Only what you did before that counts.`,
  doubtful: 'The figures of this set cannot be right.',
  notCompared: 'They are shown below as they are stored, and not compared with other sets.',
  noReferencePose: 'The set ended before your start position was held.',
  noFrames: 'The set ended before anything was measured.',
  notSeen: 'You could not be seen well enough, so there is no number for this set.',
  noNumber: 'There is no number for this set.',
  /** @param why what was wrong and what to change, in whole sentences */
  notRead: (share: string, why: string) => `For ${share} of the time there was no number. ${why}`,
  allFlagged: 'A fault was seen all the time, so no number counts.',
  allMoved: 'The pelvis moved all the time or could not be seen, so there is no number for the hip alone.',
  read: (share: string) => `you were visible for ${share} of the set.`,
  readWatched: (share: string, watched: string) =>
    `you were visible for ${share} of the set, your pelvis for ${watched}.`,
  /** @param side "Left", or null: only one hip */
  of: (side: string | null, text: string) => (side === null ? upperFirst(text) : `${side}: ${text}`),
  backNotSeen: 'The line of your back was not in clear view, so nothing can be said about it.',
  backStill: (band: number) => `Your lower back stayed still, give or take ${band}°.`,
  /** @param hollow, round null: it did not */
  back: (hollow: string | null, round: string | null, band: number) => {
    const parts = [hollow && `hollowed by up to ${hollow}`, round && `rounded by up to ${round}`].filter(Boolean);
    return `Against your start your lower back ${parts.join(' and ')}, give or take ${band}°.`;
  },
  backNorms:
    'This is rough, because it is seen from the side only: it shows whether your back gives way, no more. Do the drill itself from its own place.',
  bendNorms:
    'There is no target number: it depends on your start position, and on the box if there is one. Compare sets with the same start.',
};

/** For how long faults were watched, and when not. */
const watched = {
  /** Said in place of an absence. */
  little: (share: string) => `Only ${share} of the working time was watched. Nothing can be said about the rest.`,
  /** The same where something was watched nearly all the time, but not everything. */
  partly: 'Not known: a part of it was out of sight nearly all the time.',
  hidden: (rules: string) => `Not watched: ${rules}`,
  toFeel: (rules: string) => `Yours to feel, because I can’t see it from here: ${rules}.`,
  /** Said before what was watched: two whole sentences. */
  left: (time: string) => `You left the position for ${time}. I couldn’t judge that time.`,
  hipsUp: (time: string) =>
    `For ${time} your hips were off the floor when I needed you in the start position. I couldn’t judge that time.`,
  awaited: (time: string) => `For ${time} I needed you back in the start position. I couldn’t judge that time.`,
  /** @param rules a list of faults */
  withoutNumber: (rules: string) => `I got no number. I did watch: ${rules}. Nothing there was flagged.`,
  /** In a set, the start was needed once more, and the person was in another position. */
  notBack: {
    what: 'I needed you back in the start position',
    todo: 'When I ask for it, go back to it and hold still.',
  },
  /** @param why a whole sentence */
  lapses: (why: string) => `Now and then I briefly couldn’t see everything. ${why}`,
  share: (share: string) => `Watched for ${share} of the working time.`,
  /** @param why a whole sentence */
  gap: (from: string, to: string, why: string) => `From ${from} to ${to} nothing could be watched. ${why}`,
  partGap: (from: string, to: string, why: string) => `From ${from} to ${to} not everything could be watched. ${why}`,
  moreGaps: (count: number) =>
    count === 1 ? 'And once more, for a shorter time.' : `And ${count} more times, for shorter times.`,
};

/** Where the camera stood. Metres have one decimal, degrees are whole. */
const origin = {
  none: 'No start position was held.',
  place: (view: 'good' | 'fair' | 'poor', height: string, distance: string, down: number) =>
    `view ${view}, lens about ${height} m high and ${distance} m away, looking ${down}° down.`,
  alone: upperFirst,
  again: (side: string) => `${side} again`,
  measured: (model: string, backend: string, frames: number, size: string) =>
    `Measured with BlazePose ${model} on ${backend}, ${frames} frame${frames === 1 ? '' : 's'} of ${size}.`,
  coaching: 'Coaching, not diagnosis.',
};

const felt = {
  label: 'How it felt',
  effort: { ask: 'How hard did you work?', ends: '0 not at all, 10 as hard as you could' },
  pain: { ask: 'Did anything hurt?', ends: '0 nothing, 1–2 discomfort that goes when you let go, 10 the worst' },
  hip: {
    ask: 'Which hip was it?',
    answers: common.which,
  },
  /** Where no camera place shows the lower back. */
  back: {
    ask: {
      still: 'Did your lower back stay where it was at the start?',
      long: 'Did your back stay long?',
      flat: 'Did your back stay long and flat?',
    },
    why: 'The camera can’t see it in this drill.',
    answers: { still: common.yes, moved: 'No, it moved', unsure: 'Not sure' },
    /** In place of "No, it moved" where the back should be long. */
    rounded: 'No, it rounded',
    told: {
      still: {
        still: 'Lower back, own answer: it stayed where it was.',
        moved: 'Lower back, own answer: it moved.',
        unsure: 'Lower back, own answer: not sure whether it moved.',
      },
      long: {
        still: 'Back, own answer: it stayed long.',
        moved: 'Back, own answer: it did not stay long.',
        unsure: 'Back, own answer: not sure whether it stayed long.',
      },
      flat: {
        still: 'Back, own answer: it stayed long and flat.',
        moved: 'Back, own answer: it did not stay long and flat.',
        unsure: 'Back, own answer: not sure whether it stayed long and flat.',
      },
    },
  },
  lights: { green: 'All right', amber: 'Less next time', red: 'That is too much' },
  optional: 'You can skip this. Your answer stays on this device.',
  notStored: 'Your answer could not be stored. It is gone when the tab closes.',
  largeTitle: 'You may not need this drill',
  large: (angle: string) =>
    `Your hips turned ${angle} on average. That is a lot already. Getting strong there will help you more than turning further.`,
};

export const summary = {
  says,
  /** The end of a set, read from the floor. */
  ending: {
    label: 'How it went',
    /** @param by "5°" */
    more: (by: string) => `${by} more than last time.`,
    less: (by: string) => `${by} less than last time. One set says little.`,
    same: 'The same as last time.',
    sameInWeek: 'The same as last time. That is normal within a week.',
    best: (by: string) => `${by} more than last time, a new best.`,
    /** @param day of the first set of that week */
    moreThanFirst: (by: string, day: string) => `${by} more than in your first week (from ${day}).`,
    lessThanFirst: (by: string, day: string) => `${by} less than in your first week (from ${day}).`,
    sameAsFirst: (day: string) => `About the same as in your first week (from ${day}).`,
    nothingBefore: 'Nothing to compare with yet.',
    /** @param text how it compares */
    together: (text: string) => `${text} This compares hip and pelvis together, because I could not see your pelvis.`,
    /** @param time "0:45" */
    resting: (time: string) => `Resting ${time}`,
    /** What to do now, before all else: the other leg, or nothing more. */
    now: { left: 'Now the left leg.', right: 'Now the right leg.', rest: 'Done. Rest now.' },
    otherLeg: { left: 'Other leg: the left one', right: 'Other leg: the right one' } as Readonly<Record<Side, string>>,
    done: 'Done',
    /** Between two parts of a programme: to the page of the set. */
    whole: 'All about this set',
  },
  changes: {
    more: (angle: string) => `${angle} more`,
    less: (angle: string) => `${angle} less`,
    sameAs: (date: string, before: string, line: string) =>
      `about the same as on ${date} (${before} then). Less than ${line} may be measuring error.`,
    moreThan: (angle: string, date: string, before: string, line: string) =>
      `${angle} more than on ${date} (${before} then). That is beyond the measuring error of ${line}.`,
    lessThan: (angle: string, date: string, before: string, line: string) =>
      `${angle} less than on ${date} (${before} then). That is beyond the measuring error of ${line}.`,
    /** @param side null: only one hip */
    of: (side: Side | null, text: string) => (side === null ? upperFirst(text) : about(upperFirst(hip(side)), text)),
    /** For a list: "left about the same, right 8° more". */
    short: (side: Side, text: string) => `${side} ${text}`,
  },
  tables: {
    ranges: 'Range by round and by phase',
    roundOrPhase: 'Round or phase',
    beforePelvis: 'Before the pelvis moved',
    seen: 'Visible',
    pelvisWatched: 'Pelvis visible',
    unknownTurned: 'not known; turned',
    flagsOf: (count: number) => `Flags (${count})`,
    noFlags: {
      whole: 'None. All that can be seen from here was watched.',
      part: (share: string) => `None in the ${share} of the time that was watched.`,
      hardly: 'Hardly anything could be watched, so this says nothing.',
    },
    number: 'No.',
    when: 'When',
    peak: 'Peak',
    /** Shown in place of a peak. */
    eventOnly: 'seen, size not known',
    means: 'What it means',
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    strong: (rule: string) => `${rule}, strong`,
    cue: (cue: string) => `Cue: “${cue}”`,
    began: 'Began',
    swing: 'Swing',
    direction: 'Direction',
    internalHold: 'Held inwards',
    externalHold: 'Held outwards',
    counted: 'Counted',
    no: (why: string | null) => (why === null ? 'No' : `No: ${why.charAt(0).toLowerCase()}${why.slice(1)}`),
  },
  plot: {
    title: (angle: string) => `${angle} over time`,
    arrows: (description: string) => `${description} Arrow keys move through time.`,
    point: 'Point at the plot, or move through it with the arrow keys.',
    leftBand: (angle: string) => `Left hip (L): ${angle.charAt(0).toLowerCase()}${angle.slice(1)} and its error band`,
    band: (angle: string) => `${angle} and its error band`,
    right: 'Right hip (R), dotted',
    flag: 'Flag',
    strongFlag: 'Strong flag',
    asTable: 'The plot as a table',
    phase: 'Phase',
    bandColumn: 'Band',
    noReading: 'no reading',
    both: (left: string, right: string) => `left ${left}, right ${right}`,
    flagCount: (count: number) => `${count} ${count === 1 ? 'flag' : 'flags'}`,
    noFlags: {
      whole: 'No flags',
      part: (share: string) => `No flags in the ${share} of the time that was watched`,
      hardly: 'Too little watched to say anything about flags',
    },
    none: (length: string, flags: string) => `No readings in ${length}. ${flags}.`,
    sentence: (angle: string, length: string, top: string, flags: string) =>
      `${angle} over ${length}, at most ${top}. ${flags}.`,
  },
  watched,
  origin,
  felt,
  byPhone: 'watched by camera and phone',
  sources: { clip: 'Video', file: 'Video', demo: common.demo, none: 'No camera' },
  unsaved: {
    title: 'This set is not saved',
    text: 'The browser could not store it, so it exists in this tab only. Export it now, before you close or reload the tab. To make room, delete old sets under “Past sets”.',
    now: 'Export now',
  },
  gone: 'There is no set at this address. It may have been deleted.',
  unreadable: (why: string) => `This set can no longer be opened. ${why}`,
  noSuchSet: 'No such set',
  reading: 'Opening the set …',
  result: 'Result',
  /** In place of "Finished". */
  skipped: 'Parts skipped',
  /** In place of "Do it again" after a symptom or too much pain. */
  endToday: 'Finish for today',
  allRounds: 'All rounds',
  bestRound: (side: Side, round: number) => `${upperFirst(side)}, best round (${round})`,
  hip: (side: Side) => upperFirst(hip(side)),
  about,
  /** Before a result that is the same on both sides. */
  bothHips: 'Both hips',
  howSeen: 'How well you were seen',
  keep: 'Keep or delete this set',
  exportJson: 'Export JSON',
  exportCsv: 'Export CSV',
  repsDone: (clean: number, all: number) => `${all} repetition${all === 1 ? '' : 's'} done, ${clean} clean.`,
  notWatched: 'Not checked in this set',
  lessons: 'What the set shows',
  note: {
    label: 'Note',
    yours: 'Your note on this set',
    kept: 'Saved.',
    lost: 'Your note could not be saved. It is gone when the tab closes.',
  },
};

export const summaryWords = wordsOf('summary', summary);
