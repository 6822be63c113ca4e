import { referenceId, type KnownDrill, type Part } from './parts.ts';

/** What a drill needs beside the laptop, by drill or by drill and variant. One that is not listed needs a mat. */
const EQUIPMENT: Readonly<Record<string, readonly string[]>> = {
  'supine-sleeper': ['mat'],
  'supine-ir-pulses': ['mat', 'yoga block'],
  'quadruped-band-ir': ['mat', 'light band with an anchor beside you'],
  'ninety-ninety-stretch': ['mat'],
  'ninety-ninety-contract-relax': ['mat'],
  'ninety-ninety-pails-rails': ['mat'],
  'ninety-ninety-lift-off': ['mat'],
  'ninety-ninety-lift-off-hinge': ['mat'],
  'knee-to-knee': ['mat'],
  'knee-to-knee-wall': ['mat', 'free wall'],
  'standing-hamstring': ['box or chair for the heel'],
  'hip-movement-sequence': ['chair to hold'],
  'soft-tissue': ['mat'],
  'soft-tissue-ball': ['mat', 'massage ball'],
  'soft-tissue-roller': ['mat', 'foam roller'],
};

const MAT: readonly string[] = ['mat'];

const has = (key: string): boolean => Object.hasOwn(EQUIPMENT, key);

/** What this part's drill needs. */
export const equipmentOf = ({ reference, drill }: Pick<Part<KnownDrill>, 'reference' | 'drill'>) => {
  const keys = [drill?.id ?? '', referenceId(reference), drill?.variant?.of ?? '', reference.drill];
  return EQUIPMENT[keys.find(has) ?? ''] ?? MAT;
};

/** Everything to lay out before a programme begins, each thing once, in the order in which it is needed. */
export const equipmentList = (parts: readonly Part<KnownDrill>[]): readonly string[] => [
  ...new Set(parts.filter(({ drill }) => drill !== null).flatMap(equipmentOf)),
];
