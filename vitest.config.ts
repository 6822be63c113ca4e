import { defineConfig, mergeConfig } from 'vitest/config';
import { isRest, leftOut, NOT_IN_SHORT_RUN } from './tools/checks/short-run.ts';
import viteConfig from './vite.config.ts';

/** Folders whose files cannot share one environment: they keep databases by fixed names, or build and serve the app. */
const ALONE = ['tests/storage/people', 'tests/tools', 'tests/fuzz'];
const alone = ALONE.map((folder) => `${folder}/**/*.test.ts`);

/** In the rest run only what the short run leaves out: of the folders that need an environment for each file, or of the others. */
const chosen = (whole: readonly string[], isAlone: boolean): string[] =>
  isRest
    ? NOT_IN_SHORT_RUN.unit.filter((glob) => ALONE.some((folder) => glob.startsWith(`${folder}/`)) === isAlone)
    : [...whole];

const common = {
  environment: 'node',
  // Long enough for a loaded machine; no test waits for real time.
  testTimeout: 30_000,
} as const;

/**
 * Everything that needs no browser: `*.test.ts`, in Node. What needs one is `*.spec.ts` and runs by Playwright. Files share
 * an environment, which takes a third of the time, except those that need their own.
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
            name: 'unit',
            pool: 'threads',
            isolate: false,
            include: chosen(['tests/**/*.test.ts', 'lab/**/*.test.ts'], false),
            exclude: ['tests/out/**', ...alone, ...leftOut('unit')],
          },
        },
        {
          extends: true,
          test: {
            ...common,
            name: 'alone',
            include: chosen(alone, true),
            exclude: ['tests/out/**', ...leftOut('unit')],
            // It imports JSON as a bundler does.
            server: { deps: { inline: [/@actions\/workflow-parser/] } },
          },
        },
      ],
    },
  }),
);
