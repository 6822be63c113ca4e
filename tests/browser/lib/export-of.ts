import type { SetRecord } from '../../../src/coach/record/set-record.ts';

/** What the app writes when everything is exported; `values`: settings beside the sets, absent in an older file. */
export const exportOf = (sets: readonly SetRecord[], values?: Readonly<Record<string, unknown>>) => ({
  format: 'truehip-sets',
  version: 1,
  exportedAt: '2026-11-22T08:00:00.000Z',
  ...(values ? { settings: { version: 1, values } } : {}),
  leftOut: [],
  sets,
});
