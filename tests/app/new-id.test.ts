import { afterEach, expect, it, vi } from 'vitest';
import { newId } from '../../src/app/new-id.ts';

afterEach(() => vi.unstubAllGlobals());

it('a new id is a random UUID, also on a page of plain http, which has no randomUUID', () => {
  const real = crypto;
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => real.getRandomValues(bytes) });
  const ids = Array.from({ length: 1000 }, newId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(1000);
});
