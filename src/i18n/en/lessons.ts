import type {
  AfterSetWords,
  GoodWords,
  LessonLines,
  LessonWords,
  NextTimeWords,
} from '../../training/review/lessons.ts';
import { midTitle, upperFirst } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';

const pain: AfterSetWords['pain'] = {
  none: 'No pain: go on as you are.',
  green: 'A stretch you feel that goes when you let go is fine. Pain is not: stop as soon as it hurts.',
  amber:
    'That is pain, not a stretch: stop as soon as it hurts. Next time, push less and do fewer rounds. If it is still there tomorrow, rest first.',
  red: 'Stop for today. Once the pain is gone, begin gently. If it is still there tomorrow, or comes back, have it checked.',
};

/** One thing to do next time. Angles are whole degrees, shares whole per cent. */
const next: NextTimeWords = {
  symptoms: {
    pinch: 'Next time, come back at the first pinch, until it is gone.',
    pain: 'Next time, wait until the pain is gone, and stop as soon as it hurts.',
    numb: 'Next time, wait until the feeling is back, and stop at the first tingle.',
  } satisfies NextTimeWords['symptoms'],
  again: 'Next time, do the same again.',
  painRed: 'Next time, wait until the pain is gone, and begin gently.',
  painAmber: 'Next time, push less, do one round fewer, and stop as soon as it hurts.',
  noStart: 'Next time, hold still in the start position until the ring is full: the number counts from there.',
  unseen: (share: number) =>
    `Next time, take a minute more to place the laptop: I could measure only ${share}% of the set.`,
  awayFor: (share: number) => `Next time, stay in the position: I could measure only ${share}% of the set.`,
  badLight: (share: number) => `Next time, see to better light: I could measure only ${share}% of the set.`,
  effort: 'Next time, build the push up more slowly, and to eight of ten at most.',
  drift: 'Next time, push with less force, so that nothing moves from the first second to the last.',
  tooFast: 'Next time, take twice as long for each repetition.',
  stopAt: (degrees: number) =>
    `Next time, stop at about ${degrees}°, where your pelvis was still at rest, and breathe there.`,
  /** @param cue the first sentence of the rule's cue */
  onlyAsDeep: (cue: string) => `Next time, go a little less far, and mind one thing: ${midTitle(cue)}`,
  mind: (cue: string) => `Next time, mind one thing from the start: ${midTitle(cue)}`,
  backMoved: 'Next time, stop before your lower back moves.',
  backBent: 'Next time, go only as far as your back stays long.',
  earlyPelvis: (half: number) => `Next time, go slower over the first ${half}°: your pelvis had moved by then.`,
  repetitions: (why: string) => `Next time, mind what cost most repetitions: ${midTitle(why)}`,
  leftEarly: 'Next time, go a little less deep, so that you can stay there to the end.',
  pelvisUnseen: 'Next time, keep arms and loose clothes off your pelvis, so that the camera sees it.',
  partsSkipped: 'Next time, stay to the end of each part.',
  cutShort: 'Next time, choose a shorter set if you have little time: a short set that you finish tells more.',
  gain: (degrees: number) => `Next time, do the same again: push and pull gained you ${degrees}° in all.`,
  clean: 'Next time, do the same; once it felt easy twice, add one thing.',
};

const within = (line: number): string => `less than ${line}° may be measuring error`;

/** What to learn from a set, and advice on how it felt. */
export const lessons: LessonWords = {
  /** What was good in a set. Praise for what was seen, never for more. */
  good: {
    further: (side, degrees) =>
      `Your ${side === null ? 'hip' : `${side} hip`} went ${degrees}° further than last time.`,
    pull: (degrees) => `Your own pull took your hip ${degrees}° further than relaxing did.`,
    sink: (degrees) => `After the push you relaxed ${degrees}° deeper.`,
    still: 'Your pelvis looked still the whole time.',
    repetitions: (clean, all) => `${clean} of ${all} repetitions were clean.`,
    finished: 'You did the whole set.',
  } satisfies GoodWords,
  next,
  /** Findings about a set. `line`: smallest change that can be told from error, whole degrees. */
  lines: {
    /** "Left, round 2: …"; either may be left out. */
    at: (side: 'left' | 'right' | null, round: number | null, text: string) => {
      const place = [...(side === null ? [] : [side]), ...(round === null ? [] : [`round ${round}`])];
      return upperFirst(place.length === 0 ? text : `${place.join(', ')}: ${text}`);
    },
    sink: (degrees: number) => `after the push you relaxed ${degrees}° deeper than before it.`,
    pullMore: (degrees: number, bend: boolean) =>
      `pulling, your hip ${bend ? 'bent' : 'turned'} ${degrees}° further than relaxed.`,
    pullLess: (degrees: number) =>
      `pulling took your hip ${degrees}° less far than relaxing. That is the part to train.`,
    pullSame: (line: number) => `pulling reached about the same as relaxing (${within(line)}).`,
    earlyPelvis: (half: number) => `your pelvis had moved by the time your hip had turned half its way (${half}°).`,
    held: (inZone: number, length: number) => `You stayed at the end of your range for ${inZone} of ${length} seconds.`,
    leftEarly: (phase: string, seconds: number) => `you left “${phase}” ${seconds} s early.`,
    sidesSame: (left: number, right: number, line: number) =>
      `Left ${left}°, right ${right}°: about the same (${within(line)}).`,
    sidesApart: (left: number, right: number, apart: number) =>
      `Left ${left}°, right ${right}°: ${apart}° apart. Give both the same care.`,
  } satisfies LessonLines,
  after: {
    pain,
    tooHard: 'That was more than eight of ten. Never push harder than eight: build up slower next time.',
    harderThanAsked: (enough: number) => `More than this goal asks for: about ${enough} of ten is enough.`,
  },
};

export const lessonWords = wordsOf('lessons', lessons);
