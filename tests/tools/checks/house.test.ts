import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { missingPlatformPackages } from '../../../tools/build/complete-lock.ts';
import { isInstalled, npmReason } from '../../../tools/build/ensure-installed.mjs';
import { breaches } from '../../../tools/checks/house-rules.ts';
import { unsupportedNode } from '../../../tools/shared/node-version.mjs';
import { root } from '../../../tools/shared/paths.mjs';
import { budgets, measureSizes, overBudget, tooLarge } from '../../../tools/checks/size-budget.ts';
import { readOptions } from '../../../tools/build/before-start.mjs';
import {
  dearest,
  playwrightCosts,
  readPlaywrightReport,
  readVitestReport,
  summary,
  vitestCosts,
} from '../../../tools/checks/test-report.ts';

describe('the Node version', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0', '100.0.0'])('%s is supported', (version) => {
    expect(unsupportedNode(version)).toBeNull();
  });
  it.each(['8.0.0', '18.20.4', '20.18.3', '21.7.3', '22.11.0'])('%s is refused', (version) => {
    expect(unsupportedNode(version)).toContain(`this is Node ${version}`);
  });
});

describe('whether the packages are installed', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  };
  it('is true when each has the version of the lockfile; optional ones may be missing', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });
  it('is false when one is missing or has another version', () => {
    expect(isInstalled(lock, { packages: {} })).toBe(false);
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
    expect(isInstalled(lock, null)).toBe(false);
  });
  it("names npm's reason from its output", () => {
    const output = 'npm warn old\nnpm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error request failed\n';
    expect(npmReason(output)).toBe('request failed');
  });
});

describe('the lockfile', () => {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');

  it('names the native packages of every system (else run: npm run lab -- complete-lock)', () => {
    expect(Object.keys(missingPlatformPackages(JSON.parse(text)))).toEqual([]);
  });
  it('names no registry, so every machine uses its own', () => {
    expect(text).not.toContain('"resolved": "http');
  });
  it('is completed with the system named in the package name', () => {
    const lock = {
      packages: { 'node_modules/x': { dev: true, optionalDependencies: { '@x/linux-arm64-musl': '1.0.0' } } },
    };
    expect(missingPlatformPackages(lock)).toEqual({
      'node_modules/@x/linux-arm64-musl': {
        version: '1.0.0',
        cpu: ['arm64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
    });
  });
});

describe('the options of npm start', () => {
  it('default to port 4173, for this machine only', () => {
    expect(readOptions([])).toEqual({ port: 4173, everywhere: false, dev: false, lan: null });
  });
  it.each([['0'], ['65536'], ['1.5'], ['http']])('refuse %s as a port', (port) => {
    expect(() => readOptions(['--port', port])).toThrow(/1 to 65535/);
  });
});

describe('the size budget', () => {
  const folder = mkdtempSync(join(tmpdir(), 'truehip-size-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('measures each kind of shipped script', async () => {
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<script src="/assets/app-1.js"></script>');
    const hardToShrink = Array.from({ length: 4000 }, (_, i) => ((i * 7919) % 99991).toString(36)).join('');
    writeFileSync(join(folder, 'assets', 'pose.worker-1.js'), hardToShrink);
    writeFileSync(join(folder, 'assets', 'app-1.js'), 'small');
    writeFileSync(join(folder, 'service-worker.js'), 'small');
    const sizes = await measureSizes(folder);
    expect(sizes.map((one) => one.name)).toEqual(Object.keys(budgets));
    expect(sizes[0]?.kilobytes).toBeGreaterThan(1);
    expect(sizes.slice(1).map((one) => one.kilobytes)).toEqual([1, 0, 0, 0, 1]);
  });
  it('refuses a kind that is too large or was not found', () => {
    const failed = overBudget([
      { name: 'worker', kilobytes: 11, budget: 10 },
      { name: 'page', kilobytes: 0, budget: 10 },
    ]);
    expect(failed).toHaveLength(2);
    expect(failed[0]).toBe('worker scripts weigh 11 kB gzipped, the budget is 10 kB');
    expect(overBudget([{ name: 'worker', kilobytes: 10, budget: 10 }])).toEqual([]);
  });
  it('names a file of the build that a host would refuse', async () => {
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'assets', 'weights-1.bin'), 'ten bytes.');
    expect(await tooLarge(folder)).toEqual([]);
    expect(await tooLarge(folder, 9)).toEqual(['weights-1.bin has 10 bytes, and some hosts take no more than 9']);
  });
});

