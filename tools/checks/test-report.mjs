/**
 * @typedef {object} Outcome result of one part of the tests
 * @property {string} name
 * @property {boolean} ok
 * @property {number} passed
 * @property {readonly string[]} failed names
 * @property {readonly string[]} [again] names of tests that passed only when repeated; they count as passed
 * @property {number} skipped
 * @property {string} note
 * @property {number} seconds
 *
 * @typedef {Pick<Outcome, 'passed' | 'failed' | 'again' | 'skipped'>} Counts
 *
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly VitestFile[]} testResults
 *
 * @typedef {object} VitestFile
 * @property {string} name
 * @property {string} status
 * @property {readonly { status: string, fullName: string }[]} assertionResults
 *
 * @typedef {object} PlaywrightSuite
 * @property {string} [file]
 * @property {readonly PlaywrightSuite[]} [suites]
 * @property {readonly { title: string, tests: readonly { status: string }[] }[]} [specs]
 */

/** Number of names of failed and repeated tests that the summary shows. */
const shownFailures = 15;

/**
 * @param {VitestReport} report what vitest's json reporter writes
 * @returns {Counts}
 */
export function readVitestReport(report) {
  /** @type {string[]} */
  const failed = [];
  for (const file of report.testResults) {
    const bad = file.assertionResults.filter((one) => one.status === 'failed');
    const where = file.name.replaceAll('\\', '/').replace(/^.*\/(?=tests\/)/, '');
    failed.push(...bad.map((one) => `${where} › ${one.fullName}`));
    if (file.status === 'failed' && bad.length === 0) failed.push(`${where} (did not load)`);
  }
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

/**
 * @param {{ suites: readonly PlaywrightSuite[] }} report what playwright's json reporter writes
 * @returns {Counts}
 */
export function readPlaywrightReport(report) {
  /** @type {string[]} */
  const failed = [];
  /** @type {string[]} */
  const again = [];
  let passed = 0;
  let skipped = 0;
  const walk = (/** @type {PlaywrightSuite} */ suite, /** @type {string} */ file) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const name = `${file} › ${spec.title}`;
        if (test.status === 'expected' || test.status === 'flaky') passed += 1;
        else if (test.status === 'skipped') skipped += 1;
        else failed.push(name);
        if (test.status === 'flaky') again.push(name);
      }
    }
    for (const inner of suite.suites ?? []) walk(inner, inner.file ?? file);
  };
  for (const suite of report.suites) walk(suite, suite.file ?? '');
  return { passed, failed, again, skipped };
}

/**
 * The summary, which fits on one screen.
 * @param {readonly Outcome[]} outcomes
 */
export function summary(outcomes) {
  const lines = outcomes.map((one) => {
    const counts = [
      `${one.passed} passed`,
      ...(one.failed.length ? [`${one.failed.length} failed`] : []),
      ...(one.again?.length ? [`${one.again.length} of them at a second try`] : []),
      ...(one.skipped ? [`${one.skipped} skipped`] : []),
    ].join(', ');
    const note = one.note ? `  ${one.note}` : '';
    return `  ${one.ok ? 'ok    ' : 'FAILED'}  ${one.name.padEnd(8)} ${one.seconds.toFixed(0).padStart(4)} s  ${counts}${note}`;
  });
  const failures = outcomes.flatMap((one) => [
    ...one.failed.map((name) => `✗ ${name}`),
    ...(one.again ?? []).map((name) => `↻ ${name} (second try)`),
  ]);
  const shown = failures.slice(0, shownFailures).map((line) => `    ${line}`);
  const more = failures.length - shown.length;
  return ['', ...lines, ...shown, ...(more > 0 ? [`    … and ${more} more`] : []), ''].join('\n');
}
