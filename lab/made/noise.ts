/** Pseudo-random numbers in [0, 1), the same in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}

/** Normal pseudo-random numbers with standard deviation 1, the same in every run. */
export function seededNormal(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
}

/** Smooth texture of value noise, 0…1, without visible grid or repetition; spots are about one unit wide. */
export function texture(x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const fx = eased(x - column);
  const fy = eased(y - row);
  const upper = corner(column, row) * (1 - fx) + corner(column + 1, row) * fx;
  const lower = corner(column, row + 1) * (1 - fx) + corner(column + 1, row + 1) * fx;
  return upper * (1 - fy) + lower * fy;
}

const eased = (t: number): number => t * t * (3 - 2 * t);

function corner(column: number, row: number): number {
  let h = (Math.imul(column, 374761393) + Math.imul(row, 668265263)) | 0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}
