import { LEAST_PAIRS } from '../../training/review/agreement.ts';
import type { PelvisAgreement, PelvisAngle } from '../../training/review/pelvis-agreement.ts';
import { agreementWords } from '../../i18n/en/phone/agreement.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { perCent } from '../../i18n/speaking.ts';
import { formatAngle, formatDifference, formatLimits } from './check-texts.ts';

/** Below this an average difference is written 0.0°. */
const LEVEL = 0.05;

/**
 * What the sets say about the camera, in one or two sentences.
 * @param legs whether the drill works one leg at a time, so that the working leg names the way
 */
export function agreementSentence(angle: PelvisAngle, agreement: PelvisAgreement, legs: 'leg' | 'both'): string {
  const words = agreementWords();
  const { bias, limits, groups } = agreement;
  if (bias === null) return words.none;
  const [over, under] = words.ways[legs][angle];
  const mean =
    Math.abs(bias) < LEVEL
      ? words.level(groups)
      : words.off(formatAngle(Math.abs(bias)), bias > 0 ? over : under, groups);
  if (limits === null || groups < LEAST_PAIRS) return `${mean} ${words.few(groups)}`;
  const most = Math.ceil(Math.max(Math.abs(limits.low), Math.abs(limits.high)));
  return `${mean} ${words.single(`${most}°`)}`;
}

/** Each figure with its name. */
export function agreementFigures(agreement: PelvisAgreement): readonly (readonly [name: string, value: string])[] {
  const { figures, nothing } = agreementWords();
  const { groups, pairs, bias, biasWithin, within, between, read } = agreement;
  const { result } = selfCheckWords();
  const mean = bias === null ? '–' : formatDifference(bias);
  const share = read === null ? null : Math.round(100 * read);
  return [
    [figures.sets, String(groups)],
    [figures.moments, String(pairs)],
    [figures.bias, biasWithin === null ? mean : result.bias(mean, formatAngle(biasWithin))],
    [result.figures.limits, formatLimits(agreement)],
    [figures.within, formatAngle(within)],
    [figures.between, formatAngle(between)],
    [figures.read, share === null ? '–' : share < 1 ? nothing : perCent(share)],
  ];
}
