/** Pseudo-random numbers that depend on a seed only. */
export interface Chance {
  /** Uniform, 0 ≤ x < 1. */
  readonly share: () => number;
  readonly between: (least: number, most: number) => number;
  readonly normal: () => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** An independent generator for a part: drawing more numbers in one part changes nothing in another. */
  readonly part: (name: string) => Chance;
}

/** 32-bit FNV-1a hash. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: small, fast, and the same on every machine. */
export function chanceOf(seed: string): Chance {
  let state = hashOf(seed);
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    share,
    between: (least, most) => least + (most - least) * share(),
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
    happens: (probability) => share() < probability,
    pick: (list) => list[Math.floor(share() * list.length)] ?? list[0],
    part: (name) => chanceOf(`${seed}/${name}`),
  };
}
