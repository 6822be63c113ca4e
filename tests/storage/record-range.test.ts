import { expect, test } from 'vitest';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { makeRecord } from './make-record.ts';

test('the angle that a drill works on is kept where it is not the usual one, and must be one that is known', () => {
  const sets = makeRecord().summary.sets.map((set) => ({ ...set, of: 'hip-flexion' as const }));
  const bent = makeRecord({ range: 'hip-flexion', summary: { ...makeRecord().summary, sets } });
  expect(validateRecord(bent)).toEqual({ ok: true, value: bent });
  expect(validateRecord({ ...bent, range: 'elbow' })).toMatchObject({ ok: false });
});
