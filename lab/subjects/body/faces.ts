/** One polygon of three.js's JSON format 3: three or four corners. */
export interface Face {
  readonly vertices: readonly number[];
  readonly material: number;
  readonly uvs: readonly number[] | null;
}

/** Bits of the format that this reader understands. Normals and colours are skipped. */
const QUAD = 1;
const MATERIAL = 2;
const FACE_UV = 4;
const VERTEX_UV = 8;
const FACE_NORMAL = 16;
const VERTEX_NORMAL = 32;
const FACE_COLOUR = 64;
const VERTEX_COLOUR = 128;

export function readFaces(packed: readonly number[]): Face[] {
  const faces: Face[] = [];
  let at = 0;
  const next = () => packed[at++] ?? 0;
  const take = (count: number) => packed.slice(at, (at += count));
  while (at < packed.length) {
    const bits = next();
    const corners = bits & QUAD ? 4 : 3;
    const vertices = take(corners);
    const material = bits & MATERIAL ? next() : 0;
    if (bits & FACE_UV) next();
    const uvs = bits & VERTEX_UV ? take(corners) : null;
    if (bits & FACE_NORMAL) next();
    if (bits & VERTEX_NORMAL) take(corners);
    if (bits & FACE_COLOUR) next();
    if (bits & VERTEX_COLOUR) take(corners);
    faces.push({ vertices, material, uvs });
  }
  return faces;
}

/** Triangles with their own vertices: one vertex for each pair of source vertex and texture coordinate. */
export interface Surface {
  /** For each vertex its index in the source mesh. */
  readonly source: readonly number[];
  readonly uv: readonly number[];
  readonly triangles: readonly number[];
}

export function surfaceOf(faces: readonly Face[], uvs: readonly number[]): Surface {
  const known = new Map<string, number>();
  const source: number[] = [];
  const uv: number[] = [];
  const triangles: number[] = [];
  const vertexAt = (vertex: number, place: number) => {
    const key = `${vertex},${place}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, source.length);
    uv.push(uvs[2 * place] ?? 0, uvs[2 * place + 1] ?? 0);
    return source.push(vertex) - 1;
  };
  for (const face of faces) {
    const [a = 0, b = 0, c = 0, d] = face.vertices.map((v, i) => vertexAt(v, face.uvs?.[i] ?? 0));
    triangles.push(a, b, c);
    if (d !== undefined) triangles.push(a, c, d);
  }
  return { source, uv, triangles };
}
