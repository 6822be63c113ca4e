import { defineConfig, mergeConfig } from 'vitest/config';
import { leftOut } from './tools/checks/short-run.mjs';
import viteConfig from './vite.config.ts';

/** Everything that needs no browser: `*.test.ts`, in Node. What needs one is `*.spec.ts` and runs by Playwright. */
export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      allowOnly: false,
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            // Long enough for a loaded machine; no test waits for real time.
            testTimeout: 30_000,
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/out/**', ...leftOut('unit')],
          },
        },
      ],
    },
  }),
);
