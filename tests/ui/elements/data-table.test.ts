import { expect, it } from 'vitest';
import { groupsOf } from '../../../src/ui/elements/data-table.ts';

it('a head heads the rows up to the next head, and each row keeps its place in the list', () => {
  const heads = new Map([
    ['a', 'Monday'],
    ['c', 'Sunday'],
  ]);
  expect(groupsOf(['a', 'b', 'c'], (item) => heads.get(item) ?? null)).toEqual([
    {
      over: 'Monday',
      items: [
        ['a', 0],
        ['b', 1],
      ],
    },
    { over: 'Sunday', items: [['c', 2]] },
  ]);
});

it('rows without a head are one group', () => {
  const [all, ...more] = groupsOf(['a', 'b'], () => null);
  expect([all?.over, all?.items.length, more]).toEqual([null, 2, []]);
});
