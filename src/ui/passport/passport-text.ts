import { SIDES } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, Effort, Rotation } from '../../coach/drill-definition.ts';
import type { HipProposal, Why } from '../../training/assessment/hip-programme.ts';
import { EFFORTS, type HipTest, ROTATIONS, whyIncomparable } from '../../training/assessment/hip-test.ts';
import type { HipStep } from '../../training/safety/red-flags.ts';
import type { StepReason } from '../../training/assessment/next-step.ts';
import type { Passport, SideDifference } from '../../training/assessment/passport.ts';
import { compareTests, lastComparable, type RetestState } from '../../training/assessment/retest.ts';
import type { ShowSomebody } from '../../training/assessment/show-somebody.ts';
import { ARC_NORMS, type ArcNorm, SOURCES } from '../../training/assessment/sources.ts';
import { resolveDrill } from '../../training/planning/parts.ts';
import { passportWords } from '../../i18n/en/hip/passport.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import { figure } from '../../i18n/speaking.ts';
import {
  dayDate,
  formatDateAlone,
  formatDegrees,
  formatEstimate,
  formatLength,
  formatShare,
} from '../elements/format.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** `differs`: the two hips differ beyond error. */
function differenceText(difference: SideDifference | null) {
  if (difference === null) return { difference: formatDegrees(null), differs: false };
  const angle = formatDegrees(Math.abs(difference.by));
  if (difference.kind === 'about-the-same') return { difference: commonWords().aboutSame, differs: false };
  const side = difference.kind === 'left-more' ? 'left' : 'right';
  return { difference: passportWords().more[side](angle), differs: true };
}

const NOTHING = { difference: '', differs: false } as const;

function gapText({ hips }: Passport, side: 'left' | 'right', rotation: Rotation): string {
  const words = passportWords();
  const gap = hips[side]?.directions[rotation].gap ?? null;
  if (gap === null) return formatDegrees(null);
  if (gap.kind === 'none') return words.gapNone;
  return gap.kind === 'reversed' ? words.gapReversed : formatEstimate(gap.of);
}

/** The rows of the table: a name, both hips, and their difference. */
export function passportRows(passport: Passport) {
  const words = passportWords();
  const { hips, sides, test } = passport;
  const range = (side: 'left' | 'right', rotation: Rotation, effort: Effort) =>
    formatEstimate(test.hips[side]?.[rotation][effort]?.result ?? null);
  const share = (side: 'left' | 'right') => {
    const balance = hips[side]?.balance.passive ?? hips[side]?.balance.active ?? null;
    return balance === null ? formatDegrees(null) : formatShare(balance.internal.value);
  };
  const ofRotation = (rotation: Rotation) => [
    ...EFFORTS.map((effort) => ({
      name: words.ranges[rotation][effort],
      left: range('left', rotation, effort),
      right: range('right', rotation, effort),
      ...differenceText(sides.directions[rotation][effort]),
    })),
    {
      name: words.gaps[rotation],
      left: gapText(passport, 'left', rotation),
      right: gapText(passport, 'right', rotation),
      ...NOTHING,
    },
  ];
  return [
    ...ROTATIONS.flatMap(ofRotation),
    ...EFFORTS.map((effort) => ({
      name: words.arcs[effort],
      left: formatEstimate(hips.left?.arc[effort] ?? null),
      right: formatEstimate(hips.right?.arc[effort] ?? null),
      ...differenceText(sides.arc[effort]),
    })),
    { name: words.balance, left: share('left'), right: share('right'), ...NOTHING },
  ];
}

/** When and where the pelvis joined in, a line for each hip, direction and effort in which it did. */
export function pelvisLines({ hips }: Passport): readonly string[] {
  const words = passportWords();
  const lines = SIDES.flatMap((side) =>
    ROTATIONS.flatMap((rotation) =>
      EFFORTS.flatMap((effort) => {
        const joined = hips[side]?.directions[rotation].pelvis[effort] ?? null;
        if (joined === null) return [];
        const { tries, of, from, added } = joined;
        return [
          words.pelvis(
            words.hips[side],
            words.turns[rotation][effort],
            words.tries(tries, of),
            formatDegrees(from),
            formatDegrees(added),
          ),
        ];
      }),
    ),
  );
  return lines.length === 0 ? [words.pelvisStill] : lines;
}

/** What was not read. A hip of which nothing was read is one line. */
export function missingLines({ missing, hips }: Passport): readonly string[] {
  const words = passportWords();
  return SIDES.flatMap((side) => {
    if (hips[side] === null) return [words.unreadHip(words.hips[side])];
    const own = missing.filter((one) => one.side === side);
    return own.map(({ rotation, effort }) => words.unread(words.hips[side], words.turns[rotation][effort]));
  });
}

/** What the numbers alone might be taken for. */
export function noteLines({ hips, sides }: Passport): readonly string[] {
  const words = passportWords();
  const reversed = SIDES.some((side) =>
    ROTATIONS.some((rotation) => hips[side]?.directions[rotation].gap?.kind === 'reversed'),
  );
  return [...(sides.shifted ? [words.shifted] : []), ...(reversed ? [words.reversed] : [])];
}

