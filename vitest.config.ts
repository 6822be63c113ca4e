import { defineConfig, mergeConfig } from 'vitest/config';
import { isRest, leftOut, NOT_IN_SHORT_RUN } from './tools/checks/short-run.ts';
import viteConfig from './vite.config.ts';

/** Folders whose code and tests are pure: no globals, no module state. Their files can share one environment. */
const PURE = ['tests/coach', 'tests/training', 'tests/drills', 'tests/instrument', 'lab'];
const pure = PURE.map((folder) => `${folder}/**/*.test.ts`);

/** In the rest run only what the short run leaves out: of the pure folders, or of the others. */
const chosen = (whole: readonly string[], isPure: boolean): string[] =>
  isRest
    ? NOT_IN_SHORT_RUN.unit.filter((glob) => PURE.some((folder) => glob.startsWith(`${folder}/`)) === isPure)
    : [...whole];

const common = {
  environment: 'node',
  // Long enough for a loaded machine; no test waits for real time.
  testTimeout: 30_000,
} as const;

/**
 * Everything that needs no browser: `*.test.ts`, in Node. What needs one is `*.spec.ts` and runs by Playwright. Pure tests run
 * without isolation, in a third of the time; the others fake globals and get an environment for each file.
 */
export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      allowOnly: false,
      // Vitest's own default leaves one core free, which is half of a machine with two.
      maxWorkers: '100%',
      projects: [
        {
          extends: true,
          test: {
            ...common,
            name: 'pure',
            pool: 'threads',
            isolate: false,
            include: chosen(pure, true),
            exclude: ['tests/out/**', ...leftOut('unit')],
          },
        },
        {
          extends: true,
          test: {
            ...common,
            name: 'unit',
            include: chosen(['tests/**/*.test.ts'], false),
            exclude: ['tests/out/**', ...pure, ...leftOut('unit')],
            // It imports JSON as a bundler does.
            server: { deps: { inline: [/@actions\/workflow-parser/] } },
          },
        },
      ],
    },
  }),
);
