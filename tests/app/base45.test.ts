import { expect, test } from 'vitest';
import { base45, bytesOf45 } from '../../src/app/base45.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('base 45 writes the examples of RFC 9285, and reads them', () => {
  for (const [text, written] of [
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
  ] as const) {
    expect(base45(bytes(text))).toBe(written);
    expect(bytesOf45(written)).toEqual(bytes(text));
  }
  for (const wrong of ['A', 'GGW', ':::', 'ab']) expect(bytesOf45(wrong)).toBeNull();
});
