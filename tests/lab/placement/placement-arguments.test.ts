import { describe, expect, it } from 'vitest';
import { EXIT } from '../../../tools/shared/exit-error.mjs';
import { readArguments } from '../../../tools/lab/placement-arguments.mjs';

const statusOf = (args: readonly string[]) => {
  try {
    readArguments(args);
  } catch (error) {
    return (error as { status?: number }).status;
  }
  return 'accepted';
};

describe('npm run placement', () => {
  it('uses the default grid without options', () => {
    expect(readArguments([])).toMatchObject({
      drills: null,
      bodies: null,
      azimuths: null,
      heights: null,
      distances: null,
      seed: 1,
      table: false,
      again: false,
    });
  });

  it('reads lists', () => {
    expect(readArguments(['--azimuths', '240, 255', '--bodies', 'male-average,female-small'])).toMatchObject({
      azimuths: [240, 255],
      bodies: ['male-average', 'female-small'],
    });
  });

  it.each([
    ['--heights', 'low'],
    ['--heights', '12'],
    ['--azimuths', ''],
    ['--distances', '0.2'],
    ['--seed', '-1'],
    ['--nothing', '1'],
  ])('refuses %s %s as wrong use', (option, value) => {
    expect(statusOf([`${option}=${value}`])).toBe(EXIT.usage);
  });
});
