import { bestOf } from '../coach/progress/real-change.ts';
import { type HipBest, hipsOf } from '../training/review/compare-sets.ts';
import { type HipTest, isHipTestDrill } from '../training/assessment/hip-test.ts';
import { isSymptom } from '../training/planning/symptom-lock.ts';
import { doubtsOf, mutedIn, watchedShare } from '../coach/record/watched.ts';
import {
  type AfterSet,
  lengthOfSet,
  type RangeSummary,
  type SetLoad,
  type SetRecord,
} from '../coach/record/set-record.ts';
import type { Preset } from '../coach/drill-definition.ts';
import type { ImportedSet, SetHeader, SetOverview } from './storage-contract.ts';

export const headerOf = (record: SetRecord): SetHeader => {
  const { frames: _frames, ...header } = record;
  return header;
};

/** A set for an import. @param packed its frames; absent: they are taken as they are */
export const importedSet = (record: SetRecord, packed?: ImportedSet['parts']): ImportedSet => ({
  head: headerOf(record),
  parts: packed ?? (record.frames.length > 0 ? [record.frames] : []),
  frames: record.frames.length,
  lastTime: record.frames.at(-1)?.t ?? null,
});

/** The hip test that a set was; null: none, or nothing was read. What reads it is loaded with the first test. */
export async function hipTestIn(record: SetRecord): Promise<HipTest | null> {
  if (!isHipTestDrill(record.drill) || record.ended === 'running') return null;
  const { hipTestOfSet } = await import('../training/assessment/hip-test-of-set.ts');
  return hipTestOfSet(record);
}

/** Milliseconds since 1970; 0 for a set without a date. */
export const startOf = ({ startedAt }: Pick<SetHeader, 'startedAt'>): number =>
  startedAt === null ? 0 : Date.parse(startedAt);

/**
 * The row for the list of sets, with the best range of all sides and rounds; of a hip test with its result.
 * @param test the hip test that it was; null: none, or nothing was read
 */
export const overviewOf = (
  header: SetHeader,
  frames: number,
  saved: boolean,
  test: HipTest | null = null,
): SetOverview => {
  const doubtful = doubtsOf(header).length > 0;
  const found = doubtful || header.source.kind === 'none' ? null : bestOf(header.summary.sets);
  const hips = hipsOf(header, test);
  const best = isHipTestDrill(header.drill) ? testedIn(hips) : found;
  const { id, startedAt, drill, side, goal, ended, range, phone, preset, summary, source, after, note } = header;
  const told = { id, startedAt, drill, side, goal, ended, source: source.kind };
  return {
    ...told,
    ...(range ? { range } : {}),
    clean: best?.clean ?? null,
    sd: best?.sd ?? null,
    pelvisWatched: best?.pelvisWatched ?? null,
    hips,
    ...(test === null ? {} : { test }),
    ...(ended === 'interrupted' ? { brokeOffAfter: lengthOfSet(header) } : {}),
    ...(doubtful ? { doubtful } : {}),
    ...(note?.text ? { note: note.text } : {}),
    ...(typeof after?.pain === 'number' ? { pain: after.pain } : {}),
    ...painSideOf(header),
    ...(typeof after?.effort === 'number' ? { effort: after.effort } : {}),
    ...(after?.morning ? { morning: after.morning } : {}),
    ...(preset ? { load: loadOf(preset) } : {}),
    ...(doubtful || source.kind !== 'camera' || !summary.endTimes ? {} : { endTimes: summary.endTimes }),
    ...(phone ? { phone } : {}),
    watched: watchedShare(summary),
    muted: mutedIn(summary),
    flags: header.flags.length,
    frames,
    saved,
  };
};

const loadOf = ({ passive, pailsHold, rails, reps, rounds }: Preset): SetLoad => ({
  passive,
  pailsHold,
  rails,
  reps,
  rounds,
});

/** The hip that the person named; else, after a symptom, the hip at work when the set ended. */
function painSideOf({ after, ended, phases }: SetHeader): Pick<SetOverview, 'painSide'> {
  const atEnd = isSymptom(ended) ? phases.at(-1)?.side : undefined;
  const painSide = after?.side ?? atEnd;
  return painSide === undefined ? {} : { painSide };
}

/** The larger result of the two hips. */
const testedIn = (hips: readonly HipBest[]): Pick<RangeSummary, 'clean' | 'sd' | 'pelvisWatched'> | null =>
  hips.reduce<ReturnType<typeof testedIn>>(
    (most, { range: { value, sd } }) =>
      most !== null && (most.clean ?? 0) >= value ? most : { clean: value, sd, pelvisWatched: 1 },
    null,
  );

/** What was answered, with some of the answers given anew. */
export const answered = (stored: SetHeader['after'], answers: Partial<AfterSet>): AfterSet => ({
  effort: null,
  pain: null,
  ...stored,
  ...answers,
});

export const jsonBytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value) ?? '').length;

/** The earliest of some moments (milliseconds since 1970) as ISO 8601. 0 and what is no moment do not count. */
export const earliest = (moments: readonly number[]): string | null => {
  const known = moments.filter((moment) => Number.isFinite(moment) && moment > 0 && moment <= 8.64e15);
  return known.length === 0 ? null : new Date(known.reduce((a, b) => Math.min(a, b))).toISOString();
};
