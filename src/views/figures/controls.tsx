import type { ComponentChildren } from 'preact';

/** A choice among a few. */
export interface Option {
  value: string;
  label: string;
}

/** A row of controls. `label` names it where a figure has several. */
export function Controls({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    <div class="controls" role="group" aria-label={label ?? 'Controls of the figure'}>
      {children}
    </div>
  );
}

interface RangeProps {
  id: string;
  label: string;
  min: number;
  max: number;
  step: number;
  value: number;
  /** The value as the reader should see and hear it, such as "0.7" or "16 steps". */
  text?: string;
  onChange: (value: number) => void;
}

export function Range({ id, label, min, max, step, value, text = String(value), onChange }: RangeProps) {
  return (
    <div class="control range">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onInput={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
      />
      <output for={id}>{text}</output>
    </div>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
}

/** One of a few, all visible. */
export function Choice({ id, label, options, value, onChange }: ChoiceProps) {
  return (
    <fieldset class="control choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** One of many. */
export function Pick({ id, label, options, value, onChange }: ChoiceProps) {
  return (
    <div class="control pick">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ToggleProps {
  id: string;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function Toggle({ id, label, checked, onChange }: ToggleProps) {
  return (
    <div class="control toggle">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <label for={id}>{label}</label>
    </div>
  );
}

interface NumberFieldProps {
  id: string;
  label: string;
  value: number;
  min?: number;
  max?: number;
  step?: number | 'any';
  /** True where the label is there for readers only, as in a matrix with its own heads. */
  hideLabel?: boolean;
  onChange: (value: number) => void;
}

/** A number. What is no number within the bounds is not passed on, and is marked by the browser. */
export function NumberField({
  id,
  label,
  value,
  min,
  max,
  step = 'any',
  hideLabel,
  onChange,
}: NumberFieldProps) {
  return (
    <div class="control number">
      <label for={id} class={hideLabel ? 'vh' : undefined}>
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={min}
        max={max}
        step={step}
        value={value}
        onInput={({ currentTarget }) => {
          if (currentTarget.value !== '' && currentTarget.validity.valid)
            onChange(currentTarget.valueAsNumber);
        }}
      />
    </div>
  );
}

interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
}

export function TextField({ id, label, value, maxLength, onChange }: TextFieldProps) {
  return (
    <div class="control words">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={maxLength}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}

/** A button. */
export function Action({
  label,
  disabled,
  pressed,
  onClick,
}: {
  label: string;
  disabled?: boolean;
  pressed?: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" class="action" disabled={disabled} aria-pressed={pressed} onClick={onClick}>
      {label}
    </button>
  );
}
