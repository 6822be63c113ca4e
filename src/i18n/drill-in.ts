import type { DrillDefinition, MovementStep, RepDefinition } from '../coach/drill-definition.ts';
import type { DrillTexts, DrillTextsById } from './drill-texts.ts';

const textsFor = (texts: DrillTextsById, id: string): DrillTexts | null =>
  Object.hasOwn(texts, id) ? texts[id as keyof DrillTextsById] : null;

/** A drill with its texts in another language; nothing else changes. A drill without texts there keeps its own. */
export function drillIn(drill: DrillDefinition, language: DrillTextsById): DrillDefinition {
  const texts = textsFor(language, drill.id);
  if (texts === null) return drill;
  const { words, guide, parts, moves, variant, ...named } = texts;
  return {
    ...drill,
    ...named,
    placement: { ...drill.placement, ...texts.placement },
    phases: drill.phases.map((phase, index) => phaseIn(phase, texts.phases[index])),
    rules: drill.rules.map((rule) => ({ ...rule, ...texts.rules[rule.id] })),
    reps: drill.reps && repsIn(drill.reps, { words, guide, parts, moves }),
    ...(drill.variant ? { variant: { ...drill.variant, name: variant ?? drill.variant.name } } : {}),
  };
}

function phaseIn(
  phase: DrillDefinition['phases'][number],
  texts: DrillTexts['phases'][number] | undefined,
): DrillDefinition['phases'][number] {
  const { calls, instead, ...named } = texts ?? {};
  const said = phase.calls?.map((call, index) => ({ ...call, ...calls?.[index] }));
  const otherwise = phase.instead && { instead: { ...phase.instead, ...instead } };
  return { ...phase, ...named, ...(said ? { calls: said } : {}), ...otherwise };
}

type RepTexts = { readonly [Name in 'words' | 'guide' | 'parts' | 'moves']: DrillTexts[Name] | undefined };

function repsIn(reps: RepDefinition, { words, guide, parts, moves }: RepTexts): RepDefinition {
  const named = (step: MovementStep): MovementStep => ({ ...step, ...moves?.[step.id] });
  return {
    ...reps,
    ...(words ? { words } : {}),
    ...(guide ? { guide } : {}),
    ...(parts ? { parts } : {}),
    ...(reps.sequence ? { sequence: reps.sequence.map(named) } : {}),
  };
}
