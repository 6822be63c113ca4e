import { describe, expect, it } from 'vitest';
import { csvText, FRAME_COLUMNS, frameColumns } from '../../../src/coach/record/csv.ts';
import { withPhone } from '../../../src/coach/rules/phone-rules.ts';
import { summarise } from '../../../src/coach/record/summarise.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { phoneCoach } from '../../../src/i18n/en/hip/phone-coach.ts';
import type { PhoneReading } from '../../../src/instrument/output/reading.ts';
import { validateRecord } from '../../../src/storage/validate-record.ts';
import { planFor, SetRun, WITHOUT_CAMERA } from '../../../lab/made/run-set.ts';

/** A sleeper with a phone: still, then a twist of 9° in the passive phase, while the camera sees nothing of it. */
function recorded(isUsed: boolean) {
  const drill = isUsed ? withPhone(supineSleeper, phoneCoach) : supineSleeper;
  const run = new SetRun(planFor(drill, isUsed ? { phone: true } : {}));
  run.readFor(0, 30, (time) => {
    const twist = time > 10 && time < 14 ? -9 : 0;
    const estimate = (value: number) => ({ value, sd: 0.9 });
    const pelvis = { twist: estimate(twist), obliquity: null, tilt: estimate(1) };
    const camera = { twist: 0.5, obliquity: 0, tilt: -0.5 };
    const isCompared = Math.round(time * 12) % 6 === 0;
    const phone: PhoneReading = { state: 'ready', problem: null, pelvis, ...(isCompared ? { camera } : {}) };
    return {
      internalRotation: 20,
      referencePoseAt: 0.5,
      ...(isUsed ? { twist, tilt: 1, phone } : { unseen: { 'pelvis-twist': 'not-seen-from-here' } }),
    };
  });
  run.send({ kind: 'stop', time: 30, why: 'stopped' });
  return {
    record: run.recorder.finish({ ...WITHOUT_CAMERA, source: { ...WITHOUT_CAMERA.source, kind: 'camera' } }),
    drill,
  };
}

describe('a set with a phone on the pelvis', () => {
  const { record } = recorded(true);

  it('says who watched, and has the flag of what only the phone saw, with its cue', () => {
    expect(record.phone).toBe(true);
    const flags = record.flags.filter(({ rule }) => rule === 'pelvis-twist');
    expect(flags).toHaveLength(1);
    expect(flags[0]?.peak).toBeCloseTo(9, 0);
    expect(flags[0]?.cue).toBe(phoneCoach.rules.lying['pelvis-twist']?.cue);
  });

  it('keeps twice a second what phone and camera say of the pelvis', () => {
    const both = record.frames.filter((frame) => frame.both);
    expect(both.length / record.frames.length).toBeCloseTo(1 / 6, 1);
    expect(both.at(-1)?.both).toEqual({
      phone: { twist: 0, obliquity: null, tilt: 1 },
      camera: { twist: 0.5, obliquity: 0, tilt: -0.5 },
    });
  });

  it('goes through JSON and CSV, and is refused where a number is none', () => {
    const json: unknown = JSON.parse(JSON.stringify(record));
    expect(validateRecord(json)).toEqual({ ok: true, value: json });
    const frames = record.frames.map((frame) => ({ ...frame, both: { phone: {}, camera: {} } }));
    expect(validateRecord({ ...record, frames }).ok).toBe(false);
    const text = csvText(frameColumns(record), record.frames);
    expect(text.split('\r\n')[0]).toContain('phone_twist_deg,camera_twist_deg');
  });

  it('counts the pelvis as watched without the hips in the picture', () => {
    const drill = withPhone(supineSleeper, null);
    expect(summarise(record, drill).sets[0]?.pelvisWatched).toBeGreaterThan(0.9);
  });

  it('adds nothing to a set without one', () => {
    const plain = recorded(false).record;
    expect(plain).not.toHaveProperty('phone');
    expect(plain.frames.some((frame) => 'both' in frame)).toBe(false);
    expect(frameColumns(plain)).toBe(FRAME_COLUMNS);
  });
});
