import { describe, expect, it } from 'vitest';
import type { TakeReading } from '../../../tools/scoring/puppet-take.mjs';
import marks from '../../lab/puppets/marks.json' with { type: 'json' };
import { puppetsText } from '../../../tools/report/puppets-table.mjs';
import { ANGLES, courseOf, RATE } from '../../../tools/scoring/puppet-course.mjs';
import {
  bendsOf,
  leakOf,
  type Moment,
  momentsOf,
  type PuppetLeg,
  rowsOf,
  trueRowsOf,
  turnInPicture,
} from '../../../tools/scoring/score-puppets.mjs';

const estimate = (value: number, sd = 3) => ({ value, sd });

const moment = (drawn: number, app: number | null, more: Partial<Moment> = {}): Moment => ({
  drawn,
  truthSd: 2,
  read: {
    app: app === null ? null : estimate(app),
    knee: estimate(drawn),
    ankle: estimate(drawn),
    exact: estimate(drawn),
  },
  other: 0.5,
  ifAssumed: 1.1 * drawn,
  inPicture: drawn,
  seen: 0.9 * drawn,
  ...more,
});

const leg = (moments: readonly Moment[], more: Partial<PuppetLeg> = {}): PuppetLeg => ({
  name: 'one-left',
  taken: true,
  bend: 92,
  bendSd: 10,
  bendRead: 88,
  trueBend: null,
  moments,
  ...more,
});

describe('the course of a puppet', () => {
  it('holds the start, then each angle long enough to count, at an even rate', () => {
    const course = courseOf([0, 10, -10]);
    expect(course.slice(0, 3 * RATE).every(({ angle, held }) => angle === 0 && held === null)).toBe(true);
    for (const angle of [0, 10, -10]) expect(course.filter(({ held }) => held === angle)).toHaveLength(4);
    for (const [index, { time }] of course.entries()) expect(time).toBeCloseTo(index / RATE, 9);
  });

  it('never jumps between two angles', () => {
    const angles = courseOf().map(({ angle }) => angle);
    for (const [index, angle] of angles.entries()) expect(Math.abs(angle - (angles[index - 1] ?? 0))).toBeLessThan(20);
  });
});

describe('the turn of a shin in the picture', () => {
  it('is positive from down to the left, because y points down', () => {
    const down = { knee: [0, 0], ankle: [0, 10] } as const;
    expect(turnInPicture(down, { knee: [5, 5], ankle: [-5, 5] })).toBeCloseTo(90, 9);
    expect(turnInPicture(down, { knee: [0, 0], ankle: [10, 10] })).toBeCloseTo(-45, 9);
  });
});

describe('moments of a puppet', () => {
  const course = courseOf([0, 20]);
  const foot = (angle: number) => [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)] as const;
  const readings = course.map(({ time, angle }): TakeReading => {
    const read = estimate(0.9 * angle);
    return {
      time,
      turn: { app: read, knee: read, ankle: read, exact: estimate(angle) },
      other: estimate(-0.2),
      leg: { hip: [0, -1], knee: [0, 0], ankle: foot(angle) },
      bend: 90,
    };
  });
  const made = {
    side: 'left',
    drawnAt: (angle: number) => ({ inPicture: -angle, truthSd: 0.1 * angle, ifAssumed: angle }),
  } as const;

  it('are medians of the frames that count, with the turn that the landmarks show', () => {
    const [start, end] = momentsOf(course, readings, made);
    expect(start?.read.app?.value).toBe(0);
    expect(end).toMatchObject({ drawn: 20, truthSd: 2, inPicture: 20, other: -0.2 });
    expect(end?.read.app?.value).toBeCloseTo(18, 9);
    expect(end?.seen).toBeCloseTo(20, 9);
  });

  it('are null where nothing valid was read', () => {
    const blind = readings.map((reading) => ({
      ...reading,
      turn: { app: null, knee: null, ankle: null, exact: null },
      other: null,
      leg: null,
    }));
    const [, end] = momentsOf(course, blind, made);
    expect([end?.read.app, end?.other, end?.seen]).toEqual([null, null, null]);
  });
});

