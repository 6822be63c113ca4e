import type {
  DrillDefinition,
  PhaseTemplate,
  RepGuide,
  RepParts,
  RuleDefinition,
  RuleId,
} from '../coach/drill-definition.ts';
import type { WordedDrill } from '../drills/index.ts';

/** As many texts as the English drill has, for example one for each step. */
type Same<T extends readonly unknown[], Text> = { readonly [K in keyof T]: Text };

/** `change` is required where the English rule has one; `tests/drills` holds it. */
type RuleTexts = Pick<RuleDefinition, 'cue' | 'explanation' | 'change'>;

interface MoveTexts {
  readonly title: string;
  readonly call: string;
}

/** Texts that some drills and phases have. */
type SomeDrillTexts = 'line' | 'variant' | 'otherSide' | 'otherLaptop';
type SomePhaseTexts = 'word' | 'again' | 'feel' | 'unseen' | 'bounded' | 'lesson';

/** A text for each of these that the English one has. */
type TextsWhere<T, Name extends string> = {
  readonly [N in Name as T extends { readonly [Has in N]: unknown } ? N : never]: string;
};

type CallTexts<C> = { readonly text: string } & TextsWhere<C, 'word'>;

type PhaseTexts<P> = Pick<PhaseTemplate, 'title' | 'instruction'> &
  (P extends { readonly calls: infer Calls extends readonly unknown[] }
    ? { readonly calls: { readonly [K in keyof Calls]: CallTexts<Calls[K]> } }
    : unknown) &
  (P extends { readonly instead: unknown }
    ? { readonly instead: Pick<PhaseTemplate, 'instruction'> & TextsWhere<P['instead'], 'word'> }
    : unknown) &
  TextsWhere<P, SomePhaseTexts>;

type PhaseList<T extends readonly unknown[]> = { readonly [K in keyof T]: PhaseTexts<T[K]> };

type RepsOf<D extends DrillDefinition> = (D['reps'] extends { readonly words: unknown }
  ? { readonly words: NonNullable<NonNullable<DrillDefinition['reps']>['words']> }
  : unknown) &
  (D['reps'] extends { readonly guide: infer Guide extends readonly unknown[] }
    ? { readonly guide: { readonly [K in keyof Guide]: { readonly [Moment in keyof Guide[K]]: string } } }
    : unknown) &
  (D['reps'] extends { readonly parts: infer Parts }
    ? { readonly parts: { readonly [Part in keyof Parts]: string } }
    : unknown) &
  (D['reps'] extends { readonly sequence: infer Steps extends readonly { readonly id: string }[] }
    ? { readonly moves: Readonly<Record<Steps[number]['id'], MoveTexts>> }
    : unknown);

/** All texts of a drill for another language: exactly those that the English drill has. */
export type TextsOf<D extends DrillDefinition> = Pick<
  DrillDefinition,
  'title' | 'summary' | 'caution' | 'demonstration'
> & {
  readonly steps: Same<D['steps'], string>;
  readonly placement: Omit<DrillDefinition['placement'], 'id'>;
  readonly phases: PhaseList<D['phases']>;
  readonly rules: Readonly<Record<D['rules'][number]['id'], RuleTexts>>;
} & RepsOf<D> &
  TextsWhere<D, SomeDrillTexts>;

export interface DrillTexts
  extends Pick<DrillDefinition, 'title' | 'summary' | 'steps' | 'caution' | 'demonstration'>,
    Partial<Readonly<Record<SomeDrillTexts, string>>> {
  readonly placement: Omit<DrillDefinition['placement'], 'id'>;
  readonly phases: readonly (Pick<PhaseTemplate, 'title' | 'instruction' | SomePhaseTexts> & {
    readonly calls?: readonly { readonly text: string; readonly word?: string }[];
    readonly instead?: { readonly instruction: string; readonly word?: string };
  })[];
  readonly rules: Readonly<Partial<Record<RuleId, RuleTexts>>>;
  readonly words?: NonNullable<NonNullable<DrillDefinition['reps']>['words']>;
  readonly guide?: readonly RepGuide[];
  readonly parts?: RepParts;
  readonly moves?: Readonly<Record<string, MoveTexts>>;
}

export type DrillTextsById = { readonly [D in WordedDrill as D['id']]: TextsOf<D> };
