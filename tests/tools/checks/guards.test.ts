import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GuardProject, guardProject } from './guard-project.ts';
import { type Breach, lintedBreaches } from './linted-breaches.ts';

/** A script of node_modules and its arguments. */
type Command = readonly [string, ...string[]];

const oxlint: Command = ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--format=unix'];
const tsc: Command = ['typescript/bin/tsc', '-b', '--pretty', 'false'];
const knip: Command = ['knip/bin/knip.js', '--no-progress', '--no-config-hints'];
const biome: Command = ['@biomejs/biome/bin/biome', 'format', '--colors=off'];

/** Milliseconds. Four tools start slowly on two busy cores. */
const patience = 120_000;

const compiled: readonly Breach[] = [
  {
    rule: 'the instrument imports nothing above it',
    file: 'src/instrument/upward.ts',
    text: "import { run } from '../app/worker-client/pose-client.ts';\n\nexport const upward = run;\n",
    says: 'TS6307',
  },
  {
    rule: 'the live coach does not know what comes after a set',
    file: 'src/coach/afterwards.ts',
    text: "import { progress } from '../training/progress.ts';\n\nexport const afterwards = progress;\n",
    says: 'TS6307',
  },
  {
    rule: 'the core has no document',
    file: 'src/instrument/drawing.ts',
    text: 'export const drawing = document.body;\n',
    says: 'TS2584',
  },
  {
    rule: 'a worker has no window',
    file: 'workers/seeing.ts',
    text: 'export const seeing = window.innerWidth;\n',
    says: 'TS2304',
  },
  {
    rule: 'the app cannot import the inside of a worker',
    file: 'src/app/inside.ts',
    text: "import '../../workers/pose.worker.ts';\n",
    says: 'TS6307',
  },
  {
    rule: 'a worker cannot import the app',
    file: 'workers/upward.ts',
    text: "import { run } from '../src/app/worker-client/pose-client.ts';\n\nexport const upward = run;\n",
    says: 'TS6307',
  },
  {
    rule: 'no enum',
    file: 'src/app/listing.ts',
    text: 'export enum Listing {\n  one,\n}\n',
    says: 'TS1294',
  },
  {
    rule: 'an index may miss',
    file: 'src/app/missing.ts',
    text: 'export const first = (all: readonly number[]): number => all[0];\n',
    says: 'TS2322',
  },
];

const dead: readonly Breach[] = [
  {
    rule: 'no file that nobody imports',
    file: 'src/app/orphan.ts',
    text: 'export const orphan = 1;\n',
    says: '',
  },
  {
    rule: 'no export that nobody imports',
    file: 'src/instrument/geometry/units.ts',
    text: 'export const half = (turn: number): number => turn / 2;\nexport const unused = 1;\n',
    says: 'unused',
  },
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
    }, patience);
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
  ])(
    'passes %s, so the tests below fail because of their breach',
    (_, command) => {
      const { status, output } = project.run(...command);
      expect(status, output).toBe(0);
    },
    patience,
  );
});

describeGuard('the linter', oxlint, lintedBreaches, { ...otherFiles, ...shown });
describeGuard('the compiler', tsc, compiled);
describeGuard('the search for dead code', knip, dead);
describeGuard('the formatter', biome, [
  {
    rule: 'one format for all',
    file: 'src/app/crooked.ts',
    text: 'export   const crooked=1\n',
    says: 'format',
  },
]);

describe('the search for dead code', () => {
  it(
    'names a package that nothing imports',
    () => {
      const project = guardProject({});
      const { status, output } = project.run(...knip);
      project.remove();
      expect(status).toBeGreaterThan(0);
      expect(output).toMatch(/Unused dependencies[\s\S]*comlink/);
      expect(output, 'what is used is not called unused').not.toMatch(/Unused files|src\/main\.ts/);
    },
    patience,
  );
});
