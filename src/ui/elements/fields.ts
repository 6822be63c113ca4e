import { html, nothing } from 'lit';

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
}

export const choicesOf = <Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): readonly Choice<Value>[] => values.map((value) => ({ value, label: labels[value] }));

export interface SelectOptions {
  readonly look?: string;
  /** Shown as chosen where the chosen value is none of the choices. */
  readonly otherwise?: string;
  /** Tells apart fields with the same label on one screen. */
  readonly key?: string | number;
}

export function selectField<Value extends string | number | null>(
  label: string,
  choices: readonly Choice<Value>[],
  chosen: Value,
  choose: (value: Value) => void,
  { look = '', otherwise, key = '' }: SelectOptions = {},
) {
  const changed = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    const picked = choices.find((choice) => textOf(choice.value) === value);
    if (picked) choose(picked.value);
  };
  const isOther = otherwise !== undefined && choices.every(({ value }) => value !== chosen);
  // Not inside its label, whose text would then contain every choice.
  const id = `field-${label.replaceAll(/\W+/g, '-')}${key}`;
  return html`<div class="plain ${look}">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${changed}>
      ${isOther ? html`<option selected disabled>${otherwise}</option>` : null}
      ${choices.map((choice) => html`<option value=${textOf(choice.value)} ?selected=${choice.value === chosen}>${choice.label}</option>`)}
    </select>
  </div>`;
}

/** No choice has this text as its value. */
const NONE = 'none';

const textOf = (value: string | number | null): string => String(value ?? NONE);

/** @param describedby id of what explains it */
export const checkField = (
  label: string,
  checked: boolean,
  change: (checked: boolean) => void,
  describedby?: string,
) => html`<label class="check">
  <input
    type="checkbox"
    .checked=${checked}
    aria-describedby=${describedby ?? nothing}
    @change=${(event: Event) => change((event.currentTarget as HTMLInputElement).checked)}
  />${label}
</label>`;
