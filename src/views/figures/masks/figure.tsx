import { useState } from 'preact/hooks';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { Choice, Controls, Range } from '../controls.tsx';
import { kinds } from './kinds.ts';
import { readBy, readersOf } from './masks.ts';
import { initial, read, words, write, type MasksState } from './masks-state.ts';
import { listed, Panel } from './panel.tsx';

function Panels({ state, change }: Pick<FigureProps<MasksState, undefined>, 'state' | 'change'>) {
  const [pointed, point] = useState<number>();
  const position = pointed ?? state.position;
  return (
    <>
      <p class="masks-asked">
        The position “{words[position]}”, {position + 1} of {words.length}
      </p>
      <div class="masks-panels">
        {kinds.map((kind) => (
          <Panel
            key={kind.name}
            kind={kind}
            border={state.border}
            position={position}
            point={change && point}
            choose={change && ((chosen) => change({ position: chosen }))}
          />
        ))}
      </div>
    </>
  );
}

const figure: FigureDefinition<MasksState> = {
  initial,
  read,
  write,
  describe({ position, border }) {
    const told = kinds.map(({ title, mask }) => {
      const own = mask(words.length, border);
      return `${title}: reads ${listed(readBy(own, position))}; read by ${listed(readersOf(own, position))}.`;
    });
    return `“${words[position]}”, position ${position + 1} of ${words.length}, with the border after ${border}. ${told.join(' ')}`;
  },
  View({ id, state, change }) {
    return (
      <div class="masks">
        {change && (
          <Controls>
            <Choice
              id={`${id}-position`}
              label="Follow the position of"
              options={words.map((word, index) => ({ value: String(index), label: `${index + 1} ${word}` }))}
              value={String(state.position)}
              onChange={(position) => change({ position: Number(position) })}
            />
            <Range
              id={`${id}-border`}
              label="Length of the prefix, or of what the encoder reads"
              min={1}
              max={words.length - 1}
              step={1}
              value={state.border}
              text={`${state.border} ${state.border === 1 ? 'word' : 'words'}`}
              onChange={(border) => change({ border })}
            />
          </Controls>
        )}
        <Panels state={state} change={change} />
      </div>
    );
  },
};

export default figure;
