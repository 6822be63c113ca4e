import { expect, test } from 'vitest';
import { onceFor } from '../../../src/ui/elements/once-for.ts';

test('works once for each value, and anew for one that only looks the same', () => {
  const seen: (readonly number[])[] = [];
  const sum = onceFor((list: readonly number[]) => {
    seen.push(list);
    return { sum: list.reduce((all, one) => all + one, 0) };
  });
  const list = [1, 2];
  expect(sum(list)).toBe(sum(list));
  expect(sum([1, 2])).toEqual({ sum: 3 });
  expect(seen).toHaveLength(2);
});
