import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GuardProject, guardProject } from './guard-project.ts';
import { type Breach, breach, lintedBreaches, taken } from './linted-breaches.ts';

/** A script of node_modules and its arguments. */
type Command = readonly [string, ...string[]];

const oxlint: Command = ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--format=unix'];
const tsc: Command = ['typescript/bin/tsc', '-b', '--pretty', 'false'];
const knip: Command = ['knip/bin/knip.js', '--no-progress', '--no-config-hints'];
const biome: Command = ['@biomejs/biome/bin/biome', 'format', '--colors=off'];

/** Milliseconds. Four tools start slowly on two busy cores. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const compiled: readonly Breach[] = [
  taken(
    'the instrument imports nothing above it',
    'src/instrument/upward.ts',
    'run',
    '../app/worker-client/pose-client.ts',
    'TS6307',
  ),
  taken(
    'the live coach does not know what comes after a set',
    'src/coach/afterwards.ts',
    'progress',
    '../training/progress.ts',
    'TS6307',
  ),
  breach('the core has no document', 'src/instrument/drawing.ts', 'TS2584', 'export const drawing = document.body;\n'),
  breach('a worker has no window', 'workers/seeing.ts', 'TS2304', 'export const seeing = window.innerWidth;\n'),
  breach(
    'the app cannot import the inside of a worker',
    'src/app/inside.ts',
    'TS6307',
    "import '../../workers/pose.worker.ts';\n",
  ),
  taken(
    'a worker cannot import the app',
    'workers/upward.ts',
    'run',
    '../src/app/worker-client/pose-client.ts',
    'TS6307',
  ),
  breach('no enum', 'src/app/listing.ts', 'TS1294', 'export enum Listing {\n  one,\n}\n'),
  breach(
    'an index may miss',
    'src/app/missing.ts',
    'TS2322',
    'export const first = (all: readonly number[]): number => all[0];\n',
  ),
];

const dead: readonly Breach[] = [
  breach('no file that nobody imports', 'src/app/orphan.ts', '', 'export const orphan = 1;\n'),
  breach(
    'no export that nobody imports',
    'src/instrument/geometry/units.ts',
    'unused',
    'export const half = (turn: number): number => turn / 2;\nexport const unused = 1;\n',
  ),
];

const otherFiles = {
  'src/app/circle-b.ts': "import { c } from './circle-c.ts';\n\nexport const b = (): number => c();\n",
  'src/app/circle-c.ts': "import { a } from './circle-a.ts';\n\nexport const c = (): number => a();\n",
  'src/app/circle-e.ts': "import type { D } from './circle-d.ts';\n\nexport interface E {\n  readonly d: D;\n}\n",
};
const shown = { 'src/ui/view.ts': 'export const view = 1;\n', 'lab/figure.ts': 'export const figure = 1;\n' };

function filesOf(breaches: readonly Breach[]): Record<string, string> {
  return Object.fromEntries(breaches.map(({ file, text }) => [file, text]));
}

function describeGuard(
  name: string,
  command: Command,
  breaches: readonly Breach[],
  more: Readonly<Record<string, string>> = {},
): void {
  describe(name, () => {
    let project: GuardProject;
    let result: ReturnType<GuardProject['run']>;
    beforeAll(() => {
      project = guardProject({ ...filesOf(breaches), ...more });
      result = project.run(...command);
    });
    afterAll(() => project.remove());

    it('exits with an error', () => {
      expect(result.status, result.output).toBeGreaterThan(0);
    });

    it.each(breaches)('enforces: $rule', ({ file, says }) => {
      const lines = result.output.split('\n').filter((line) => line.includes(file) && line.includes(says));
      expect(lines, result.output).not.toHaveLength(0);
    });
  });
}

describe('a project without a breach', () => {
  let project: GuardProject;
  beforeAll(() => {
    project = guardProject({});
  });
  afterAll(() => project.remove());

  it.each<[string, Command]>([
    ['the linter', oxlint],
    ['the compiler', tsc],
  ])('passes %s, so the tests below fail because of their breach', (_, command) => {
    const { status, output } = project.run(...command);
    expect(status, output).toBe(0);
  });
});

describeGuard('the linter', oxlint, lintedBreaches, { ...otherFiles, ...shown });
describeGuard('the compiler', tsc, compiled);
describeGuard('the search for dead code', knip, dead);
describeGuard('the formatter', biome, [
  breach('one format for all', 'src/app/crooked.ts', 'format', 'export   const crooked=1\n'),
]);

it('the search for dead code names a package that nothing imports', () => {
  const project = guardProject({});
  const { status, output } = project.run(...knip);
  project.remove();
  expect(status).toBeGreaterThan(0);
  expect(output).toMatch(/Unused dependencies[\s\S]*comlink/);
  expect(output, 'what is used is not called unused').not.toMatch(/Unused files|src\/main\.ts/);
});
