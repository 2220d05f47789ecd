import type { Head, Matrix } from './attention.ts';

interface TraceProps {
  tokens: string[];
  q: Matrix;
  k: Matrix;
  v: Matrix;
  head: Head;
  row: number;
  scaled: boolean;
}

const exact = (value: number) => String(Math.round(value * 100) / 100);
const vector = (values: readonly number[], digits = 2) =>
  values.map((value) => (digits === 0 ? exact(value) : value.toFixed(digits))).join(', ');

/** The work of one query, step by step: a row a key, from the product to the share of its value. */
export function Trace({ tokens, q, k, v, head, row, scaled }: TraceProps) {
  const query = q[row]!;
  const weights = head.weights[row]!;
  return (
    <table class="attention-trace">
      <caption>
        The query of <b>{tokens[row]}</b> is ({vector(query, 0)})
      </caption>
      <thead>
        <tr>
          <th scope="col">Key of</th>
          <th scope="col" class="num">
            q · k
          </th>
          <th scope="col" class="num">
            {scaled ? `÷ √${query.length}` : 'score'}
          </th>
          <th scope="col" class="num">
            weight
          </th>
          <th scope="col" class="num">
            weight × value
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token, j) => {
          const score = head.scores[row]![j]!;
          const terms = query.map((value, index) => `${exact(value)}×${exact(k[j]![index]!)}`).join(' + ');
          return (
            <tr key={j}>
              <th scope="row">{token}</th>
              <td class="num">
                <span class="terms">{terms} = </span>
                {exact(head.products[row]![j]!)}
              </td>
              {score === -Infinity ? (
                <td class="num none">masked</td>
              ) : (
                <td class="num">{score.toFixed(2)}</td>
              )}
              <td class="num">{weights[j]!.toFixed(2)}</td>
              <td class="num">({vector(v[j]!.map((value) => weights[j]! * value))})</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            Sum: what {tokens[row]} takes home
          </th>
          <td class="num">1</td>
          <td class="num">
            <b>({vector(head.output[row]!)})</b>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
