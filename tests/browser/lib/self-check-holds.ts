import type { Page } from '@playwright/test';

/** Gives readings at ten a second in which the hip stays at an angle, from `from` seconds on. */
export const holdAt = (page: Page, angle: number, from: number, seconds = 5): Promise<void> =>
  page.evaluate(
    (given) => {
      const { session, goodReading, gaugeOf, phaseOf } = window.harness;
      const { body } = goodReading;
      if (!body) throw new Error('the reading has a body');
      const leg = {
        ...body.leg.left,
        internalRotation: { value: given.angle, sd: 2 },
        pelvisContribution: 0,
      };
      const shin = { slope: 1.5 * given.angle, tip: given.angle };
      for (let i = 0; i < 10 * given.seconds; i += 1)
        session.show({
          gauge: gaugeOf({ phase: phaseOf('reps', { length: null }), left: null }),
          reading: {
            ...goodReading,
            time: given.from + i / 10,
            body: { ...body, leg: { left: leg, right: leg }, shin: { left: shin, right: shin } },
          },
        });
    },
    { angle, from, seconds },
  );
