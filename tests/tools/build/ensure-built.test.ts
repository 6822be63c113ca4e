import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { root } from '../../../tools/shared/paths.mjs';
import { type HouseCopy, houseCopy } from './house-copy.ts';

/** Milliseconds. Node and the bundler start slowly on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const manifest: { files: readonly { file: string }[] } = JSON.parse(
  readFileSync(join(root, 'models/manifest.json'), 'utf8'),
);

let house: HouseCopy | undefined;
afterEach(() => house?.remove());

/** Runs a script in a copy of the tools without weights. Gives its output and the weights still missing. */
function runWithoutWeights(lines: readonly string[]): { output: string; missing: readonly string[] } {
  house = houseCopy({ except: [] });
  writeFileSync(join(house.folder, 'build.mjs'), `${lines.join('\n')}\n`);
  // No browser is opened: what is looked at comes before.
  const { output } = house.run('build.mjs', [], { TRUEHIP_CHROMIUM: 'no-browser' });
  const weights = join(house.folder, 'models', 'weights');
  const isThere = (file: string) =>
    existsSync(join(weights, file)) || existsSync(join(weights, file.replace('.bin', '.part1.bin')));
  return { output, missing: manifest.files.map(({ file }) => file).filter((file) => !isThere(file)) };
}

describe('on a fresh clone the model weights are copied into place', () => {
  it('by a command that needs the built app', () => {
    const { output, missing } = runWithoutWeights([
      "import { importTool } from './tools/shared/import-tool.mjs';",
      "const { ensureBuilt } = await importTool('build/ensure-built.ts');",
      'await ensureBuilt();',
    ]);
    // The copy has no app, so the build fails afterwards.
    expect(output).toContain('the build failed');
    expect(missing).toEqual([]);
  });

  it('by a command that builds a page of its own, such as npm run bench', () => {
    const { output, missing } = runWithoutWeights([
      "import { writeFileSync } from 'node:fs';",
      "import { importTool } from './tools/shared/import-tool.mjs';",
      "const { withBuiltPage } = await importTool('browser/built-page.ts');",
      "writeFileSync('page.html', '<!doctype html><p>page</p>');",
      "await withBuiltPage('page.html', { ready: 'page', called: 'the page' }, () => undefined);",
    ]);
    expect(output).toContain('TRUEHIP_CHROMIUM');
    expect(missing, output).toEqual([]);
  });
});
