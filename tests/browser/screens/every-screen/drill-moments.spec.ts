import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Gauge } from '../../../../src/coach/coach-contract.ts';
import { DRILLS } from '../../../../src/drills/index.ts';
import { root } from '../../../../tools/shared/paths.mjs';
import { writeCoachScript } from '../../../../lab/coach-script/coach-script.ts';
import { scriptOptions } from '../../../../lab/coach-script/main.ts';
import { layoutFaults } from '../../lib/layout-faults.ts';
import { SIZE_LOOKS } from '../../lib/looks.ts';
import { test } from '../../lib/ui-test.ts';

/** On demand, `TRUEHIP_PICTURES=drills`: the pictures lie there, by drill. */
const folder = join(root, 'tests', 'out', 'pictures', 'drills');
const wanted = process.env['TRUEHIP_PICTURES'] === 'drills';

interface Moment {
  readonly name: string;
  readonly gauge: Gauge;
}

/** One moment of each kind of phase and of each leg, and the first fault, of a whole set as the coach runs it. */
function momentsOf(drill: string, language: string): readonly Moment[] {
  const found = new Map<string, Gauge>();
  const [rule = null] = DRILLS.find(({ id }) => id === drill)?.rules ?? [];
  const wish = { drill, goal: 'prep', language, sides: 'both', start: 'held', first: true };
  for (const fault of rule === null ? [null] : [null, rule.id]) {
    const options = scriptOptions({ ...wish, fault });
    if (typeof options === 'string') throw new Error(options);
    const watch = (gauge: Gauge): void => {
      const { phase, cue, left } = gauge;
      if (phase === null) return;
      const since = (phase.length ?? 0) - (left ?? 0);
      const name = cue === null ? `${phase.kind}-${phase.side}-${phase.title}` : 'fault';
      // A little into the phase, so that a number is there.
      if (!found.has(name) && (cue !== null || since > 2)) found.set(name, gauge);
    };
    writeCoachScript({ ...options, faultSize: 'red', watch });
  }
  return [...found].map(([name, gauge], index) => ({
    name: `${String(index).padStart(2, '0')}-${name.replaceAll(/\W+/g, '-').toLowerCase()}`,
    gauge,
  }));
}

/** Shows the placing of a drill in the language of the page. */
const place = (page: Page, drill: string): Promise<void> =>
  page.evaluate((id) => {
    const { session, services, spokenPlan, sleeperPlan, goodReading } = window.harness;
    const one = services.drills.find((each) => each.id === id) ?? sleeperPlan.drill;
    const plan = spokenPlan({ ...sleeperPlan, drill: one, preset: one.presets.prep });
    session.show({ stage: 'placing', source: one.camera === 'none' ? 'none' : 'camera', plan, reading: goodReading });
  }, drill);

for (const { id } of DRILLS)
  test(`at each moment of a set nothing is cut off, at four sizes and in both languages: ${id}`, async ({
    page,
    ui,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await ui.startPlacing();
    await place(page, id);
    let language = 'en';
    let moments = momentsOf(id, language);
    expect(moments.length).toBeGreaterThan(1);
    for (const look of SIZE_LOOKS) {
      if (look.language !== language) {
        await ui.speakGerman();
        await place(page, id);
        language = look.language;
        moments = momentsOf(id, language);
      }
      await page.setViewportSize(look);
      for (const { name, gauge } of moments) {
        await page.evaluate((now) => window.harness.session.show({ stage: 'running', gauge: now }), gauge);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        expect.soft(await layoutFaults(page), `${look.name} ${name}`).toEqual([]);
        if (wanted) await page.screenshot({ path: join(folder, id, `${name}-${look.name}.png`) });
      }
    }
  });
