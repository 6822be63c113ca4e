import type { AfterSetWords, LessonLines, LessonWords, NextTimeWords } from '../../coach/review/lesson-words.ts';
import { midTitle } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const pain: AfterSetWords['pain'] = {
  none: 'No pain: go on as you are.',
  green: 'A little is fine if it is gone by tomorrow. Aim for none: stay where nothing hurts.',
  amber:
    'Too much to go on like this. Next time less depth, less effort and fewer rounds. It should be gone by tomorrow; if it is not, rest first.',
  red: 'Stop for today. Come back with much less depth once it is gone. If it is still there tomorrow, or comes back, have it checked.',
};

const symptoms: NextTimeWords['symptoms'] = {
  pinch: 'Next time, stay well short of the depth at which it pinched, once the hip has rested.',
  pain: 'Next time, wait until the pain is gone, then begin with half the depth and little effort.',
  numb: 'Next time, wait until the feeling is back to normal, then begin with half the depth.',
};

/** One thing to do next time. Angles are whole degrees, shares whole per cent. */
const next: NextTimeWords = {
  symptoms,
  again: 'Next time, do the same again.',
  painRed: 'Next time, wait until it is gone, then go much less deep.',
  painAmber: 'Next time, take less depth, less effort and one round fewer.',
  noStart:
    'Next time, hold still in the start position until the ring is full, so that there is something to count from.',
  unseen: (share: number) =>
    `Next time, take a minute more to place the laptop: you could be read for only ${share}% of the time.`,
  effort: 'Next time, build the push up more slowly and stop at eight of ten.',
  drift: 'Next time, push with less force, so that nothing moves from the first second to the last.',
  tooFast: 'Next time, take twice as long for each repetition.',
  stopAt: (degrees: number) =>
    `Next time, stop at about ${degrees}°, where your pelvis was still at rest, and breathe there.`,
  /** @param cue the first sentence of the rule's cue */
  onlyAsDeep: (cue: string) => `Next time, go only as deep as this allows: ${midTitle(cue)}`,
  mind: (cue: string) => `Next time, mind one thing from the start: ${midTitle(cue)}`,
  earlyPelvis: (half: number, moved: number) =>
    `Next time, go slower over the first ${half}°: your pelvis had moved ${moved}° by then.`,
  repetitions: (why: string) => `Next time, mind what cost most repetitions: ${midTitle(why)}`,
  leftEarly: 'Next time, go a little less deep, so that you can stay there to the end.',
  pelvisUnseen: 'Next time, keep arms and loose clothes off your pelvis, so that it can be watched as well.',
  cutShort: 'Next time, plan less if time is short: a short set done whole tells more than a long one cut off.',
  gain: (degrees: number) => `Next time, do the same again: what followed the push took you ${degrees}° further.`,
  clean: 'Next time, do the same again; if it stays this clean and easy, add a round.',
};

const within = (line: number): string => `no more than the error of measuring (${line}°)`;

/** Findings about a set. `line`: smallest change that can be told from error, whole degrees. */
const lines: LessonLines = {
  /** "Left, round 2: …"; either may be left out. */
  at: (side: 'left' | 'right' | null, round: number | null, text: string) => {
    const place = [...(side === null ? [] : [side]), ...(round === null ? [] : [`round ${round}`])];
    return upperFirst(place.length === 0 ? text : `${place.join(', ')}: ${text}`);
  },
  sink: (degrees: number) => `in the sink you rested ${degrees}° further than before the push.`,
  pullMore: (degrees: number, bend: boolean) =>
    `by your own pull the hip ${bend ? 'bent' : 'turned'} ${degrees}° further than in the passive phase.`,
  pullLess: (degrees: number) =>
    `by your own pull the hip came to ${degrees}° less than it rested at: that is the part to train.`,
  pullSame: (line: number) => `by your own pull the hip held what it had passively; the difference is ${within(line)}.`,
  earlyPelvis: (moved: number, half: number) =>
    `the pelvis had moved ${moved}° before half of the range (${half}°) was used.`,
  held: (inZone: number, length: number) => `Near your furthest for ${inZone} of ${length} s in which to stay there.`,
  leftEarly: (phase: string, seconds: number) => `out of “${phase}” ${seconds} s before its end.`,
  sidesSame: (left: number, right: number, line: number) =>
    `Left ${left}°, right ${right}°: about the same, ${within(line)} apart.`,
  sidesApart: (left: number, right: number, apart: number) =>
    `Left ${left}°, right ${right}°: ${apart}° apart. Left and right differ in four of ten healthy adults; give both the same care.`,
};

/** What to learn from a set, and advice on how it felt. */
export const lessons: LessonWords = {
  next,
  lines,
  after: {
    pain,
    tooHard: 'That was more than eight of ten. Never push harder than that: build up slower next time.',
    harderThanAsked: (enough: number) => `More than this goal asks for: about ${enough} of ten is enough.`,
  },
};

export const lessonWords = wordsOf('lessons', lessons);