describe('rows of the table', () => {
  const legs = [leg([moment(0, 0.1), moment(20, 18)]), leg([moment(0, -0.1), moment(20, 12)]), leg([moment(20, null)])];

  it('give bias, mean error, worst and half-width of the legs that were read', () => {
    const row = rowsOf(legs).find(({ drawn }) => drawn === 20);
    expect(row).toMatchObject({ n: 2, read: 15, bias: -5, mae: 5, worst: 8, covered: 1, truthSd: 2 });
    expect(row?.halfWidth).toBeCloseTo(4.9, 1);
    expect(row?.seen).toBeCloseTo(0.9, 9);
  });

  it('count a truth as covered more readily if its own standard deviation is added', () => {
    const [row] = rowsOf([leg([moment(20, 14.5)])]);
    expect([row?.covered, row?.coveredWithTruth]).toEqual([0, 1]);
  });

  it('hold null where nothing was read', () => {
    const [row] = rowsOf([leg([moment(20, null)])]);
    expect(row).toMatchObject({ n: 0, read: null, bias: null, mae: null, worst: null, halfWidth: null });
  });
});

describe('leak and bends', () => {
  it('take the other leg without sign, and not before anything moved', () => {
    expect(leakOf([leg([moment(0, 0, { other: 9 }), moment(20, 20, { other: -1.5 }), moment(30, 30)])])).toEqual({
      n: 2,
      mean: 1,
      worst: 1.5,
    });
  });

  it('compare bends with true ones only where these are known', () => {
    expect(bendsOf([leg([], { trueBend: 90 }), leg([], { trueBend: 112 }), leg([])])).toEqual({
      n: 2,
      bias: -9,
      mae: 11,
      covered: 1,
    });
  });
});

describe('true later frames', () => {
  it('count near the angle, while the pelvis stays, first for each person', () => {
    const turns = [20, 19, 20, 5].map((angle, i) => ({ angle, pelvisStays: i !== 2 }));
    const readings = [18, 18, 0, 5].map((value) => ({ turn: { app: estimate(value) } }) as TakeReading);
    expect(trueRowsOf([{ turns, readings }], [20, 30])).toEqual([
      { drawn: 20, n: 1, read: 18.5, bias: -1.5, mae: 1.5, worst: 1.5 },
      { drawn: 30, n: 0, read: null, bias: null, mae: null, worst: null },
    ]);
  });
});

describe('the printed tables', () => {
  it('show a row for each angle and a dash where nothing is known', () => {
    const legs = [leg([moment(0, 0), moment(-20, -18)]), leg([moment(-20, null)], { taken: false, bendRead: null })];
    const figures = { legs: 2, starts: 1, rows: rowsOf(legs), leak: leakOf([]), each: legs };
    const text = puppetsText({ ...figures, control: { ...figures, bends: bendsOf([]), later: trueRowsOf([], [20]) } });
    expect(text).toContain('| −20.0° | 1 | −18.0° | 2.0° |');
    expect(text).toContain('not taken as a start');
    expect(text).toContain('| 20.0° | 0 | – | – | – | – |');
  });
});

describe('the marks of photographs', () => {
  it('name a hashed picture for each leg, with four joints and two outlines', () => {
    const hashes = new Map(marks.pictures.map(({ file, sha256 }) => [file, sha256]));
    expect(new Set(marks.legs.map(({ name }) => name)).size).toBe(marks.legs.length);
    for (const { file, hip, knee, ankle, toe, shin, foot } of marks.legs) {
      expect(hashes.get(file)).toMatch(/^[0-9a-f]{64}$/);
      for (const place of [hip, knee, ankle, toe, ...shin, ...foot]) expect(place).toHaveLength(2);
      expect(shin.length).toBeGreaterThan(10);
    }
    expect(ANGLES[0]).toBe(0);
  });
});
