import { makeHipRecord } from '../../training/assessment/make-hip-record.ts';

/** Two seated hip tests of one person, four weeks apart: the left hip by itself has gained 11°. */
export const hipRecords = [
  makeHipRecord({
    id: 'hip-1',
    startedAt: '2026-10-23T17:00:00.000Z',
    left: [38, 20, 44, 38],
    right: [40, 33, 45, 40],
  }),
  makeHipRecord({
    id: 'hip-2',
    startedAt: '2026-11-20T17:00:00.000Z',
    left: [39, 31, 45, 40],
    right: [41, 34, 45, null],
    fromPelvis: 6,
  }),
];
