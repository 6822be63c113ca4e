import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { withExitStatus } from '../shared/exit-error.mjs';
import { labCache, labTools } from './lab-parts.mjs';
import { HELP, readArguments } from './placement-arguments.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { progressLine } from '../shared/progress-line.mjs';

/**
 * `npm run placement`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => study(args)));
}

/** @param {readonly string[]} args */
async function study(args) {
  const wish = readArguments(args);
  if (wish === 'help') {
    console.log(HELP);
    return;
  }
  const { say, show, clear } = progressLine();
  await ensureInstalled({ say });
  mkdirSync(labCache, { recursive: true });
  // Imported late, because their packages may have been missing until now.
  const { bundleSubject } = await import('./bundle-subject.mjs');
  const { bundlePlacement, PAGE } = await import('./bundle-placement.mjs');
  const { openLabPage } = await import('./open-lab-page.mjs');
  const { code, stageFolder } = await bundleSubject(labCache, say);
  const { pageFolder, study: lab } = await bundlePlacement(labCache, say);
  const tools = await labTools({ code, stageFolder, say, show });
  try {
    await lab.runPlacement(
      { ...wish, out: resolve(wish.out) },
      {
        ...tools,
        openAnalysis: () =>
          openLabPage({ folder: pageFolder, page: PAGE, ready: 'placementAnalyse', called: 'the study’s page', say }),
      },
    );
  } finally {
    clear();
  }
}
