import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BodyId, bodySpec } from './bodies.ts';
import { DATA_FOLDER, openAssets } from './body/asset-package.ts';
import { readBody, writeBody } from './body/body-file.ts';
import { buildBody } from './build-body.ts';
import type { SubjectBody } from './contract.ts';
import type { LabTools } from '../../tools/lab/lab-tools.mjs';

/** Raised when `build-body.ts` builds the same recipe differently. */
const BUILD = 3;

export interface BuiltBody {
  readonly body: SubjectBody;
  /** Its two files without their ending. */
  readonly file: string;
}

/** Bodies from the cache; built from the assets where they are not there yet. */
export interface BodyStore {
  readonly get: (id: BodyId) => BuiltBody;
  /** A picture that a mesh names. */
  readonly pictureFile: (texture: string) => string;
}

export async function openBodyStore({ cache, say, ensureAssets }: LabTools): Promise<BodyStore> {
  const assets = await ensureAssets();
  const folder = join(cache, 'bodies');
  mkdirSync(folder, { recursive: true });
  const known = new Map<BodyId, BuiltBody>();

  const build = (id: BodyId): BuiltBody => {
    const spec = bodySpec(id);
    const recipe = createHash('sha256')
      .update(JSON.stringify([BUILD, spec]))
      .digest('hex')
      .slice(0, 12);
    const file = join(folder, `${id}-${recipe}`);
    // The head is written last: where it is, the body is whole.
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
