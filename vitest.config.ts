import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

/** Files that the short run leaves out (`NOT_IN_SHORT_RUN` in tools/checks/run-tests.mjs). */
const leftOut = (process.env['TRUEHIP_LEFT_OUT'] ?? '').split(' ').filter((pattern) => pattern !== '');

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
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/out/**', ...leftOut],
          },
        },
      ],
    },
  }),
);