/** What changed beyond error since the last test from the same place; null: there is no earlier test. */
export function changeLines({
  test,
  earlier,
  own,
}: Passport): { readonly heading: string; readonly lines: readonly string[] } | null {
  const words = passportWords();
  const [newest] = earlier;
  if (newest === undefined) return null;
  const before = lastComparable(test, earlier);
  const comparison = before && compareTests(before, test, own);
  const date = ({ testedAt }: HipTest) => formatDateAlone(testedAt);
  if (before === null || comparison?.kind !== 'compared')
    return { heading: words.changeHeading(date(newest)), lines: [whyNotCompared(newest, test)] };
  const changed = comparison.changes.filter(({ change }) => change.kind !== 'about-the-same');
  const same = comparison.changes.length - changed.length;
  const lines = changed.map(({ side, rotation, effort, change }) => {
    const say = change.kind === 'more' ? words.changedMore : words.changedLess;
    return say(words.hips[side], words.turns[rotation][effort], formatDegrees(Math.abs(change.by)));
  });
  return { heading: words.changeHeading(date(before)), lines: same > 0 ? [...lines, words.unchanged(same)] : lines };
}

function whyNotCompared(before: HipTest, after: HipTest): string {
  return whyIncomparable(before, after) === 'other-instrument'
    ? trendWords().anew.since(formatDateAlone(after.testedAt))
    : passportWords().notComparable;
}

/** What may be compared with published averages, and what not. */
export function normLines({ test, hips }: Passport): readonly string[] {
  const norm = ARC_NORMS[test.position];
  const hasArc = SIDES.some((side) => hips[side]?.arc.passive);
  const arc = norm && hasArc ? [normText(norm)] : [];
  return norm === null ? [passportWords().noNorm] : arc;
}

function normText({ mean, spread, men, women, age }: ArcNorm): string {
  const degrees = (value: number) => `${figure(value, 1)}°`;
  return passportWords().norm(degrees(mean), degrees(spread), men, women, figure(age, 0));
}

/** How far the person's own tests differ; empty: not known. */
export const ownErrorLines = ({ own }: Passport): readonly string[] =>
  own === null ? [] : [passportWords().ownError(`${figure(own.sd, 1)}°`)];

export function sourceLines({ test }: Passport, shown: readonly ShowSomebody[]): readonly string[] {
  const ids = new Set([ARC_NORMS[test.position]?.source ?? null, ...shown.map(({ source }) => source)]);
  return [...ids].flatMap((id) => (id === null ? [] : [`${SOURCES[id].short}, ${SOURCES[id].at}`]));
}

export const showLine = ({ reason, side, seen }: ShowSomebody): string =>
  passportWords().show[reason](passportWords().theHips[side ?? 'left'], formatDegrees(seen));

export function retestLine({ kind, from, by, days }: RetestState): string {
  const words = passportWords().retest;
  if (kind === 'early') return words.early(dayDate(from), days);
  if (kind === 'open') return words.open(days);
  if (kind === 'unknown') return commonWords().testInFuture;
  return kind === 'wait' ? words.wait(dayDate(by), days) : words.due;
}

/** One number of the proposal: its name, and its value or else why. Null: the parts show it. */
export function whyLine(one: Why) {
  const { why, next, hips } = passportWords();
  if (one.about === 'drill') return null;
  const name = why.names[one.about];
  switch (one.about) {
    case 'lift-offs':
      return { name, value: one.why.startsWith('yes-') ? commonWords().yes : why.notYet, why: null };
    case 'rounds':
      return { name, value: String(one.rounds), why: null };
    case 'side':
      return { name, value: '', why: why.side[one.side](formatDegrees(one.by)) };
    case 'spared':
      return { name, value: '', why: why.spared[one.reason.about](hips[one.side]) };
    case 'days':
      return { name, value: next.days(one.days), why: null };
    default:
      return { name, value: formatLength(one.seconds), why: null };
  }
}

/** Reasons that speak of a step up or down. */
const MOVES: ReadonlySet<StepReason> = new Set(['easy', 'sore', 'calm']);

/**
 * Why the programme is harder, easier or the same. Null: there is nothing to say, or it would not be true of the proposed
 * programme, because pain, the goal or the days of the plan hold it back.
 * @param before the step of the programme that was taken last
 */
export function stepLine(
  { step, why }: { readonly step: HipStep; readonly why: StepReason | null },
  before: HipStep | null,
  proposed: HipStep,
): string | null {
  if (why === null || proposed !== step || (MOVES.has(why) && step === before)) return null;
  return passportWords().stepReasons[why];
}

export const partLines = ({ programme }: HipProposal, drills: readonly DrillDefinition[]): readonly string[] => {
  const words = passportWords().next;
  return programme.blocks.flatMap(({ items }) =>
    items.flatMap(({ drills: offered, side, rounds, goal }) => {
      const drill = offered[0] ? resolveDrill(drills, offered[0]) : null;
      if (drill === null) return [];
      const where = words.sides[drill.bilateral ? 'both' : side] ?? '';
      return [words.part(drill.title, where, rounds ?? drill.presets[goal ?? 'prep'].rounds)];
    }),
  );
};
