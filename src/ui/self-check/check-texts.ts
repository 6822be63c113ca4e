import { type Agreement, agreementOf, comparedPairs, gainsOf } from '../../training/self-check/agreement.ts';
import type { SelfCheckRecord } from '../../training/self-check/self-check-record.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { figure } from '../../i18n/speaking.ts';
import type { Degrees } from '../../instrument/geometry/units.ts';

/** An angle is typed within this range; a leg turns by far less. */
const LARGEST_TYPED: Degrees = 120;

/** The angle in a field, with a decimal point or comma. Null: empty or no angle. */
export function typedAngle(text: string): Degrees | null {
  const plain = text.trim().replace(',', '.').replace('−', '-').replace('°', '');
  if (!/^[+-]?\d{1,3}(\.\d*)?$/.test(plain)) return null;
  const value = Number(plain);
  return Math.abs(value) <= LARGEST_TYPED ? value + 0 : null;
}

const tenth = (value: number): string => figure(Math.abs(value), 1);

/** "2.1°", "−0.4°". */
export const formatAngle = (value: Degrees | null): string =>
  value === null ? '–' : `${isNegative(value) ? '−' : ''}${tenth(value)}°`;

/** "+2.1°", "−0.4°", "0.0°". */
export const formatDifference = (value: Degrees): string =>
  `${isNegative(value) ? '−' : Math.abs(value) >= 0.05 ? '+' : ''}${tenth(value)}°`;

/** Negative after rounding to a tenth. */
const isNegative = (value: number): boolean => value <= -0.05;

export const totalAgreement = ({ positions, instrument }: SelfCheckRecord): Agreement =>
  agreementOf(comparedPairs(positions, instrument));

export const formatLimits = ({ limits }: Pick<Agreement, 'limits'>): string =>
  limits === null ? '–' : selfCheckWords().result.limits(formatDifference(limits.low), formatDifference(limits.high));

export function outcomeSentences(check: SelfCheckRecord): readonly string[] {
  const agreement = totalAgreement(check);
  const { pairs, bias, limits } = agreement;
  const words = selfCheckWords().result;
  const mean =
    bias === null
      ? []
      : [
          Math.abs(bias) < 0.05
            ? words.onAverage
            : bias > 0
              ? words.tooMuch(`${tenth(bias)}°`)
              : words.tooLittle(`${tenth(bias)}°`),
        ];
  const single =
    limits === null ? words.few(pairs) : words.single(formatDifference(limits.low), formatDifference(limits.high));
  return [...mean, single];
}

/** A gain below this is no more than rounding: then nothing is said about it. */
const WORTH_TELLING = 0.05;

/** How far the phone turns for one degree of the leg: "1.5" or "1.4–1.6"; null: as far as the leg. */
export function gainText({ positions, instrument }: SelfCheckRecord): string | null {
  const gains = gainsOf(positions, instrument);
  const [low, high] = [Math.min(...gains), Math.max(...gains)];
  if (gains.length === 0 || Math.max(Math.abs(low - 1), Math.abs(high - 1)) < WORTH_TELLING) return null;
  const [from, to] = [figure(low, 1), figure(high, 1)];
  return from === to ? from : `${from}–${to}`;
}
