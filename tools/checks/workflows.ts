import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { COMMANDS, LAB } from '../shared/commands.mjs';
import { root } from '../shared/paths.mjs';
import { filesBelow } from './repository-files.ts';

/** What a step may run: npm's scripts, and the commands behind `npm run lab -- NAME` and `node tools/run.mjs NAME`. */
export interface Known {
  scripts: readonly string[];
  commands: readonly string[];
  lab: readonly string[];
}

/**
 * @param line one line of a step's `run`
 * @returns whether it is a command of this project, which runs in a clean clone as well
 */
function isOwnCommand(line: string, { scripts, commands, lab }: Known): boolean {
  if (/^npm ci( --[\w-]+(=\w+)?)*$|^bash \.ci\/run$/.test(line)) return true;
  const [, script] = /^npm run ([\w-]+)( -- .*)?$/.exec(line) ?? /^npm (start|test)( -- .*)?$/.exec(line) ?? [];
  const rare = /^npm run lab -- ([\w-]+)/.exec(line)?.[1] ?? /^node tools\/run\.mjs lab ([\w-]+)/.exec(line)?.[1];
  if (rare !== undefined) return lab.includes(rare);
  if (script !== undefined) return scripts.includes(script);
  const [, command] = /^node tools\/run\.mjs ([\w-]+)/.exec(line) ?? [];
  return command !== undefined && commands.includes(command);
}

/** The part of a job that is checked. */
type Step = { run?: { toString(): string }; uses?: { toString(): string } };

/** An action of a commit: its author cannot put other code in its place. */
const isPinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

/**
 * Reads a workflow as GitHub's own parser does. Each step must run a command of this project, or use an action of one commit.
 * @param file path from the top folder, with forward slashes
 * @returns one line for each breach
 */
export async function workflowBreaches(file: string, text: string, known: Known): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter());
  if (!value) return context.errors.getErrors().map(({ message }) => message);
  const { jobs } = await convertWorkflowTemplate(context, value);
  const faults = context.errors.getErrors().map(({ message }) => message);
  if (faults.length > 0) return faults;
  const steps = jobs.flatMap((job) => ('steps' in job ? (job.steps as readonly Step[]) : []));
  if (steps.length === 0) return [`${file}: no job has a step`];
  return steps.flatMap(({ run, uses }) => {
    if (uses && !isPinned.test(String(uses))) return [`${file}: ${String(uses)} is not pinned to a commit`];
    const lines = run ? String(run).trim().split('\n') : [];
    return lines
      .filter((line) => !isOwnCommand(line.trim(), known))
      .map(
        (line) => `${file}: "${line.trim()}" is no command of this project; make it one (tools/shared/commands.mjs)`,
      );
  });
}

/** Checks every workflow of the repository. */
export async function workflowBreachesHere(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const known = { scripts: Object.keys(scripts), commands: Object.keys(COMMANDS), lab: Object.keys(LAB) };
  const files = (await filesBelow('.github/workflows')).filter((file) => /\.ya?ml$/.test(file));
  const all = files.map(async (file) => workflowBreaches(file, await readFile(join(root, file), 'utf8'), known));
  return (await Promise.all(all)).flat();
}
