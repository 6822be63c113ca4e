import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';
import { type HouseCopy, houseCopy } from './house-copy.ts';

/** Starting Node and the bundler on a busy machine; nothing is measured by it. */
const patience = 60_000;

let house: HouseCopy | undefined;
afterEach(() => house?.remove());

describe('a command that needs the built app', () => {
  it(
    'brings the model weights before it builds, so that it works on a fresh clone',
    () => {
      house = houseCopy({ except: [] });
      writeFileSync(
        join(house.folder, 'build.mjs'),
        "import { ensureBuilt } from './tools/build/ensure-built.mjs';\n\nawait ensureBuilt();\n",
      );
      // The copy has no app, so the build fails; the weights are there by then.
      expect(house.run('build.mjs', []).output).toContain('the build failed');
      const manifest: { files: readonly { file: string }[] } = JSON.parse(
        readFileSync(join(root, 'models/manifest.json'), 'utf8'),
      );
      const weights = join(house.folder, 'models', 'weights');
      expect(manifest.files.filter(({ file }) => !existsSync(join(weights, file)))).toEqual([]);
    },
    patience,
  );
});
