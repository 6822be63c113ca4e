import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BodyId, bodySpec } from '../people/bodies.ts';
import { DATA_FOLDER, openAssets } from './asset-package.ts';
import { readBody, writeBody } from './body-file.ts';
import { buildBody } from './build-body.ts';
import type { SubjectBody } from '../contract.ts';
import { ensureAssets, LAB_CACHE } from '../command/lab-tools.ts';
import { say } from '../../../tools/shared/progress.ts';

/** Version of the cache. Increase it when `build-body.ts` builds the same recipe differently. */
const BUILD = 3;

export interface BuiltBody {
  readonly body: SubjectBody;
  /** Path of its two files, without the extension. */
  readonly file: string;
}

/** Returns bodies from the cache and builds missing ones from the assets. */
export interface BodyStore {
  readonly get: (id: BodyId) => BuiltBody;
  /** Path of a texture that a mesh names. */
  readonly pictureFile: (texture: string) => string;
}

export async function openBodyStore(): Promise<BodyStore> {
  const assets = await ensureAssets();
  const folder = join(LAB_CACHE, 'bodies');
  mkdirSync(folder, { recursive: true });
  const known = new Map<BodyId, BuiltBody>();

  const build = (id: BodyId): BuiltBody => {
    const spec = bodySpec(id);
    const recipe = createHash('sha256')
      .update(JSON.stringify([BUILD, spec]))
      .digest('hex')
      .slice(0, 12);
    const file = join(folder, `${id}-${recipe}`);
    // The JSON file is written last, so a body with a JSON file is complete.
    if (!existsSync(`${file}.json`)) {
      say(`building the body ${id}`);
      const opened = openAssets(assets);
      try {
        writeBody(file, buildBody(id, spec, opened));
      } finally {
        opened.close();
      }
    }
    return { body: readBody(file), file };
  };

  return {
    get(id) {
      const built = known.get(id) ?? build(id);
      known.set(id, built);
      return built;
    },
    pictureFile: (texture) => join(assets, DATA_FOLDER, texture),
  };
}
