import { frequencies, pairProducts, rotate } from './encodings.ts';
import { key, query, width } from './methods.ts';
import { signed } from './panel.tsx';
import type { PositionsState } from './positions-state.ts';

const radius = 46;

/** A vector of two components as a hand from the middle of a dial; y points upwards, so that turns go to the left. */
function hand([x, y]: readonly number[]): string {
  return `M0 0L${(x! * radius).toFixed(1)} ${(-y! * radius).toFixed(1)}`;
}

/** The pairs of a turned query and a turned key as hands of four dials, with what each pair adds to the product. */
export function Dials({ state }: { state: PositionsState }) {
  const m = state.key + state.distance;
  const [q, k] = [rotate(query, m), rotate(key, state.key)];
  const products = pairProducts(q, k);
  const total = products.reduce((sum, product) => sum + product, 0);
  return (
    <div class="positions-dials">
      <p>
        RoPE, pair by pair. Full hand: the query at position {m}; dashed: the key at {state.key}. The thin
        hands show both before they are turned.
      </p>
      <ol>
        {frequencies(width).map((frequency, pair) => {
          const of = (vector: readonly number[]) => hand(vector.slice(2 * pair, 2 * pair + 2));
          return (
            <li key={pair}>
              <svg viewBox="-54 -54 108 108" width="108" height="108" aria-hidden="true">
                <circle class="hair" r={radius} />
                <path class="unturned" d={of(query)} />
                <path class="unturned key" d={of(key)} />
                <path class="ink" stroke-width="2.5" d={of(q)} />
                <path class="ink key" stroke-width="2.5" d={of(k)} />
              </svg>
              <span>θ = {Number(frequency.toPrecision(4))}</span>
              <span data-pair={pair}>{signed(products[pair]!)}</span>
            </li>
          );
        })}
      </ol>
      <p>
        Sum of the four: <b data-product>{signed(total)}</b>. It depends on the distance, {state.distance},
        and not on where the two stand.
      </p>
    </div>
  );
}
