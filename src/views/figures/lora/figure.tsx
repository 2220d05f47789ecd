import { wholeText } from '../../../catalog/number-text.ts';
import { Choice, Controls, Pick, Range, Toggle } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { Areas, OneMatrix } from './areas.tsx';
import {
  countOf,
  entriesOf,
  fullBytes,
  loraBytes,
  lowRankEntries,
  matricesOf,
  targets,
  type Target,
} from './lora.ts';
import { presetsOf, type Preset } from './presets.ts';
import {
  greatestLayers,
  greatestRankExponent,
  greatestWidth,
  initial,
  read,
  subjectOf,
  widthStep,
  write,
  type State,
} from './state.ts';

interface Data {
  presets: Preset[];
}

const labels: Record<Target, string> = { q: 'query', k: 'key', v: 'value', o: 'output', mlp: 'feed-forward' };

/** Bytes in decimal units, three digits: "350 GB", "2.80 TB", "37.7 MB". */
export function bytesText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(bytes) / 3)));
  const value = bytes / 1000 ** step;
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${units[step]}`;
}

/** A share in hundredths, two digits that count: "0.011 %", "6.3 %". */
export function shareText(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}

function resultOf(state: State, { presets }: Data) {
  const subject = subjectOf(state, presets);
  const count = countOf(subject.block, subject.layers, state.adapted, state.rank);
  const all = subject.published ?? count.inBlocks;
  return {
    ...subject,
    ...count,
    all,
    full: fullBytes(all),
    low: loraBytes(all, count.trainable, state.bits),
    file: 2 * count.trainable,
  };
}

function describe(state: State, data: Data): string {
  const { name, trainable, all, full, low } = resultOf(state, data);
  const adapted = state.adapted.map((target) => labels[target]).join(', ');
  return [
    `${name}, rank ${state.rank}, adapted: ${adapted}.`,
    `${wholeText(trainable)} parameters are trained, ${shareText(trainable / all)} of ${wholeText(all)}.`,
    `Weights, gradients and optimiser take ${bytesText(low)}, against ${bytesText(full)} where everything is trained.`,
  ].join(' ');
}

function Settings({
  id,
  state,
  data,
  change,
}: FigureProps<State, Data> & { change: (part: Partial<State>) => void }) {
  const { block, layers } = subjectOf(state, data.presets);
  const own = { model: 'own', width: block.width, layers } as const;
  return (
    <>
      <Controls label="The model">
        <Pick
          id={`${id}-model`}
          label="Model"
          options={[
            ...data.presets.map(({ key, name }) => ({ value: key, label: name })),
            { value: 'own', label: 'your own' },
          ]}
          value={state.model}
          onChange={(value) => change(value === 'own' ? own : { model: value as State['model'] })}
        />
        <Range
          id={`${id}-width`}
          label="Width d"
          min={widthStep}
          max={greatestWidth}
          step={widthStep}
          value={block.width}
          onChange={(width) => change({ ...own, width })}
        />
        <Range
          id={`${id}-layers`}
          label="Layers"
          min={1}
          max={greatestLayers}
          step={1}
          value={layers}
          onChange={(value) => change({ ...own, layers: value })}
        />
      </Controls>
      <Controls label="What is trained">
        <Range
          id={`${id}-rank`}
          label="Rank r"
          min={0}
          max={greatestRankExponent}
          step={1}
          value={Math.log2(state.rank)}
          text={String(state.rank)}
          onChange={(exponent) => change({ rank: 2 ** exponent })}
        />
        <div class="lora-targets" role="group" aria-label="Adapted matrices">
          {targets.map((target) => (
            <Toggle
              key={target}
              id={`${id}-${target}`}
              label={labels[target]}
              checked={state.adapted.includes(target)}
              onChange={(checked) => {
                const adapted = targets.filter((one) =>
                  one === target ? checked : state.adapted.includes(one),
                );
                change({ adapted: adapted.length > 0 ? adapted : state.adapted });
              }}
            />
          ))}
        </div>
        <Choice
          id={`${id}-bits`}
          label="Frozen weights in"
          options={[
            { value: '16', label: '16 bits' },
            { value: '4', label: '4 bits' },
          ]}
          value={String(state.bits)}
          onChange={(bits) => change({ bits: bits === '4' ? 4 : 16 })}
        />
      </Controls>
    </>
  );
}

function View(props: FigureProps<State, Data>) {
  const { state, data, change } = props;
  const result = resultOf(state, data);
  const first = state.adapted[0]!;
  const shape = matricesOf(result.block)[first][0]!;
  const whole = result.published === undefined ? 'matrices of all blocks' : 'all parameters, as published';
  return (
    <div class="lora">
      {change && <Settings {...props} change={change} />}
      <div class="lora-panels">
        <div>
          <p class="lora-head">{result.name}: areas are numbers of parameters</p>
          <Areas {...result} />
        </div>
        <div>
          <p class="lora-head">One matrix: {labels[first]}</p>
          <OneMatrix block={result.block} target={first} rank={state.rank} />
        </div>
        <table class="lora-numbers">
          <tbody>
            <tr>
              <th scope="row">
                <i class="lora-key lora-all" /> {whole}
              </th>
              <td class="num">{wholeText(result.all)}</td>
            </tr>
            <tr>
              <th scope="row">
                <i class="lora-key lora-adapted" /> in matrices that get a B and an A
              </th>
              <td class="num">{wholeText(result.adapted)}</td>
            </tr>
            <tr>
              <th scope="row">
                <i class="lora-key lora-trained" /> trained, in all B and A
              </th>
              <td class="num" data-trainable>
                {wholeText(result.trainable)}
              </td>
            </tr>
            <tr>
              <th scope="row">share that is trained</th>
              <td class="num">{shareText(result.trainable / result.all)}</td>
            </tr>
            <tr>
              <th scope="row">this matrix: W, and B with A</th>
              <td class="num">
                {wholeText(entriesOf(shape))}
                <br />
                {wholeText(lowRankEntries(shape, state.rank))}
              </td>
            </tr>
            <tr>
              <th scope="row">memory, all trained</th>
              <td class="num">{bytesText(result.full)}</td>
            </tr>
            <tr>
              <th scope="row">memory, only B and A trained</th>
              <td class="num" data-memory>
                {bytesText(result.low)}
              </td>
            </tr>
            <tr>
              <th scope="row">file of B and A, 16 bits</th>
              <td class="num">{bytesText(result.file)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}

const figure: FigureDefinition<State, Data> = {
  initial,
  read,
  write,
  data: (catalog) => ({ presets: presetsOf(catalog) }),
  describe,
  View,
};
export default figure;
