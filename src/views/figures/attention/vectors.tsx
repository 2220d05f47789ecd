import { limit, type AttentionState } from './attention-state.ts';

interface VectorsProps {
  id: string;
  tokens: string[];
  state: AttentionState;
  change?: ((part: Partial<AttentionState>) => void) | undefined;
}

const matrices = [
  { name: 'q', label: 'Queries', does: 'what a word looks for' },
  { name: 'k', label: 'Keys', does: 'what it can be found by' },
  { name: 'v', label: 'Values', does: 'what it has to give' },
] as const;

/** Q, K and V, a row a word; in the browser every number can be changed. */
export function Vectors({ id, tokens, state, change }: VectorsProps) {
  const perHead = 4 / state.heads;
  return (
    <div class="attention-vectors">
      {matrices.map(({ name, label, does }) => (
        <table key={name}>
          <caption>
            <b>{label}</b> <span>{does}</span>
          </caption>
          <tbody>
            {tokens.map((token, row) => (
              <tr key={row}>
                <th scope="row">{token}</th>
                {state[name][row]!.map((value, column) => {
                  const isShown = Math.floor(column / perHead) === state.head;
                  return (
                    <td key={column} class={isShown ? 'num' : 'num other-head'}>
                      {change ? (
                        <input
                          id={`${id}-${name}-${row}-${column}`}
                          aria-label={`${label} of ${token}, component ${column + 1}`}
                          type="number"
                          min={-limit}
                          max={limit}
                          step={0.1}
                          value={value}
                          onInput={({ currentTarget }) => {
                            if (currentTarget.value === '' || !currentTarget.validity.valid) return;
                            const rows = state[name].map((cells) => [...cells]);
                            rows[row]![column] = currentTarget.valueAsNumber;
                            change({ [name]: rows });
                          }}
                        />
                      ) : (
                        value
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
