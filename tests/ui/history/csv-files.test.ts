import { afterEach, describe, expect, it } from 'vitest';
import { german } from '../../../src/i18n/de/german.ts';
import { speak } from '../../../src/i18n/speaking.ts';
import { csvFiles } from '../../../src/ui/history/csv-files.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

afterEach(() => speak(null));

const texts = (): readonly string[] =>
  csvFiles(sleeperRecord).map(({ content }) => (typeof content === 'string' ? content : ''));

const firstLines = (): readonly string[] => texts().map((text) => text.split('\r\n')[1]?.slice(0, 24) ?? '');

describe('the CSV of a set', () => {
  it.each([
    ['English', null, 'en-GB', ',', '.'],
    ['German', german, 'de-DE', ';', ','],
    ['German in Austria', german, 'de-AT', ';', ','],
    ['German in Switzerland', german, 'de-CH', ';', '.'],
    ['English in a browser of a language with decimal commas', null, 'fr-FR', ';', ','],
  ])('is made for the spreadsheet of its language: %s', (_name, words, locale, separator, decimal) => {
    speak(words, locale);
    const [frames = '', parts = ''] = firstLines();
    expect(frames.startsWith(`0${decimal}`) || frames.startsWith(`0${separator}`)).toBe(true);
    expect(parts.split(separator)[0]).toBe('round');
    const numbers = texts().flatMap((text) => text.match(/(?<=[;,])-?\d+[.,]\d+(?=[;,\r])/g) ?? []);
    expect(numbers.length).toBeGreaterThan(50);
    if (decimal === ',') expect(numbers.every((number) => !number.includes('.'))).toBe(true);
  });
});
