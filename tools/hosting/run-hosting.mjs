import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from '../build/ensure-built.mjs';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { withMarkedText } from '../shared/marked-text.mjs';
import { root } from '../shared/paths.mjs';
import { PlainError, runTool } from '../shared/plain-error.mjs';
import { hostingFiles } from './hosting-files.mjs';
import { costTable, visitCosts } from './visit-costs.mjs';

const marks = { begin: '<!-- costs: begin, written by npm run hosting -->', end: '<!-- costs: end -->' };

/** `npm run hosting`: writes the configurations for other servers, and what visits cost. */
export function main() {
  return runTool(async () => {
    await ensureInstalled();
    const folder = join(root, 'docs', 'hosting');
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(hostingFiles())) await writeFile(join(folder, name), text);
    const table = costTable(await visitCosts(await ensureBuilt()));
    const page = join(root, 'docs', 'hosting.md');
    const changed = withMarkedText(await readFile(page, 'utf8'), marks, table);
    if (changed === null)
      throw new PlainError(`docs/hosting.md has lost its marks "${marks.begin}" and "${marks.end}"; put them back.`);
    await writeFile(page, changed);
    console.log(`docs/hosting/: ${Object.keys(hostingFiles()).join(', ')}; docs/hosting.md:\n${table}`);
  });
}
