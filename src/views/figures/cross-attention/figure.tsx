import { Choice, Controls } from '../controls.tsx';
import type { FigureDefinition } from '../figure.ts';
import { crossAttention, given, keys, queries, reasons, source, traits, written } from './translation.ts';

interface State {
  /** The place of the target that is followed, from 0. */
  place: number;
}

const initial: State = { place: 3 };
const cell = 38;
const left = 74;
const top = 54;

function Matrix({ place, choose }: State & { choose: ((place: number) => void) | undefined }) {
  const { weights } = crossAttention();
  const width = source.length * cell;
  return (
    <svg
      class="cross-weights"
      viewBox={`0 0 ${left + width + 26} ${top + written.length * cell + 4}`}
      width={left + width + 26}
      height={top + written.length * cell + 4}
      role="img"
      aria-label="Weights of cross-attention; rows are the words that are written, columns the words that are read"
    >
      {source.map((word, j) => (
        <text
          key={j}
          class="quiet"
          transform={`translate(${left + (j + 0.5) * cell} ${top - 8}) rotate(-40)`}
        >
          {word}
        </text>
      ))}
      {weights.map((row, i) => (
        <g
          key={i}
          class={i === place ? 'on' : choose ? 'choosable' : undefined}
          onClick={choose && (() => choose(i))}
        >
          <rect class="hit" x={0} y={top + i * cell} width={left + width} height={cell} />
          <text x={left - 10} y={top + (i + 0.5) * cell + 4} text-anchor="end">
            {written[i]}
          </text>
          {row.map((weight, j) => {
            const side = Math.sqrt(weight) * (cell - 4);
            return (
              <rect
                key={j}
                class="weight"
                x={(left + (j + 0.5) * cell - side / 2).toFixed(1)}
                y={(top + (i + 0.5) * cell - side / 2).toFixed(1)}
                width={side.toFixed(1)}
                height={side.toFixed(1)}
              />
            );
          })}
        </g>
      ))}
      <path class="hair" d={`M${left} ${top}h${width}v${written.length * cell}h${-width}Z`} />
      <path class="here-line" d={`M${left} ${top + place * cell}h${width}v${cell}H${left}Z`} />
    </svg>
  );
}

/** The components of a vector that are not 0, with what they stand for. */
const named = (vector: readonly number[]) =>
  vector.flatMap((value, index) => (value === 0 ? [] : `${traits[index]} ${value}`)).join(', ') || 'nothing';

function Steps({ place }: State) {
  const { products, scores, weights } = crossAttention();
  return (
    <table class="cross-steps">
      <caption>
        To write <b>{written[place]}</b>, the decoder stands on <b>{given[place]}</b> and asks for{' '}
        {named(queries[place]!)}
      </caption>
      <thead>
        <tr>
          <th scope="col">Source word</th>
          <th scope="col">Key</th>
          <th scope="col" class="num">
            q · k
          </th>
          <th scope="col" class="num">
            ÷ √5
          </th>
          <th scope="col" class="num">
            Weight
          </th>
        </tr>
      </thead>
      <tbody>
        {source.map((word, j) => (
          <tr key={j}>
            <th scope="row">{word}</th>
            <td>{named(keys[j]!)}</td>
            <td class="num">{products[place]![j]}</td>
            <td class="num">{scores[place]![j]!.toFixed(2)}</td>
            <td class="num">{weights[place]![j]!.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const figure: FigureDefinition<State> = {
  initial,
  read(parameters) {
    const place = Number(parameters.get('place') || NaN) - 1;
    return { place: Number.isInteger(place) && place >= 0 && place < written.length ? place : initial.place };
  },
  write: ({ place }) => ({ place: place === initial.place ? undefined : String(place + 1) }),
  describe({ place }) {
    const read = crossAttention()
      .weights[place]!.map((weight, j) => ({ weight, word: source[j]! }))
      .filter(({ weight }) => weight >= 0.05)
      .sort((a, b) => b.weight - a.weight)
      .map(({ weight, word }) => `“${word}” with weight ${weight.toFixed(2)}`);
    return `To write “${written[place]}”, the decoder reads ${read.join(', ')}. ${reasons[place]}`;
  },
  View: ({ id, state: { place }, change }) => (
    <>
      {change && (
        <Controls>
          <Choice
            id={`${id}-place`}
            label="The word that is written next"
            options={written.map((label, index) => ({ value: String(index), label }))}
            value={String(place)}
            onChange={(value) => change({ place: Number(value) })}
          />
        </Controls>
      )}
      <div class="cross-attention">
        <Matrix place={place} choose={change && ((next) => change({ place: next }))} />
        <Steps place={place} />
      </div>
    </>
  ),
};

export default figure;
