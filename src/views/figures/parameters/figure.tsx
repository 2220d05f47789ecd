import { countText, shortCountText, wholeText } from '../../../catalog/number-text.ts';
import { Action, Choice, Controls, NumberField, Pick, Toggle } from '../controls.tsx';
import type { FigureDefinition } from '../figure.ts';
import { countParameters, type Count } from './count.ts';
import { initial, numbers, presetOf, read, roundsTo, shapeOfState, write } from './parameters-state.ts';
import type { ParametersState, Settable } from './parameters-state.ts';
import { presetsOf, type Preset } from './presets.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** How the computed number stands to the reported one, in a sentence. */
function comparison(computed: number, reported: number): string {
  if (roundsTo(computed, reported)) return 'The reported number is the computed one, rounded.';
  const off = computed / reported - 1;
  return `The computed number is ${percent(Math.abs(off))} ${off < 0 ? 'below' : 'above'} the reported one.`;
}

/** What is known of a difference: the notes of the entry, or that nothing is. */
function explanation(computed: number, { reported, notes }: Preset): string {
  if (!reported || roundsTo(computed, reported)) return '';
  return notes.length > 0 ? `The entry notes: ${notes.join(' ')}` : 'Not explained.';
}

/** A share as a bar of the table. */
function Bar({ share }: { share: number }) {
  return (
    <svg
      class="bar"
      viewBox="0 0 100 10"
      width="100"
      height="10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="all" width="100" height="10" />
      <rect width={(100 * share).toFixed(2)} height="10" />
    </svg>
  );
}

function Table({ count, preset, isChanged }: { count: Count; preset: Preset; isChanged: boolean }) {
  const isSparse = count.active < count.parameters;
  return (
    <table class="parameters-table">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" class="num">
            Parameters
          </th>
          <th scope="col" class="num">
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {count.parts.map((part) => (
          <tr key={part.id}>
            <th scope="row">
              {part.label}
              <span class="formula">
                {part.formula && `${part.formula} = `}
                {part.numbers}
              </span>
            </th>
            <td class="num">{wholeText(part.parameters)}</td>
            <td class="num share">
              <Bar share={part.parameters / count.parameters} />
              <span class="percent">{percent(part.parameters / count.parameters)}</span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Computed</th>
          <td class="num total">{wholeText(count.parameters)}</td>
          <td class="num">{percent(1)}</td>
        </tr>
        {isSparse && (
          <tr>
            <th scope="row">
              For one token
              {!isChanged && preset.reportedActive && (
                <span class="formula">reported: {countText(preset.reportedActive)}</span>
              )}
            </th>
            <td class="num">{wholeText(count.active)}</td>
            <td class="num">{percent(count.active / count.parameters)}</td>
          </tr>
        )}
        {!isChanged && preset.reported && (
          <tr>
            <th scope="row">Reported</th>
            <td class="num">{countText(preset.reported)}</td>
            <td class="num">{percent(preset.reported / count.parameters)}</td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}

const figure: FigureDefinition<ParametersState, Preset[]> = {
  initial,
  read,
  write,
  data: presetsOf,
  describe(state, presets) {
    const preset = presetOf(state, presets);
    const count = countParameters(shapeOfState(state, preset));
    const isChanged = Object.keys(state.changed).length > 0;
    const largest = count.parts.reduce<Count['parts'][number] | undefined>(
      (most, part) => (most && most.parameters >= part.parameters ? most : part),
      undefined,
    );
    const active =
      count.active < count.parameters ? ` One token uses ${wholeText(count.active)} of them.` : '';
    const compared =
      isChanged || !preset.reported
        ? ''
        : ` Reported: ${countText(preset.reported)}. ${comparison(count.parameters, preset.reported)}`;
    const unexplained =
      compared && explanation(count.parameters, preset) === 'Not explained.' ? ' Not explained.' : '';
    return `${preset.label}${isChanged ? ', changed,' : ''} has ${wholeText(count.parameters)} parameters${largest ? `, ${shortCountText(largest.parameters)} of them in this part: ${largest.label.toLowerCase()}` : ''}.${active}${compared}${unexplained}`;
  },
  View({ id, state, data: presets, change }) {
    const preset = presetOf(state, presets);
    const shape = shapeOfState(state, preset);
    const count = countParameters(shape);
    const isChanged = Object.keys(state.changed).length > 0;
    const set = change && ((part: Partial<Settable>) => change({ changed: { ...state.changed, ...part } }));
    return (
      <div class="parameters">
        {change && set && (
          <>
            <Controls label="Model">
              <Pick
                id={`${id}-preset`}
                label="Start from a model of the catalog"
                options={presets.map(({ id: value, label }) => ({ value, label }))}
                value={preset.id}
                onChange={(value) => change({ preset: value, changed: {} })}
              />
              {isChanged && (
                <Action label={`Back to ${preset.label}`} onClick={() => change({ changed: {} })} />
              )}
            </Controls>
            <Controls label="Shape">
              {numbers.map(({ field, key, label, min, max }) => (
                <NumberField
                  key={key}
                  id={`${id}-${key}`}
                  label={label}
                  min={min}
                  max={max}
                  step={1}
                  value={shape[field]}
                  onChange={(value) => set({ [field]: value })}
                />
              ))}
              <Toggle
                id={`${id}-gated`}
                label="Gated feed-forward"
                checked={shape.gated}
                onChange={(gated) => set({ gated })}
              />
              <Toggle
                id={`${id}-tied`}
                label="Output matrix is the embedding"
                checked={shape.tied}
                onChange={(tied) => set({ tied })}
              />
              <Choice
                id={`${id}-biases`}
                label="Biases"
                options={[
                  { value: 'none', label: 'none' },
                  { value: 'feed-forward', label: 'in the feed-forward' },
                  { value: 'all', label: 'everywhere' },
                ]}
                value={shape.biases}
                onChange={(value) => set({ biases: value as Settable['biases'] })}
              />
            </Controls>
          </>
        )}
        {!change && <p class="parameters-name">{preset.label}</p>}
        <Table count={count} preset={preset} isChanged={isChanged} />
        {!isChanged && (
          <p class="parameters-known">
            {preset.reported
              ? `${comparison(count.parameters, preset.reported)} ${explanation(count.parameters, preset)}`
              : 'The catalog has no reported number of this size.'}
          </p>
        )}
      </div>
    );
  },
};

export default figure;
