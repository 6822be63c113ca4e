import type { SetRecord } from '../../../src/coach/record/set-record.ts';

/** The app's export of these sets. `values` are the settings in it; older exports have none. */
export const exportOf = (sets: readonly SetRecord[], values?: Readonly<Record<string, unknown>>) => ({
  format: 'truehip-sets',
  version: 1,
  exportedAt: '2026-11-22T08:00:00.000Z',
  ...(values ? { settings: { version: 1, values } } : {}),
  leftOut: [],
  sets,
});
