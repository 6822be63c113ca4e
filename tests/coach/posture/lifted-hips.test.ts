import { describe, expect, it } from 'vitest';
import { checkPerson } from '../../../src/instrument/checks/person-check.ts';
import { Measuring } from '../../../src/instrument/fit/set-measurement.ts';
import { drillById } from '../../../src/drills/index.ts';
import { hipsUp, landmarksAfter, startedPerson } from '../../../lab/made/left-positions.ts';
import { seededRandom } from '../../../lab/made/noise.ts';
import { plain } from '../../../lab/made/paint.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { planFor, running, type SetRun } from '../../../lab/made/run-set.ts';

const FPS = 12;
const picture = plain(1, 1, 0);

/**
 * A set from the landmarks to the coach, without networks: hips lifted from 6 to 9 s, half a second on the way each time,
 * with 1 px of noise.
 */
function lifted(name: string, by: number): SetRun {
  const person = startedPerson(name);
  const { plan, finding, still } = person;
  const measuring = new Measuring(plan, { finding, still, pictures: [], at: 1, knees: null }, () => 0);
  const drill = drillById(person.drill);
  if (drill === null) throw new Error(`No such drill: ${person.drill}`);
  const run = running(planFor(drill, { sides: [plan.side] }));
  const random = seededRandom(3);
  for (let time = 1 + 1 / FPS; time < 12; time += 1 / FPS) {
    const share = Math.min(1, Math.max(0, Math.min(time - 6, 9.5 - time) / 0.5));
    const points = landmarksAfter(person, hipsUp(by), share).map((v) => v + 2 * (random() - 0.5));
    const landmarks = seenAt(points);
    const { body } = measuring.step(picture, landmarks, checkPerson(landmarks, still.width, still.height), time);
    const { postureLeft } = measuring;
    run.send({ kind: 'reading', reading: { ...makeReading({ time, referencePoseAt: 1 }), body, postureLeft } });
  }
  run.send({ kind: 'source-ended', time: 12 });
  return run;
}

const CLIPS = ['supine-sleeper-clean-far', 'knee-to-knee-floor-short-clean-51', 'supine-ir-pulses-clean-10'];

describe('hips that are held high for three seconds', () => {
  // Without its network the sleeper's drill does not measure a lift of 5 cm; its clips with a lift test that.
  it.each(CLIPS.slice(1))('in %s by 5 cm are flagged, in the drill’s own words', (name) => {
    const run = lifted(name, 0.05);
    expect(run.record().flags.map(({ rule }) => rule)).toEqual(['pelvis-lift']);
    expect(run.said).not.toContain('Bring your hips back down.');
  });

  it.each(CLIPS.flatMap((name) => [0.1, 0.2].map((by) => [name, by] as const)))(
    'in %s by %f m are flagged red, and said',
    (name, by) => {
      const run = lifted(name, by);
      const flags = run.record().flags.filter(({ rule }) => rule === 'pelvis-lift');
      expect(flags).toHaveLength(1);
      expect(flags[0]).toMatchObject({ severity: 'red', spoken: true });
      expect((flags[0]?.end ?? 0) - (flags[0]?.start ?? 0)).toBeGreaterThan(2);
      expect(run.record().flags.map(({ rule }) => rule)).toEqual(['pelvis-lift']);
      const asked = run.all('cue').filter(({ text }) => text === 'Bring your hips back down.');
      expect(asked).toHaveLength(1);
    },
  );

  it.each(CLIPS)('in %s are not seen where nobody lifts them', (name) => {
    expect(lifted(name, 0).record().flags).toEqual([]);
  });
});
