/** `npm test` without a word sets it to 1; the configs of Vitest and Playwright and some specs read it. */
export const SHORT_RUN_VARIABLE = 'TRUEHIP_SHORT_RUN';

export const isShortRun = process.env[SHORT_RUN_VARIABLE] === '1';

/** Tag of a single browser test that the short run leaves out. */
export const NOT_SHORT = '@not-short';

/**
 * What the short run leaves out: globs of Vitest, and spec files in the part's folder. `all` and a part by name run everything.
 * docs/testing.md says why it may wait.
 */
export const NOT_IN_SHORT_RUN: Readonly<Record<'unit' | 'ui' | 'model' | 'e2e', readonly string[]>> = Object.freeze({
  unit: [
    'lab/subjects/**',
    'tests/coach-script/**',
    'tests/coach/sources/**',
    'tests/instrument/reference-pose/reference-pose-search.test.ts',
    'tests/instrument/reference-pose/reference-pose-fit.test.ts',
    'tests/instrument/reference-pose/rejected-pose-timeout.test.ts',
    'tests/instrument/reference-pose/held-pose-checks.test.ts',
    'tests/instrument/odd-input.test.ts',
    'tests/tools/build/reproducible-build.test.ts',
  ],
  ui: [
    'after-a-set/charts',
    'every-screen/dialogs',
    'every-screen/drill-moments',
    'every-screen/everybody',
    'set/fading',
    'every-screen/fonts',
    'every-screen/german',
    'after-a-set/history',
    'every-screen/keyboard-walk',
    'every-screen/large-text',
    'every-screen/left-screens',
    'every-screen/paper',
    'before-a-set/loops',
    'before-a-set/programme-countdown',
    'before-a-set/programmes',
    'after-a-set/report',
    'after-a-set/passport',
    'after-a-set/self-check',
    'set/set-legible',
    'settings/settings',
    'every-screen/small-phone',
    'before-a-set/week',
    'before-a-set/goals',
  ],
  model: ['camera', 'known-answer', 'own-engine', 'people', 'software-gpu'],
  e2e: [
    'browsers/firefox',
    'full-path',
    'video-file',
    'analyze',
    'real-bridge',
    'real-hip-test',
    'phone/true-pelvis',
    'field-clips',
    'language',
    'camera-trouble',
    'no-camera',
    'browsers/old-browser',
    'self-check',
    'robust-set',
    'missing-parts',
    'hosting',
    'imports',
    'soak',
    'policy',
    'privacy',
  ],
});

/** @returns what this run leaves out of a part */
export const leftOut = (part: keyof typeof NOT_IN_SHORT_RUN): readonly string[] =>
  isShortRun ? NOT_IN_SHORT_RUN[part] : [];
