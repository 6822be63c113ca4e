import type { KeptTexts } from '../../../src/storage/people/people.ts';

/** Texts as a browser keeps them, in memory. */
export function keptTexts(): KeptTexts {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

const refuse = () => {
  throw new DOMException('no', 'SecurityError');
};
export const refusedTexts: KeptTexts = { getItem: refuse, setItem: refuse, removeItem: refuse };
