import { wholeText } from '../../../catalog/number-text.ts';
import type { FigureDefinition } from '../figure.ts';
import { countParameters } from '../parameters/count.ts';
import { Architecture } from './architecture.tsx';
import { base, blockParts, partIds, totalOf, type BlockPart, type PartId } from './base-parts.ts';

interface State {
  /** The part that is open, or none. */
  open: PartId | undefined;
}

const initial: State = { open: 'self-attention' };

function parametersText(part: BlockPart): string {
  const { copies, parameters, counted } = part;
  if (parameters === 0) return `no parameters: ${counted}`;
  if (copies === 1) return `${counted} = ${wholeText(parameters)} parameters`;
  return `${counted} = ${wholeText(parameters)} parameters, ${copies} times: ${wholeText(totalOf(part))}`;
}

const figure: FigureDefinition<State> = {
  initial,
  read(parameters) {
    const asked = parameters.get('part');
    if (asked === 'none') return { open: undefined };
    return { open: partIds.find((id) => id === asked) ?? initial.open };
  },
  write: ({ open }) => ({ part: open === initial.open ? undefined : (open ?? 'none') }),
  describe({ open }) {
    const whole = `The base model has ${wholeText(countParameters(base).parameters)} parameters in all.`;
    const part = blockParts.find(({ id }) => id === open);
    return part
      ? `${part.label}: ${part.formula}. Shapes: ${part.shapes}. It has ${parametersText(part)}. ${whole}`
      : whole;
  },
  View({ id, state: { open }, change }) {
    const choose = change && ((part: PartId) => change({ open: part === open ? undefined : part }));
    return (
      <div class="transformer-block">
        <Architecture
          open={open}
          choose={choose}
          source="the cat sleeps"
          target="⟨s⟩ die Katze schläft"
          predicted="die Katze schläft ⟨/s⟩"
        />
        <div class="block-parts">
          {blockParts.map((part) => (
            <details key={part.id} id={`${id}-${part.id}`} open={part.id === open}>
              <summary
                onClick={
                  choose &&
                  ((event) => {
                    event.preventDefault();
                    choose(part.id);
                  })
                }
              >
                <span>{part.label}</span>{' '}
                <span class="num">{part.parameters === 0 ? '0' : wholeText(totalOf(part))}</span>
              </summary>
              <p>{part.does}</p>
              <dl>
                <dt>In words</dt>
                <dd>{part.formula}</dd>
                <dt>Shapes</dt>
                <dd>{part.shapes}</dd>
                <dt>To learn</dt>
                <dd>{parametersText(part)}</dd>
              </dl>
            </details>
          ))}
          <p class="block-total">
            <span>In all, base model</span>{' '}
            <span class="num">{wholeText(countParameters(base).parameters)}</span>
          </p>
        </div>
      </div>
    );
  },
};

export default figure;
