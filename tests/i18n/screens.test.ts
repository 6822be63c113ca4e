import { afterEach, describe, expect, it } from 'vitest';
import { sinceStart } from '../../src/training/review/hip-story.ts';
import type { Trend } from '../../src/training/review/trends.ts';
import { changeBetween } from '../../src/coach/progress/real-change.ts';
import { german } from '../../src/i18n/de/german.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { speak } from '../../src/i18n/speaking.ts';
import { countdownAnnouncements } from '../../src/ui/programmes/next-countdown.ts';
import { differenceWords, weeksSentence } from '../../src/ui/charts/trend-text.ts';
import { bestText } from '../../src/ui/summary/change-text.ts';
import { englishIn } from './texts-of.ts';

const sources: Record<string, string> = import.meta.glob('../../src/ui/**/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The source without comments and styles. */
const bare = (source: string): string => source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/css`[\s\S]*?`/g, '');

/** Literal text between two tags, except a shell command, the name of a format and the app's name. */
const ownTexts = (source: string): readonly string[] =>
  [...source.matchAll(/<\w[^<>]*>([^<>`$]*[A-Za-z]{3,}[^<>`$]*)<(?:\/|a |kbd|span|strong)/g)]
    .map(([, text]) => text?.trim() ?? '')
    .filter((text) => /^[A-Za-z ,.’:“”…–-]+$/.test(text) && !['npm start', 'CSV', 'Truehip'].includes(text));

const ownLabels = (source: string): readonly string[] =>
  [...source.matchAll(/\b(?:aria-label|label|alt|title|placeholder|data-label)="([^"$]*[A-Za-z]{2}[^"$]*)"/g)].map(
    ([, text]) => text ?? '',
  );

describe.each(Object.entries(sources))('%s', (_, source) => {
  it('has no literal text in its templates', () => {
    expect([...ownTexts(bare(source)), ...ownLabels(bare(source))]).toEqual([]);
  });

  it('writes dates in the app’s language', () => {
    expect(source).not.toMatch(/DateTimeFormat\(undefined/);
  });
});

it('a literal text or label in a template is found', () => {
  expect(ownTexts('html`<h1 tabindex="-1">Past sets</h1><p>Press <kbd>,</kbd> ${words.lead}</p>`')).toEqual([
    'Past sets',
    'Press',
  ]);
  expect(ownLabels('<div aria-label="Past sets" data-label=${words.best}>')).toEqual(['Past sets']);
});

describe('in German', () => {
  afterEach(() => speak(null));

  it('a hip is described from its first week to its latest one', () => {
    speak(german, 'de-DE');
    const point = (day: number, value: number) => ({
      id: `set-${day}`,
      at: Date.UTC(2026, 10, day, 9),
      range: { value, sd: 2 },
    });
    const [first, last] = [point(5, 20), point(20, 31)];
    const kind = { side: 'left', range: last.range, watched: false, view: 'good', azimuth: 256 } as const;
    const trend: Trend = {
      side: 'left',
      kind,
      otherwise: [],
      points: [first, last],
      own: null,
      apart: [],
    };
    const story = { side: 'left', trend, isTold: true, leftOut: 0, why: [] } as const;
    expect(weeksSentence({ ...story, since: sinceStart(trend.points, null) })).toBe(
      'Erste Woche (ab 5. Nov.): 20° ± 3°. Letzte Trainingswoche: 31° ± 3°. 11° mehr. Das ist größer als der Messfehler von 6°.',
    );
    expect(weeksSentence({ ...story, since: null })).toBe('Bisher nur eine Woche.');
    expect(differenceWords(['place', 'view'])).toBe('Laptop an einem anderen Platz, andere Ansicht');
  });

  it('a new best is told in one breath, and no sentence ends with the full stop of a month and another one', () => {
    speak(german, 'de-DE');
    const change = changeBetween({ value: 27, sd: 2 }, { value: 38, sd: 2 });
    const since = Date.UTC(2026, 10, 12, 9);
    expect(bestText({ side: 'left', range: { value: 38, sd: 2 }, before: { value: 27, sd: 2 }, since, change })).toBe(
      'Neuer Bestwert deiner linken Hüfte: 38° ± 3°. Das sind 11° mehr als am 12. Nov. und mehr als der Messfehler.',
    );
  });

  it('the countdown says what comes next, what to get ready and how long it takes', () => {
    speak(german, 'de-DE');
    const { placement } = supineSleeper;
    const fetching = {
      fetch: ['yoga block'],
      laptop: null,
      stand: null,
      placement,
      camera: false,
      rest: 66,
      length: 66,
    };
    const said = countdownAnnouncements('90/90-Dehnung', fetching).map(({ text }) => text);
    expect(said).toEqual([
      'Als Nächstes: 90/90-Dehnung, in einer Minute. Leg bereit: Yogablock.',
      'Dreißig Sekunden.',
      'Zehn Sekunden. Dann 90/90-Dehnung.',
    ]);
    for (const text of said) expect(englishIn(text), text).toBeNull();
  });
});
