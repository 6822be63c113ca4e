import { describe, expect, it } from 'vitest';

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
