import type { OutsideValue } from '../../training/review/outside-series.ts';
import { outsideWords } from '../../i18n/en/transfer.ts';
import { formatDay, formatDegrees } from '../elements/format.ts';

const rangeText = (from: string, to: string): string => (from === to ? from : outsideWords().range(from, to));

/** "6 values, Mar 3, 2026 to Nov 9, 2026, 22° to 31°". @param values at least one, oldest first */
export function spanText(values: readonly OutsideValue[]): string {
  const dayOf = (value: OutsideValue | undefined): string => formatDay(value?.day ?? 0, { dateStyle: 'medium' });
  const angles = values.map(({ degrees }) => degrees).sort((one, other) => one - other);
  const [low, high] = [angles[0] ?? null, angles.at(-1) ?? null].map(formatDegrees);
  const days = rangeText(dayOf(values[0]), dayOf(values.at(-1)));
  return outsideWords().span(values.length, days, rangeText(low ?? '', high ?? ''));
}

/** The same with the hips that have values: "…, left and right." */
export function understoodText(values: readonly OutsideValue[]): string {
  const sides = new Set(values.map(({ side }) => side));
  const [only] = sides;
  return `${spanText(values)}, ${outsideWords().hips[sides.size > 1 ? 'both' : (only ?? 'both')]}.`;
}
