/** Result of one part of the tests. */
export interface Outcome {
  name: string;
  ok: boolean;
  passed: number;
  /** Names. */
  failed: readonly string[];
  /** Names of tests that passed only when repeated; they count as passed. */
  again?: readonly string[];
  skipped: number;
  note: string;
  seconds: number;
}

export type Counts = Pick<Outcome, 'passed' | 'failed' | 'again' | 'skipped'>;

interface VitestReport {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly VitestFile[];
}

interface VitestFile {
  name: string;
  status: string;
  assertionResults: readonly { status: string; fullName: string; duration?: number | null }[];
}

interface PlaywrightSuite {
  file?: string;
  suites?: readonly PlaywrightSuite[];
  specs?: readonly {
    title: string;
    tests: readonly { status: string; results?: readonly { duration: number }[] }[];
  }[];
}

/** Number of names of failed and repeated tests that the summary shows. */
const shownFailures = 15;

/** Seconds that the tests of each file took, the dearest first. */
export type Costs = readonly (readonly [file: string, seconds: number])[];

const sorted = (costs: ReadonlyMap<string, number>): Costs => [...costs].sort(([, a], [, b]) => b - a);

/** @returns the three dearest files, in words */
export const dearest = (costs: Costs): string[] =>
  costs.slice(0, 3).map(([file, seconds]) => `${file.replace(/^.*\//, '')} ${seconds.toFixed(0)} s`);

/** @param report what vitest's json reporter writes */
export const vitestCosts = ({ testResults }: VitestReport): Costs =>
  sorted(
    new Map(
      testResults.map(({ name, assertionResults }) => [
        whereOf(name),
        assertionResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000,
      ]),
    ),
  );

/** @param report what playwright's json reporter writes */
export function playwrightCosts(report: { suites: readonly PlaywrightSuite[] }): Costs {
  const costs = new Map<string, number>();
  const walk = (suite: PlaywrightSuite, file: string) => {
    const results = (suite.specs ?? []).flatMap(({ tests }) => tests.flatMap((test) => test.results ?? []));
    const seconds = results.reduce((sum, { duration }) => sum + duration, 0) / 1000;
    costs.set(file, (costs.get(file) ?? 0) + seconds);
    for (const inner of suite.suites ?? []) walk(inner, inner.file ?? file);
  };
  for (const suite of report.suites) walk(suite, suite.file ?? '');
  return sorted(costs);
}

/** From the top folder, with forward slashes. */
const whereOf = (file: string): string => file.replaceAll('\\', '/').replace(/^.*\/(?=(?:tests|lab)\/)/, '');

/** @param report what vitest's json reporter writes */
export function readVitestReport(report: VitestReport): Counts {
  const failed: string[] = [];
  for (const file of report.testResults) {
    const bad = file.assertionResults.filter((one) => one.status === 'failed');
    const where = whereOf(file.name);
    failed.push(...bad.map((one) => `${where} › ${one.fullName}`));
    if (file.status === 'failed' && bad.length === 0) failed.push(`${where} (did not load)`);
  }
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

/** @param report what playwright's json reporter writes */
export function readPlaywrightReport(report: { suites: readonly PlaywrightSuite[] }): Counts {
  const failed: string[] = [];
  const again: string[] = [];
  let passed = 0;
  let skipped = 0;
  const walk = (suite: PlaywrightSuite, file: string) => {
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

/** The summary, which fits on one screen. */
export function summary(outcomes: readonly Outcome[]) {
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
