import { wordsOf } from '../speaking.ts';

/** The printed report for a physiotherapist, three pages. Angles of limits are passed as "5.4°". */
export const report = {
  print: 'Print, or save as PDF',
  back: 'Back to the summary',
  name: 'Name on the report',
  nameNote: 'Optional. It is stored on this device only, and printed here.',
  nameLost: 'The name could not be saved. It is gone when the tab closes.',
  /** @param drill title of the drill */
  weeks: (drill: string) => `Best range over time: ${drill}`,
  noTrend: 'No measured sets to compare yet.',
  planned: 'Planned programme',
  /** @param days "Monday, Wednesday"; null: every day */
  on: (programme: string, days: string | null, times: number) =>
    `${programme}: ${days ?? 'every day'}${times > 1 ? `, ${times} times a day` : ''}`,
  laps: (part: string, times: number) => (times > 1 ? `${part} · ${times} times` : part),
  unreadable: 'This set can no longer be opened.',
  of: (facts: string) => `Truehip, report of a set · ${facts}`,
  title: (drill: string, side: string) => `${drill}, ${side.toLowerCase()}`,
  effort: (effort: number) => `effort ${effort} of 10`,
  pain: (pain: number) => `pain ${pain} of 10`,
  helped: 'What moved besides the hip',
  nothing: {
    whole: 'Nothing that can be seen from here.',
    part: (share: string) => `Nothing in the ${share} of the working time that could be watched.`,
    hardly: 'Not known: hardly anything could be watched.',
  },
  felt: (answers: string) => `Afterwards the person gave: ${answers}.`,
  note: (note: string) => `The person’s note: ${note}`,
  strictness: (name: string) => `${name}: from where a flag begins, the angle no longer counts for the hip alone.`,
  rounds: 'Range by round',
  round: 'Round',
  trend: (side: string) => `The last sets, ${side.toLowerCase()}`,
  measured: 'How it was measured',
  limits: 'Error and limits',
  knownAs: 'Measured',
  worstPain: (pain: number, day: string) => `Worst pain in these sets: ${pain} of 10 (${day}).`,
  /** @param sets "13 Nov, Supine sleeper: Stopped: pinch", parted by semicolons */
  stopped: (sets: string) => `Stopped by a symptom in this time, all drills: ${sets}.`,
  since: 'Since the set before, seen from the same place',
  thisSet: (date: string) => `${date} (this set)`,
  /** @param peak null: the size is not known */
  flag: (rule: string, times: number, peak: string | null, seconds: string) =>
    `${rule}: ${times} time${times === 1 ? '' : 's'}, ${peak === null ? '' : `at most ${peak}, `}${seconds} s in all.`,
  timed: 'Timed without a camera: nothing was measured.',
  camera: (size: string, frames: number, model: string) =>
    `One camera, ${size}, ${frames} frame${frames === 1 ? '' : 's'}; body landmarks by BlazePose ${model}, a skeleton of fixed bone lengths fitted to them in every frame, in the browser on the person’s own machine.`,
  referencePose:
    'Every angle is the change from a start position that the person held still at the beginning, not from anatomical zero.',
  bendAlone: 'Bend: between pelvis and thigh. A pelvis that tips along counts in it.',
  bend: 'Bend: between trunk and thigh. A back that rounds counts in it, except where it was seen to round while the person pulled in or relaxed deeper.',
  gross:
    'Leg in total: the largest rotation of the leg. Hip alone: the largest while no compensation was flagged and the reading was valid. From the pelvis: the difference, what pelvis and spine added.',
  band: 'The ± behind a number, or “give or take”, covers 90% of the measuring error.',
  bandHere: (degrees: number) => `The ± behind a number covers 90% of the measuring error; here it is ± ${degrees}°.`,
  toldApart: (least: string) =>
    `Two sets are told apart from 1.96 · √(sd₁² + sd₂²), and never under ${least}, what a clinician’s digital inclinometer can tell.`,
  toldApartHere: (least: string, own: string) =>
    `Between two sets like this one, a change counts from ${own}: 1.96 · √(sd₁² + sd₂²), and never under ${least}, what a clinician’s digital inclinometer can tell.`,
  dayToDay:
    'The ± leaves out differences from day to day, from warming up and from another camera place. So only sets seen from the same place are compared.',
  checked:
    'The method was checked against rendered people whose joint angles are known exactly, not against people in a laboratory.',
  noDevice: 'It coaches movement and is no medical device: nothing here is a diagnosis or replaces an examination.',
};

export const reportWords = wordsOf('report', report);
