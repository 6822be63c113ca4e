import { expect, it } from 'vitest';
import { wantedEngine } from '../../../src/app/worker-client/wanted-engine.ts';

it('is our own engine unless the address asks for the reference by name', () => {
  expect(wantedEngine('')).toBe('own');
  expect(wantedEngine('?engine=other')).toBe('own');
  expect(wantedEngine('?engine=reference')).toBe('reference');
});
