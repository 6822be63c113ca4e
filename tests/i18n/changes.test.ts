import { expect, it } from 'vitest';
import { DRILLS } from '../../src/drills/index.ts';
import { german } from '../../src/i18n/de/german.ts';
import { drillIn } from '../../src/i18n/drill-in.ts';

const changes = DRILLS.flatMap((drill) =>
  drill.rules.flatMap(({ id, change }, index) =>
    change === undefined
      ? []
      : [{ drill: drill.id, rule: id, english: change, german: drillIn(drill, german.drills).rules[index]?.change }],
  ),
);

it.each(changes)('$drill: what to change about $rule is said in German', ({ english, german: translated }) => {
  expect(translated).toBeTruthy();
  expect(translated).not.toBe(english);
});
