import { EFFORTS, type HipTest, ROTATIONS, type TestedRange } from '../../training/assessment/hip-test.ts';
import type { Effort, Rotation } from '../../coach/drill-definition.ts';
import { changeBetween } from '../../coach/progress/real-change.ts';
import { type Degrees, type Estimate, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { hipTestWords } from '../../i18n/en/hip/hip-test.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import type { TurnedArc } from '../charts/hip-arcs.ts';
import { angleText, bandDegrees, formatEstimate, formatLike } from '../elements/format.ts';

const resultOf = ({ hips }: HipTest, side: Side, rotation: Rotation, effort: Effort): Estimate<Degrees> | null =>
  hips[side]?.[rotation][effort]?.result ?? null;

/** How far a hip turns: with help, or by itself where that is all that was read. */
const furthest = (test: HipTest, side: Side, rotation: Rotation): Estimate<Degrees> | null =>
  resultOf(test, side, rotation, 'passive') ?? resultOf(test, side, rotation, 'active');

/** A test in a sentence for each way: which hip turns further, beyond the measuring error. Empty: nothing was read. */
export const resultSentences = (test: HipTest): readonly string[] =>
  ROTATIONS.flatMap((rotation) => {
    const effort = EFFORTS.find((one) => SIDES.every((side) => resultOf(test, side, rotation, one) !== null));
    const [left, right] = SIDES.map((side) => effort && resultOf(test, side, rotation, effort));
    return left && right ? [comparison(left, right, rotation)] : alone(test, rotation);
  });

function comparison(left: Estimate<Degrees>, right: Estimate<Degrees>, rotation: Rotation): string {
  const { same, more } = hipTestWords().says;
  const figures = [angleText(left.value, left.sd).value, angleText(right.value, right.sd).value] as const;
  const { kind, by } = changeBetween(left, right);
  if (kind === 'about-the-same') return same[rotation](...figures);
  const amount = formatLike(Math.abs(by), Math.max(left.sd, right.sd));
  return more[rotation](kind === 'more' ? 'right' : 'left', amount, ...figures);
}

/** What was read of each hip alone, where the two cannot be compared. */
const alone = (test: HipTest, rotation: Rotation): readonly string[] =>
  SIDES.flatMap((side) => {
    const range = furthest(test, side, rotation);
    return range === null ? [] : [hipTestWords().says.alone[rotation](side, angleText(range.value, range.sd).value)];
  });

const arcOf = (active: TestedRange | null, passive: TestedRange | null): TurnedArc => {
  const most = (passive ?? active)?.result;
  return {
    active: active?.result.value ?? null,
    passive: passive?.result.value ?? null,
    band: most ? bandDegrees(most.sd) : 0,
  };
};

/** The hips that were tested, as drawings and figures. */
export const drawnHips = (test: HipTest) =>
  SIDES.flatMap((side) => {
    const hip = test.hips[side];
    if (hip === null) return [];
    const words = hipTestWords();
    const told = (rotation: Rotation, effort: Effort): string => {
      const range = resultOf(test, side, rotation, effort);
      return range === null ? words.unread : formatEstimate(range);
    };
    const figures = ROTATIONS.map((rotation) => {
      const own = resultOf(test, side, rotation, 'active');
      return {
        rotation,
        helped: told(rotation, 'passive'),
        // The table has its error.
        own: own === null ? words.unread : angleText(own.value, own.sd).value,
      };
    });
    const { internal, external } = hip;
    return [
      {
        side,
        name: summaryWords().hip(side),
        arcs: {
          internal: arcOf(internal.active, internal.passive),
          external: arcOf(external.active, external.passive),
        },
        // The left foot swings to the left as its hip turns in.
        figures: side === 'left' ? figures : figures.toReversed(),
      },
    ];
  });
