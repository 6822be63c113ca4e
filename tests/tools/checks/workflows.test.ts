import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workflowBreaches, workflowBreachesHere } from '../../../tools/checks/workflows.ts';
import { filesBelow } from '../../../tools/checks/repository-files.ts';
import { root } from '../../../tools/shared/paths.mjs';

const KNOWN = { scripts: ['check', 'test', 'lab'], commands: ['check'], lab: ['release'] };

const workflow = (...steps: readonly string[]): string =>
  ['name: one', 'on: push', 'jobs:', '  one:', '    runs-on: ubuntu-latest', '    steps:']
    .concat(steps.map((step) => `      - ${step}`))
    .join('\n');
const breaches = (text: string): Promise<string[]> => workflowBreaches('one.yml', text, KNOWN);

describe('the workflows', () => {
  it('are four, and each step is a command of this project or a pinned action', async () => {
    const files = await filesBelow('.github/workflows');
    const names = files.map((file) => file.split('/').at(-1));
    expect(new Set(names)).toEqual(new Set(['check.yml', 'pages.yml', 'release.yml', 'test.yml']));
    expect(await workflowBreachesHere()).toEqual([]);
  });

  it('run everything that a change must pass', async () => {
    const must = readFileSync(join(root, '.ci', 'run'), 'utf8').match(/^npm .*$/gm) ?? [];
    const texts = ['check', 'test'].map((name) => readFileSync(join(root, `.github/workflows/${name}.yml`), 'utf8'));
    const run = new Set(texts.flatMap((text) => [...text.matchAll(/run: (.*)$/gm)].map(([, line]) => line)));
    expect(must.length).toBeGreaterThan(3);
    expect(must.filter((line) => !run.has(line))).toEqual([]);
  });

  it('publish nothing that was not checked and tested in the same job', () => {
    for (const name of ['pages', 'release']) {
      const text = readFileSync(join(root, `.github/workflows/${name}.yml`), 'utf8');
      const order = ['npm run check', 'npm test', name === 'pages' ? 'upload-pages-artifact' : '--publish'];
      const places = order.map((words) => text.indexOf(words));
      expect(places, name).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
  });
});

it.each([
  ['a key that GitHub does not know', `${workflow('run: npm test')}\n        shel: bash`, /shel/],
  ['a text that is no YAML', 'name: [', /./],
  ['an expression that ends too early', workflow("run: npm test\n        if: ${{ github.ref == 'a }}"), /./],
  ['a trigger that does not exist', workflow('run: npm test').replace('on: push', 'on: pushed'), /pushed/],
  ['a job without steps', 'on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps: []', /step/],
  [
    'a job that needs one that is not there',
    workflow('run: npm test').replace('    steps:', '    needs: two\n    steps:'),
    /no dependencies/,
  ],
  ['an action that is not pinned', workflow('uses: actions/checkout@v7'), /not pinned/],
  ['a script of nobody', workflow('run: npm run deploy'), /no command of this project/],
  ['a rare command of nobody', workflow('run: npm run lab -- deploy'), /no command of this project/],
  ['a step that only a shell of GitHub knows', workflow('run: npm test && curl x'), /no command of this project/],
])('the check of workflows refuses %s', async (_, text, says) => {
  expect((await breaches(text)).join('\n')).toMatch(says);
});
