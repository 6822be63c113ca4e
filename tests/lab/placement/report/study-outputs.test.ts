import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DRILLS } from '../../../../src/drills/index.ts';
import { colourAt, heatMap, inkOn, luminance, MAP_KINDS } from './heat-map.ts';
import { cellOf, posesWithError, unmeasured } from '../cells/made-cells.ts';
import { summarisePlaces } from './place-summary.ts';
import { studyJson, writeOutputs } from './study-outputs.ts';

const cells = [
  ...[225, 240, 255, 270].map((azimuth, i) => cellOf({ azimuth, poses: posesWithError(2 + i) })),
  unmeasured({ azimuth: 0, height: 0.5 }),
];
const [errors] = MAP_KINDS;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'truehip-placement-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the outputs of the study', () => {
  it('are the cells, a table and a map for each channel with figures', () => {
    const [line] = writeOutputs(folder, cells, DRILLS);
    expect(line).toContain('supine-sleeper: best at');
    expect(readdirSync(folder).sort()).toEqual([
      'placement.json',
      'placement.md',
      'supine-sleeper-back-outline.svg',
      'supine-sleeper-rotation-error.svg',
      'supine-sleeper-twist-response.svg',
    ]);
  });

  it('do not depend on the order of the cells', () => {
    writeOutputs(folder, cells, DRILLS);
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    writeOutputs(folder, [...cells].reverse(), DRILLS);
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
  });

  it('contain the cells unchanged, one per line', () => {
    const text = studyJson({ version: 1, proposals: [], cells });
    expect(JSON.parse(text)).toMatchObject({ version: 1, cells });
    expect(text.split('\n').filter((line) => line.includes('"azimuth":'))).toHaveLength(cells.length);
  });

  it('compare the study with the present plan of the app and link every map', () => {
    writeOutputs(folder, cells, DRILLS);
    const table = readFileSync(join(folder, 'placement.md'), 'utf8');
    expect(table).toContain('| azimuth | 225° | 255° |');
    expect(table).toContain('The azimuth that the app recommends is a good one.');
    expect(table).toContain('Nothing was measured in 1 of 5 cells: 1 × “The start position was never seen.”');
    for (const [, file = ''] of table.matchAll(/\]\((.*?\.svg)\)/g)) expect(readdirSync(folder)).toContain(file);
  });

  it('state that the place recommended by the app is refused by the study', () => {
    const bad = cells.map((cell) => (cell.azimuth === 255 ? unmeasured({ azimuth: 255 }) : cell));
    const [line] = writeOutputs(folder, bad, DRILLS);
    expect(line).toContain('recommends a place outside');
    expect(readFileSync(join(folder, 'placement.md'), 'utf8')).toContain('lies outside the accepted range');
  });
});

describe('a heat map', () => {
  const map = errors ? heatMap('supine-sleeper', errors, summarisePlaces(cells)) : '';

  it('has an accessible name and a description', () => {
    expect(map).toContain('role="img" aria-labelledby="title about"');
    expect(map).toContain('<title id="title">supine-sleeper: error of hip internal rotation</title>');
  });

  it('shows every number in its field, and a dash for a missing one', () => {
    expect(map).toContain('>2.0</text>');
    expect(map).toContain('255°, lens 1.4 m, distance 2.1 m: 4.0 degrees');
    expect(map).toContain('0°, lens 0.5 m, distance 2.1 m: no number');
  });

  it('has readable text on every colour (contrast 4.5 to 1, WCAG 2.2)', () => {
    for (let share = 0; share <= 1; share += 0.01) {
      const ground = luminance(colourAt(share));
      const ink = inkOn(colourAt(share)) === '#000' ? 0 : 1;
      const contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
      expect(contrast).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('becomes lighter from worst to best, so that it is readable without colours', () => {
    const light = Array.from({ length: 21 }, (_, i) => luminance(colourAt(i / 20)));
    expect(light).toEqual([...light].sort((a, b) => a - b));
  });
});
