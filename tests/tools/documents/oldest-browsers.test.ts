import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { firstVersion, languageSince, newerThan, statedInScript } from '../../e2e/lib/built-ins.ts';
import { root } from '../../../tools/shared/paths.mjs';

const { oldest, needed } = statedInScript();
const classic = readdirSync(join(root, 'public')).filter((name) => name.endsWith('.js'));
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');

/** Every script of the app and its workers, as one text. */
const sources = ['src', 'workers']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(name))
  .join('\n');

describe('the classic scripts', () => {
  it.each(classic)('can be read by every browser: %s', (name) => {
    expect(() => parse(read('public', name), { ecmaVersion: 5 })).not.toThrow();
  });

  it('would not pass with newer syntax', () => {
    expect(() => parse('var f = () => 1;', { ecmaVersion: 5 })).toThrow();
    expect(() => parse('try { f(); } catch { g(); }', { ecmaVersion: 5 })).toThrow();
  });

  it('weigh less than 2 kB gzipped, since they stand before the first paint', () => {
    const bytes = classic.map((name) => gzipSync(read('public', name), { level: 9 }).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(2000);
  });

  it.each(['index.html', 'phone.html'])('come before everything that %s loads', (page) => {
    expect(/<(script|link rel="(stylesheet|modulepreload)")[^>]*>/.exec(read(page))?.[0]).toContain('can-start.js');
  });
});

describe('the oldest browsers', () => {
  it.each(['Chrome', 'Edge', 'Firefox', 'Safari'] as const)(
    'are the first that have all that the app uses unasked: %s',
    (name) => {
      const family = name.toLowerCase() as Lowercase<typeof name>;
      const versions = needed.map((path) => firstVersion(path, family));
      expect(Math.max(...versions)).toBe(Number(oldest[name]));
    },
  );

  it('stand in the README', () => {
    const { Chrome, Edge, Firefox, Safari } = oldest;
    expect(Edge).toBe(Chrome);
    expect(read('README.md')).toContain(
      `Chrome and Edge ${Chrome}, Firefox ${Firefox} (camera: 132), Safari ${Safari}`,
    );
  });

  it('give frames of a video for measuring, but Firefox only later', () => {
    const frames = (family: 'chrome' | 'firefox' | 'safari') =>
      firstVersion('HTMLVideoElement#requestVideoFrameCallback', family);
    expect(frames('chrome')).toBeLessThanOrEqual(Number(oldest.Chrome));
    expect(frames('safari')).toBeLessThanOrEqual(Number(oldest.Safari));
    expect(frames('firefox')).toBe(132);
  });
});

/** Chrome of autumn 2018: whatever is older, every browser with modules has. */
const MODULES = 70;

/** Methods of the language that are newer than modules and named in the sources, as the script writes them. */
const usedMethods = (): readonly string[] =>
  languageSince('chrome', MODULES).flatMap((path) => {
    const [owner, name = ''] = path;
    if (path.length !== 2 || !/^[a-z]\w*$/i.test(name)) return [];
    const isStatic = ['Object', 'Promise'].includes(owner);
    if (!isStatic && !['Array', 'String'].includes(owner)) return [];
    const used = isStatic ? new RegExp(`\\b${owner}\\.${name}\\(`) : new RegExp(`\\.${name}\\(`);
    return used.test(sources) ? [`${owner}${isStatic ? '.' : '#'}${name}`] : [];
  });

describe('what the script looks for', () => {
  it('has every newer method of lists, texts, objects and promises that the sources name', () => {
    // A list and a text have `at` both, from the same version on.
    const used = usedMethods().filter((path) => path !== 'String#at');
    expect(used.length).toBeGreaterThan(8);
    expect(used.filter((path) => !needed.includes(path))).toEqual([]);
  });

  it('has nothing that an oldest browser lacks', () => {
    const lacking = new Set(newerThan('firefox', Number(oldest.Firefox)).map((path) => path.join('.')));
    expect(lacking.has('Promise.withResolvers')).toBe(true);
    expect(needed.filter((path) => lacking.has(path.replace('#', '.')))).toEqual([]);
  });
});
