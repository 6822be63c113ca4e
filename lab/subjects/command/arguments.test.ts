import { describe, expect, it } from 'vitest';
import { readArguments } from './subject-arguments.ts';

describe('the arguments of npm run subject', () => {
  it('name recipes; every option has a default', () => {
    expect(readArguments(['supine-sleeper-clean'])).toEqual({
      recipes: ['supine-sleeper-clean'],
      all: false,
      clipSet: false,
      heldBack: false,
      compare: false,
      list: false,
      seed: 1,
      body: null,
      out: 'tests/out/subject',
      preview: false,
      again: false,
    });
  });

  it('write the clip set into tests/clips by default', () => {
    expect(readArguments(['--clip-set'])).toMatchObject({ clipSet: true, out: 'tests/clips', recipes: [] });
    expect(readArguments(['--clip-set', '--out', 'x'])).toMatchObject({ out: 'x' });
  });

  it('write the held-out clips outside the shipped ones by default', () => {
    expect(readArguments(['--held-back'])).toMatchObject({ heldBack: true, out: 'tests/out/held-back' });
  });

  it('count a recipe that is named twice once', () => {
    const wish = readArguments(['a', 'b', 'a']);
    expect(wish).toMatchObject({ recipes: ['a', 'b'] });
  });

  it.each([
    ['nothing to render', [], /no recipe was named/],
    ['an unknown option', ['a', '--sed', '3'], /--sed/],
    ['a seed that is no whole number', ['a', '--seed', '1.5'], /--seed is "1.5"/],
    ['a recipe together with all', ['a', '--all'], /exclude each other/],
    ['the clip set with a seed', ['--clip-set', '--seed', '3'], /clip-set has bodies and seeds of its own/],
    ['held-back clips with a body', ['--held-back', '--body', 'x'], /held-back has bodies and seeds of its own/],
    ['held-back clips with the clip set', ['--held-back', '--clip-set'], /exclude each other/],
    ['a comparison of anything but the clip set', ['a', '--compare'], /goes with --clip-set/],
  ] as const)('are refused with a sentence: %s', (_, args, sentence) => {
    expect(() => readArguments([...args])).toThrow(sentence);
  });

  it('show the help even if other arguments are wrong', () => {
    expect(readArguments(['--help'])).toBe('help');
  });
});
