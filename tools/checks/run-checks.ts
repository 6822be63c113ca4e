import { join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { auditShipped } from './audit.ts';
import { commitBreaches } from './commit-messages.ts';
import { houseBreaches } from './house-rules.ts';
import { namesHere, overNameBudget } from './name-budget.ts';
import { treeBreachesHere } from './tree-rules.ts';
import { workflowBreachesHere } from './workflows.ts';

interface Step {
  name: string;
  /** What to do when it fails. */
  hint: string;
  run: () => Promise<{ status: number; output: string; note?: string }>;
}

/**
 * A tool of node_modules, by Node and without a shell.
 * @param script below node_modules
 */
const tool = (name: string, hint: string, script: string, args: readonly string[]): Step => ({
  name,
  hint,
  run: () => runCommand(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root }),
});

/** A check of this folder. */
const own = (name: string, hint: string, breaches: () => Promise<readonly string[]>): Step => ({
  name,
  hint,
  run: async () => {
    const lines = await breaches();
    return { status: lines.length ? 1 : 0, output: lines.join('\n') };
  },
});

const steps: readonly Step[] = [
  tool('format', 'run npm run format', '@biomejs/biome/bin/biome', ['format', '--colors=off']),
  tool('lint', 'mend each line; .oxlintrc.json has the rules, npm run lint shows the code', 'oxlint/bin/oxlint', [
    '--type-aware',
    '--deny-warnings',
    '--format=unix',
  ]),
  tool('types', 'mend the first error of each file, then run npm run check again', 'typescript/bin/tsc', [
    '-b',
    '--pretty',
    'false',
  ]),
  tool('dead code', 'delete the export, file or package, or use it', 'knip/bin/knip.js', ['--no-progress']),
  own('house rules', 'change the lines as they say; CONTRIBUTING.md has the rules', houseBreaches),
  own('tree', 'split the file, write the README.md, or shorten the page', treeBreachesHere),
  {
    name: 'names',
    hint: 'merge files that are read together, or take a name away; only an issue raises a limit (name-budget.ts)',
    run: async () => {
      const counts = await namesHere();
      const breaches = overNameBudget(counts);
      const note = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
      return { status: breaches.length ? 1 : 0, output: breaches.join('\n'), note: note.join(', ') };
    },
  },
  own('workflows', 'mend .github/workflows; each step is a command of this project', workflowBreachesHere),
  {
    name: 'commits',
    hint: 'reword with git commit --amend or git rebase -i; CONTRIBUTING.md has the rules',
    run: async () => {
      const { breaches, note } = await commitBreaches();
      return { status: breaches.length ? 1 : 0, output: breaches.join('\n'), note };
    },
  },
  {
    name: 'audit',
    hint: 'update the package or its parent (docs/dependencies.md); npm audit says more',
    run: async () => {
      const { breaches, note } = await auditShipped();
      return { status: breaches.length ? 1 : 0, output: breaches.join('\n'), note: breaches.length ? '' : note };
    },
  },
];

/** @returns the last lines of a check: none when nothing failed, else one for each failed step */
function whatToDo(failed: readonly Step[]): string[] {
  if (failed.length === 0) return [];
  return ['check failed; what to do:', ...failed.map(({ name, hint }) => `  ${name}: ${hint}`)];
}

/** `npm run check`: every step runs, even after one failed; the time of each is shown. */
export async function main(): Promise<number | void> {
  const failed: Step[] = [];
  for (const step of steps) {
    const start = Date.now();
    const { status, output, note = '' } = await step.run();
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(
      `${status === 0 ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(12)} ${seconds.padStart(5)} s  ${note}`.trimEnd(),
    );
    if (status !== 0) {
      failed.push(step);
      console.log(output.trim().replace(/^/gm, '    '));
    }
  }
  for (const line of whatToDo(failed)) console.log(line);
  return failed.length ? 1 : 0;
}
