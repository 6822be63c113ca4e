import { describe, expect, it } from 'vitest';

type Sources = Readonly<Record<string, string>>;

const sources: Sources = import.meta.glob(['../../src/**/*.ts', '!../../src/i18n/de/**', '!../../src/i18n/en/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const catalogues: Readonly<Record<string, Readonly<Record<string, unknown>>>> = import.meta.glob(
  '../../src/i18n/en/**/*.ts',
  { eager: true },
);

/** The coach gets these with its plan, so that any file of it may use them. */
const OF_THE_COACH = ['coachWords', 'lessonWords', 'phoneCoachWords'];

/**
 * Without the import lines, whose names would pass for a use. What is taken out of an object is written as the reading of a
 * property: `const { lead } = words;` and `({ lead }: SomeWords)` as `words.lead`.
 */
const bare = (source: string): string =>
  source
    .replaceAll(/^import [\s\S]*? from '[^']*';$/gm, '')
    .replaceAll(
      /const (\{[^=;]*\}) = ([^;]+);|(\{[^{}=;]*\}): \w+Words\b/g,
      (_, names = '', from = 'words', given = '') =>
        (`${names}${given}`.match(/[\w-]+/g) ?? []).map((name) => `${from}.${name};`).join(' '),
    );

/** Everything that may use a part of the catalogue: the files that name its accessor. */
const usersOf = (accessor: string, files: Sources): string =>
  Object.entries(files)
    .filter(
      ([path, text]) =>
        text.includes(`${accessor}()`) || (OF_THE_COACH.includes(accessor) && /\/(?:coach|training)\//.test(path)),
    )
    .map(([, text]) => bare(text))
    .join('\n');

/** Whether a name is read as a property, or written as a text by which something is looked up. */
const isNamed = (key: string, users: string): boolean => new RegExp(`\\.${key}\\b|'${key}'`).test(users);

/** Whether an object of texts is handed on or looked up by a value, so that each of its texts may be used. */
const isHandedOn = (name: string, users: string): boolean => new RegExp(`\\.${name}\\b(?!\\??\\.\\w)`).test(users);

/** Paths of texts that nothing uses. */
function unused(texts: object, users: string, path: string): readonly string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    if (!isNamed(key, users)) return [`${path}.${key}`];
    const isGroup = typeof text === 'object' && text !== null && !Array.isArray(text);
    return isGroup && !isHandedOn(key, users) ? unused(text, users, `${path}.${key}`) : [];
  });
}

const parts = Object.values(catalogues).flatMap((module) =>
  Object.entries(module).filter(([name, value]) => /(?:Words|Texts)$/.test(name) && typeof value === 'function'),
);

describe.each(parts)('%s', (accessor, words) => {
  it('has only texts that a screen or the coach uses', () => {
    const texts = (words as () => object)();
    const users = usersOf(accessor, sources);
    expect(users.includes(`${accessor}()[`) ? [] : unused(texts, users, accessor)).toEqual([]);
  });
});

it('a text that nothing uses is found', () => {
  const users = bare('const { lead, gate: { open } } = someWords(); show(lead, someWords().list, words.group.first);');
  const texts = { lead: '', list: { a: '', b: '' }, group: { first: '', second: '' }, lost: '' };
  expect(unused(texts, users, 'some')).toEqual(['some.group.second', 'some.lost']);
});
