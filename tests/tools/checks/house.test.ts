import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { missingPlatformPackages } from '../../../tools/build/complete-lock.ts';
import { isInstalled } from '../../../tools/build/ensure-installed.mjs';
import { breaches } from '../../../tools/checks/house-rules.ts';
import { unsupportedNode } from '../../../tools/shared/node-version.mjs';
import { root } from '../../../tools/shared/paths.mjs';
import { budgets, measureSizes, overBudget, tooLarge } from '../../../tools/checks/size-budget.ts';
import { readOptions } from '../../../tools/build/before-start.mjs';
import { readPlaywrightReport, readVitestReport } from '../../../tools/checks/test-report.ts';
import { auditResult } from '../../../tools/checks/audit.ts';
import { messageBreaches, readLog } from '../../../tools/checks/commit-messages.ts';

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
});

describe('the lockfile', () => {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');

  it('names the native packages of every system (else run: npm run lab -- complete-lock)', () => {
    expect(Object.keys(missingPlatformPackages(JSON.parse(text)))).toEqual([]);
  });
  it('names no registry, so every machine uses its own', () => {
    expect(text).not.toContain('"resolved": "http');
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
});

describe('the audit of the shipped packages', () => {
  it('fails for each package with a known hole', () => {
    const answer = { vulnerabilities: { lit: { severity: 'high', range: '<3' } } };
    expect(auditResult(`npm warn x\n${JSON.stringify(answer)}\n`).breaches).toEqual(['lit <3: high']);
  });

  it('passes where none is known', () => {
    expect(auditResult('{"vulnerabilities":{}}')).toEqual({ breaches: [], note: 'no known holes' });
  });

  it.each(['', 'no network', '{"message":"405 Method Not Allowed","error":{}}', '{"broken'])(
    'says that nothing was asked where the registry does not answer: %s',
    (output) => {
      expect(auditResult(output)).toEqual({
        breaches: [],
        note: 'not asked: the registry answers no audits here',
      });
    },
  );
});

const commit = (subject: string, body = 'Because it was seen to fail.') => ({ id: 'abc1234', subject, body });

describe('the message of a commit', () => {
  it.each([
    'Widen the band while the pelvis is hidden',
    'Embed the font',
    'Bring the weights',
    'Pass the time as a number',
  ])('may be "%s"', (subject) => {
    expect(messageBreaches(commit(subject))).toEqual([]);
  });

  it.each([
    ['A '.padEnd(73, 'x'), 'characters'],
    ['widen the band', 'capital'],
    ['Widen the band.', 'full stop'],
    ['Widened the band', 'imperative'],
    ['Widening of the band', 'imperative'],
    ['Adds a band', 'imperative'],
    ['Fixes: a band', 'imperative'],
    ['The band is wider', 'imperative'],
  ])('may not be "%s"', (subject, says) => {
    expect(messageBreaches(commit(subject)).join('\n')).toContain(says);
  });

  it('says why in its body', () => {
    expect(messageBreaches(commit('Widen the band', ' \n'))).toEqual([expect.stringContaining('the body is empty')]);
  });

  it('is read from the log, with bodies of many lines or none', () => {
    const log = 'a1\x1fAdd one\x1fWhy.\n\nAnd more.\n\x1e\nb2\x1fAdd two\x1f\x1e\n';
    expect(readLog(log)).toEqual([
      { id: 'a1', subject: 'Add one', body: 'Why.\n\nAnd more.' },
      { id: 'b2', subject: 'Add two', body: '' },
    ]);
  });
});
