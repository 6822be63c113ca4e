import { beforeEach, describe, expect, it } from 'vitest';
import { standingPerson } from '../../../lab/made/made-people.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';
import { emptyImage } from '../fixtures.ts';
import { AUTO, instrumentRig, PLAN } from '../instrument-rig.ts';

describe('counting people', () => {
  let rig: ReturnType<typeof instrumentRig>;
  const analyse = (time: number) => rig.instrument.analyse(rig.frame(), time);

  beforeEach(async () => {
    rig = instrumentRig();
    await rig.instrument.load(AUTO, () => undefined);
    await rig.instrument.begin({ ...PLAN, countsPeople: true });
  });

  it('happens now and then before the reference pose; the reading reports its time', async () => {
    // The first reading of a measurement does not wait for it.
    expect((await analyse(0)).people).toBeNull();
    const first = await analyse(0.05);
    expect(first.people).toEqual({ people: 1, still: 0 });
    expect(first.timings).toMatchObject({ model: 110, total: 125 });
    const next = await analyse(0.1);
    expect(next.people).toEqual({ people: 1, still: 0 });
    expect(next.timings.model).toBe(40);
    rig.completeReferencePose();
    for (let time = 1; time < 5; time++) expect((await analyse(time)).people).toBeNull();
    expect(rig.state.looks).toBe(1);
  });

  it('takes no time from a set, not even before its reference pose', async () => {
    await rig.instrument.begin(PLAN);
    for (let time = 0; time < 5; time++) expect((await analyse(time)).people).toBeNull();
    expect(rig.state.looks).toBe(0);
  });

  it('leaves the person followed when the set begins right after the placing, and only then', async () => {
    await analyse(0);
    const { resets } = rig.state;
    await rig.instrument.begin(PLAN);
    expect(rig.state.resets).toBe(resets);
    await analyse(0.1);
    // A change of side.
    await rig.instrument.begin(PLAN);
    expect(rig.state.resets).toBe(resets + 1);
    // The next placing, of which no frame is read.
    await rig.instrument.begin({ ...PLAN, countsPeople: true });
    await rig.instrument.begin(PLAN);
    expect(rig.state.resets).toBe(resets + 3);
  });

  it('does not start until a person is accepted', async () => {
    rig.state.believed = false;
    expect((await analyse(0)).people).toBeNull();
    expect(rig.state.looks).toBe(0);
  });

  it('goes on after the reference pose while there are several people, until they have left', async () => {
    const visitor = seenAt(standingPerson());
    rig.state.others = [{ ...visitor, points: visitor.points.map((position) => position / 15) }];
    rig.state.forModel = () => {
      const picture = emptyImage(64, 36);
      // Only the other person’s part of the picture changes.
      for (let y = 6; y < 32; y++)
        for (let x = 29; x < 36; x++) picture.data[4 * (64 * y + x) + 1] = 60 * (rig.state.looks % 4);
      return picture;
    };
    for (let time = 0; time < 5; time++) await analyse(time);
    rig.completeReferencePose();
    expect((await analyse(5)).people).toEqual({ people: 2, still: 0 });
    rig.state.others = [];
    for (let time = 6; time < 10; time++) await analyse(time);
    expect((await analyse(10)).people).toBeNull();
    const { looks } = rig.state;
    await analyse(12);
    expect(rig.state.looks).toBe(looks);
  });

  it('does not count against the model’s frame rate', async () => {
    rig.state.lookTime = 400;
    for (let time = 0; time <= 150; time++) await analyse(time);
    expect(rig.state.looks).toBe(150);
    expect(rig.state.changes).toEqual([]);
  });
});
