import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DRILLS } from '../../../src/drills/index.ts';
import { summarisePlaces } from './report/place-summary.ts';
import { proposalFor, verdictOn } from './report/proposal.ts';
import { STUDY_FILE, type StudyFile } from './report/study-outputs.ts';

const file = fileURLToPath(new URL(STUDY_FILE, import.meta.url));
const study = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as StudyFile) : null;
if (!study) console.log('no placement study is committed: the places that the drills recommend stay unchecked');
const cells = study?.cells ?? [];
const [studied, others] = [true, false].map((wanted) =>
  DRILLS.filter(({ id }) => cells.some(({ drill }) => drill === id) === wanted),
);
if (study && others?.length) {
  console.log(`not in the committed placement study: ${others.map(({ id }) => id).join(', ')}`);
}

describe.skipIf(!study)('the committed placement study', () => {
  const places = summarisePlaces(cells);

  it.each(studied ?? [])('accepts the azimuth that $id recommends', (drill) => {
    const proposal = proposalFor(drill.id, places);
    expect(proposal, `the study has no place from which ${drill.id} was measured`).not.toBeNull();
    if (proposal) expect(verdictOn(drill, proposal)).not.toBe('poor');
  });

  it('has at least four bodies for every drill', () => {
    for (const { id } of studied ?? []) {
      const own = cells.filter(({ drill }) => drill === id);
      expect(new Set(own.map(({ body }) => body)).size).toBeGreaterThanOrEqual(4);
    }
  });

  it('states the proposals that follow from its cells', () => {
    const drills = [...new Set(places.map(({ drill }) => drill))];
    const found = drills.map((drill) => proposalFor(drill, places)).filter((one) => one !== null);
    expect(study?.proposals).toEqual(JSON.parse(JSON.stringify(found)));
  });
});