describe('the summary of the tests', () => {
  it("counts Vitest's report, with a file that did not load as a failure", () => {
    const report = {
      numPassedTests: 3,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [
        {
          name: '/x/tests/a.test.ts',
          status: 'failed',
          assertionResults: [{ status: 'failed', fullName: 'a rule' }],
        },
        { name: '/x/tests/b.test.ts', status: 'failed', assertionResults: [] },
      ],
    };
    const failed = ['tests/a.test.ts › a rule', 'tests/b.test.ts (did not load)'];
    expect(readVitestReport(report)).toEqual({ passed: 3, failed, skipped: 1 });
  });
  it("counts Playwright's report with all nested suites", () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const report = {
      suites: [
        {
          file: 'e2e/a.spec.ts',
          specs: [spec('one', 'expected')],
          suites: [{ specs: [spec('two', 'unexpected'), spec('three', 'skipped'), spec('four', 'flaky')] }],
        },
      ],
    };
    const failed = ['e2e/a.spec.ts › two'];
    const again = ['e2e/a.spec.ts › four'];
    expect(readPlaywrightReport(report)).toEqual({ passed: 2, failed, again, skipped: 1 });
  });
  it('names the dearest files, all tests of a file and all tries of a test together', () => {
    const unit = vitestCosts({
      numPassedTests: 3,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [
        {
          name: '/x/tests/a.test.ts',
          status: 'passed',
          assertionResults: [{ status: 'passed', fullName: 'a', duration: 900 }],
        },
        {
          name: '/x/lab/b.test.ts',
          status: 'passed',
          assertionResults: [
            { status: 'passed', fullName: 'b', duration: 1500 },
            { status: 'passed', fullName: 'c', duration: 500 },
          ],
        },
      ],
    });
    expect(unit).toEqual([
      ['lab/b.test.ts', 2],
      ['tests/a.test.ts', 0.9],
    ]);
    expect(dearest(unit)).toEqual(['b.test.ts 2 s', 'a.test.ts 1 s']);
    const tries = { title: 'one', tests: [{ status: 'flaky', results: [{ duration: 4000 }, { duration: 3000 }] }] };
    expect(playwrightCosts({ suites: [{ file: 'e2e/a.spec.ts', suites: [{ specs: [tries] }] }] })).toEqual([
      ['e2e/a.spec.ts', 7],
    ]);
  });
  it('names tests that passed only when repeated, and does not call them failed', () => {
    const text = summary([
      { name: 'e2e', ok: true, passed: 2, failed: [], again: ['four'], skipped: 0, note: '', seconds: 1 },
    ]);
    expect(text).toContain('2 passed, 1 of them at a second try');
    expect(text).toContain('↻ four');
    expect(text).not.toContain('failed');
  });
  it('fits on one screen even with 500 failures', () => {
    const failed = Array.from({ length: 500 }, (_, i) => `test ${i}`);
    const text = summary([{ name: 'unit', ok: false, passed: 0, failed, skipped: 0, note: '', seconds: 1 }]);
    expect(text.split('\n').length).toBeLessThan(24);
    expect(text).toContain('and 485 more');
  });
});

describe('the house rules about text', () => {
  const off = ['// oxlint-dis', 'able-next-line'].join('');
  it.each([
    ['src/a.ts', off, 'no-switched-off-check'],
    ['src/a.ts', ['// TO', 'DO later'].join(''), 'no-notes-to-self'],
    ['README.md', ['see /ho', 'me/me/x'].join(''), 'no-machine-path'],
    ['src/ui/a.ts', "content: counter(part) '. ';", 'no-css-counter'],
    ['src/ui/a.ts', 'counter-reset: part;', 'no-css-counter'],
    ['src/ui/index.ts', '', 'no-barrel'],
    ['src/coach/rules/a.ts', "const clear = ({ own }: Draft<'speech'>) => own;", 'own-part-only'],
    ['src/coach/rules/a.ts', "import { say } from '../speech/speech-stage.ts';", 'one-order-of-stages'],
  ])('find in %s: %s', (file, text, rule) => {
    expect(breaches(file, text).join()).toContain(rule);
  });
  it('let a room of the coach change its own part, and the coach run its stage', () => {
    expect(breaches('src/coach/speech/a.ts', "const clear = ({ own }: Draft<'speech'>) => own;")).toEqual([]);
    expect(breaches('src/coach/coach.ts', "import { say } from './speech/speech-stage.ts';")).toEqual([]);
  });
  it('find nothing in plain text', () => {
    expect(breaches('src/drills/index.ts', "const url = 'https://example.org/home/x';\n")).toEqual([]);
  });
});
