import {
  PRESCRIPTION_VERSION,
  type PrescribedItem,
  type Prescription,
} from '../../training/prescription/prescription.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { newId } from '../../app/new-id.ts';

/** What is being written: it stays while the app is open, and is stored nowhere. */
export type Draft = Pick<Prescription, 'from' | 'for' | 'weeks' | 'items' | 'cautions'>;

/** A limit that is wanted and has no degrees yet. */
export const NO_DEGREES = 0;

export const newItem = (drill: string): PrescribedItem => ({
  drill,
  side: 'both',
  sets: 1,
  days: 3,
  limit: null,
  endRange: true,
  words: '',
});

let draft: Draft | null = null;

export const emptyDraft = (drills: readonly DrillDefinition[], from = ''): Draft => ({
  from,
  for: '',
  weeks: 4,
  items: [newItem(drills[0]?.id ?? '')],
  cautions: '',
});

export const currentDraft = (drills: readonly DrillDefinition[]): Draft => (draft ??= emptyDraft(drills));

export const changeDraft = (changed: Draft): void => {
  draft = changed;
};

/** Blanks, and signs that nobody typed on purpose, such as the end of a line that was pasted. */
const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The finished prescription, not checked yet. */
export const finished = (of: Draft, now: number): Prescription => ({
  ...of,
  version: PRESCRIPTION_VERSION,
  id: newId(),
  at: new Date(now).toISOString(),
  from: tidy(of.from),
  for: tidy(of.for),
  cautions: tidy(of.cautions),
  items: of.items.map((item) => ({ ...item, words: tidy(item.words) })),
});
