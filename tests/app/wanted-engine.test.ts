import { expect, it } from 'vitest';
import { wantedEngine } from '../../src/app/wanted-engine.ts';

it('is the reference engine unless the address asks for our own by name', () => {
  expect(wantedEngine('')).toBe('reference');
  expect(wantedEngine('?engine=other')).toBe('reference');
  expect(wantedEngine('?engine=own')).toBe('own');
});
