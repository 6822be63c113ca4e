import { expect, test } from 'vitest';
import { german } from '../../src/i18n/de/german.ts';
import { drillWords } from '../../src/i18n/en/drill.ts';

test('a hold names both days, or the one day on which the symptom came twice', () => {
  const { text } = drillWords().lock;
  expect(text('pain', 'Nov 18', 'Nov 21')).toMatch(
    /^You stopped it for pain twice within seven days, on Nov 18 and on Nov 21\./,
  );
  expect(text('pain', 'Nov 21', 'Nov 21')).toMatch(/^You stopped it for pain twice on Nov 21\./);
});

test('in German the dot of a month is not followed by that of the sentence', () => {
  const { text } = german.words.drill.lock;
  for (const first of ['18. Nov.', '21. Nov.']) expect(text('Schmerzen', first, '21. Nov.')).not.toContain('..');
});
