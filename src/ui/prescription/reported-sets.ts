import { dayInZone } from '../../training/planning/civil-day.ts';
import { dayWithSets } from '../../training/planning/done-at.ts';
import {
  type PrescriptionReport,
  type ReportedSet,
  reportOf,
} from '../../training/prescription/prescription-report.ts';
import type { TakenPrescription } from '../../training/prescription/prescription.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { type Side, sidesOf } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { doneSets, personsZone } from '../programmes/week-input.ts';
import type { Services } from '../shell/services.ts';

/** The flags of each hip: those in a phase of this side. */
function flagsOf(record: Pick<SetRecord, 'flags' | 'phases'> | null): Readonly<Record<Side, number>> {
  const count = { left: 0, right: 0 };
  for (const { start } of record?.flags ?? []) {
    const phase = record?.phases.find((one) => start >= one.start && start <= one.end);
    for (const side of phase ? sidesOf(phase.side) : []) count[side] += 1;
  }
  return count;
}

/** The person's own sets since the prescription was taken. A set that cannot be read has no flags. */
async function setsSince(services: Services, list: readonly SetOverview[], from: number): Promise<ReportedSet[]> {
  const own = list.flatMap((overview) => doneSets([overview]).map((done) => ({ overview, done })));
  const dayOf = dayWithSets(
    own.map(({ done }) => done),
    personsZone(),
  );
  const sets: ReportedSet[] = [];
  for (const { overview, done } of own) {
    const day = dayOf(done.startedAt);
    if (day < from) continue;
    const record = overview.flags === 0 ? null : await services.sets.load(overview.id).catch(() => null);
    sets.push({ ...done, day, hips: overview.hips, flags: flagsOf(record) });
  }
  return sets;
}

export async function makeReport(services: Services, taken: TakenPrescription): Promise<PrescriptionReport> {
  const now = new Date();
  const dayOf = dayInZone(personsZone());
  const from = dayOf(Date.parse(taken.takenAt));
  const sets = await setsSince(services, await services.sets.list(), from);
  return reportOf(taken, sets, { at: now.toISOString(), from, today: dayOf(now.getTime()) });
}
