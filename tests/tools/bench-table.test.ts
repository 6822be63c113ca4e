import { expect, it } from 'vitest';
import { benchTable } from '../../tools/browser/bench-table.mjs';

const frame = (bare: number, own: number) => ({ bare, own, reference: 2 * bare, surface: 1, fit: 0.5 });

it('takes each ratio within one frame, so that a busy moment affects both times', () => {
  const table = benchTable([frame(10, 11), frame(100, 110), frame(20, 30)], 'full on wasm');
  expect(table[0]).toContain('full on wasm, 3 frames');
  expect(table.find((line) => line.includes('our engine'))).toBe('| our engine | 30.0 | 110.0 | 1.10 |');
  expect(table.find((line) => line.includes('reference engine'))).toBe('| reference engine | 40.0 | 200.0 | 2.00 |');
});

it('shows dashes without frames', () => {
  expect(benchTable([], 'full on wasm').at(-1)).toBe('| skeleton fit | – | – | – |');
});
