import fc from 'fast-check';
import { isoDay, yearMonthDay } from '../../../src/training/planning/civil-day.ts';
import { distinctValues, type OutsideValue } from '../../../src/training/review/outside-series.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';

/** 20 November 2026. */
export const TODAY = 20_777;

const two = (value: number): string => String(value).padStart(2, '0');

/** How people and their programs write a day. */
export const DATES: Readonly<Record<string, (day: number) => string>> = {
  iso: isoDay,
  isoTime: (day) => `${isoDay(day)}T07:30:00`,
  german: (day) => germanOf(day, '.'),
  germanTime: (day) => `${germanOf(day, '.')} 07:30`,
  british: (day) => germanOf(day, '/'),
  american: (day) => {
    const { year, month, day: ofMonth } = yearMonthDay(day);
    return `${month}/${ofMonth}/${year}`;
  },
};

const germanOf = (day: number, between: string): string => {
  const { year, month, day: ofMonth } = yearMonthDay(day);
  return [two(ofMonth), two(month), year].join(between);
};

export interface Written {
  readonly values: readonly OutsideValue[];
  readonly date: string;
  readonly separator: string;
  readonly decimal: string;
  readonly isWide: boolean;
  readonly isGerman: boolean;
  readonly isQuoted: boolean;
  readonly mark: string;
  readonly end: string;
}

/** The CSV of values, one row for each. */
export function writeValues({ values, separator, decimal, end, ...how }: Written): string {
  const names = how.isGerman
    ? how.isWide
      ? ['Datum', 'IR links (°)', 'IR rechts (°)', 'Notiz']
      : ['Datum', 'Seite', 'Winkel', 'Notiz']
    : how.isWide
      ? ['Date', 'Left', 'Right', 'Note']
      : ['Date', 'Side', 'Angle', 'Note'];
  const sideName = (side: Side): string => (how.isGerman ? { left: 'links', right: 'rechts' }[side] : side);
  const rows = values.map(({ day, side, degrees }) => {
    const [date, angle] = [DATES[how.date]?.(day) ?? '', String(degrees).replace('.', decimal)];
    const cells = how.isWide ? (side === 'left' ? [angle, ''] : ['', angle]) : [sideName(side), angle];
    return [date, ...cells, 'stiff, cold; "bad"'];
  });
  const cellOf = (cell: string): string =>
    how.isQuoted || cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return how.mark + [names, ...rows].map((cells) => cells.map(cellOf).join(separator) + end).join('');
}

const value = fc.record({
  day: fc.integer({ min: 0, max: TODAY }),
  side: fc.constantFrom<Side>('left', 'right'),
  degrees: fc.integer({ min: -900, max: 1800 }).map((tenths) => (tenths === 0 ? 0 : tenths / 10)),
});

export const anyWritten: fc.Arbitrary<Written> = fc.record({
  values: fc.array(value, { minLength: 1, maxLength: 30 }).map(distinctValues),
  date: fc.constantFrom(...Object.keys(DATES)),
  separator: fc.constantFrom(';', ',', '\t'),
  decimal: fc.constantFrom('.', ','),
  isWide: fc.boolean(),
  isGerman: fc.boolean(),
  isQuoted: fc.boolean(),
  mark: fc.constantFrom('', '\ufeff', 'sep=;\r\n').map((mark) => mark),
  end: fc.constantFrom('\r\n', '\n', '\r'),
});
