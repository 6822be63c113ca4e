import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { withExitStatus } from '../shared/exit-error.mjs';
import { labCache, labTools } from './lab-parts.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { progressLine } from '../shared/progress-line.mjs';
import { HELP, readArguments } from './subject-arguments.mjs';

/**
 * `npm run subject`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => render(args)));
}

/** @param {readonly string[]} args */
async function render(args) {
  const wish = readArguments(args);
  if (wish === 'help') {
    console.log(HELP);
    return;
  }
  const { say, show, clear } = progressLine();
  await ensureInstalled({ say });
  mkdirSync(labCache, { recursive: true });
  // Imported late, because its packages may have been missing until now.
  const { bundleSubject } = await import('./bundle-subject.mjs');
  const { code, stageFolder, lab } = await bundleSubject(labCache, say);
  const tools = await labTools({ code, stageFolder, say, show });
  try {
    await lab.runSubject({ ...wish, out: resolve(wish.out) }, tools);
  } finally {
    clear();
  }
}
