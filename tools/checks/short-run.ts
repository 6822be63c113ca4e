/** `npm test` without a word sets it to "1", `npm test -- rest` to "rest"; the configs of Vitest and Playwright and some specs read it. */
export const SHORT_RUN_VARIABLE = 'TRUEHIP_SHORT_RUN';

export const isShortRun = process.env[SHORT_RUN_VARIABLE] === '1';

/** Whether only the unit tests run that the short run leaves out. */
export const isRest = process.env[SHORT_RUN_VARIABLE] === 'rest';

/** Tag of a single browser test that the short run leaves out. */
export const NOT_SHORT = '@not-short';

/**
 * What the short run leaves out: globs of Vitest, and spec files in the part's folder. `all` and a part by name run everything, `rest`
 * the unit tests of this list.
 * docs/testing.md says why it may wait.
 */
export const NOT_IN_SHORT_RUN: Readonly<Record<'unit' | 'ui' | 'model' | 'e2e', readonly string[]>> = Object.freeze({
  unit: [
    'lab/**/*.test.ts',
    'tests/coach-script/**/*.test.ts',
    'tests/coach/sources/**/*.test.ts',
    'tests/coach/coach-properties.test.ts',
    'tests/coach/progress/one-number.test.ts',
    'tests/coach/timeline/way-to-stop.test.ts',
    'tests/coach/posture/rounded-back.test.ts',
    'tests/coach/record/truth-clips.test.ts',
    'tests/coach/speech/blind-spots.test.ts',
    'tests/training/safety/{limit-in-degrees,no-closed-demand}.test.ts',
    'tests/instrument/reference-pose/*.test.ts',
    'tests/instrument/checks/{allowed-change,body-zoom,camera-watch,laptop-motion,people-counter,raised-arm}.test.ts',
    'tests/instrument/fit/band-from-here.test.ts',
    'tests/instrument/networks/networks-in-pipeline.test.ts',
    'tests/instrument/outline/arch-in-pipeline.test.ts',
    'tests/instrument/phone/phone-watch.test.ts',
    'tests/instrument/still/quiet-minutes.test.ts',
    'tests/app/session/exceptions.test.ts',
    'tests/fuzz/fuzz.test.ts',
    'tests/storage/large-imports.test.ts',
    'tests/instrument/odd-input.test.ts',
    'tests/tools/browser/hostile.test.ts',
    'tests/tools/build/{ensure-built,reproducible-build,start-sentences}.test.ts',
  ],
  ui: [
    'after-a-set/afterwards',
    'after-a-set/camera-and-phone',
    'after-a-set/charts',
    'after-a-set/hip-test',
    'after-a-set/history',
    'after-a-set/passport',
    'after-a-set/report',
    'after-a-set/self-check',
    'after-a-set/self-check-phone',
    'before-a-set/goals',
    'before-a-set/loops',
    'before-a-set/phone',
    'before-a-set/programme-countdown',
    'before-a-set/programmes',
    'before-a-set/sound-try',
    'before-a-set/week',
    'every-screen/dialogs',
    'every-screen/drill-moments',
    'every-screen/everybody',
    'every-screen/focus-stays',
    'every-screen/fonts',
    'every-screen/german',
    'every-screen/keyboard-walk',
    'every-screen/left-screens',
    'every-screen/small-phone',
    'set/fading',
    'set/set-legible',
    'set/translated',
    'settings/settings',
  ],
  model: ['camera', 'known-answer', 'own-engine', 'people', 'software-gpu'],
  e2e: [
    'analyze',
    'background-set',
    'browsers/firefox',
    'browsers/old-browser',
    'camera-changes',
    'camera-trouble',
    'field-clips',
    'full-path',
    'hosting',
    'imports',
    'language',
    'missing-parts',
    'no-camera',
    'phone/phone',
    'phone/set-with-phone',
    'phone/true-pelvis',
    'policy',
    'privacy',
    'real-bridge',
    'real-hip-test',
    'robust-set',
    'self-check',
    'soak',
    'video-file',
  ],
});

/** @returns what this run leaves out of a part */
export const leftOut = (part: keyof typeof NOT_IN_SHORT_RUN): readonly string[] =>
  isShortRun ? NOT_IN_SHORT_RUN[part] : [];
