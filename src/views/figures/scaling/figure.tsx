import { Choice, Controls, Range } from '../controls.tsx';
import type { FigureDefinition, FigureProps } from '../figure.ts';
import { best, fits, loss } from './law.ts';
import { bounds, initial, read, write, type ScalingState } from './scaling-state.ts';

const frame = { left: 40, right: 330, top: 10, bottom: 190 };
const [lowest, highest] = [1.6, 4];
const samples = 121;

/** A count as people say it, with two or three digits. */
export function said(count: number): string {
  const [unit, name] = count >= 1e12 ? [1e12, 'T'] : count >= 1e9 ? [1e9, 'B'] : [1e6, 'M'];
  return `${(count / unit).toLocaleString('en', { maximumSignificantDigits: 3 })}${name}`;
}

const tokensOf = ({ budget }: ScalingState, size: number): number => 10 ** (budget - size) / 6;

function resultOf(state: ScalingState) {
  const parameters = 10 ** state.size;
  const tokens = tokensOf(state, state.size);
  const fit = fits[state.fit];
  const ideal = best(10 ** state.budget, fit);
  return {
    parameters,
    tokens,
    fit,
    now: loss(parameters, tokens, fit),
    ofSize: fit.a / parameters ** fit.alpha,
    ofData: fit.b / tokens ** fit.beta,
    ideal,
    least: loss(ideal.parameters, ideal.tokens, fit),
  };
}

function describe(state: ScalingState): string {
  const { parameters, tokens, now, ideal, least } = resultOf(state);
  return `With 10^${state.budget} operations ${said(parameters)} parameters can read ${said(tokens)} tokens; the law gives a loss of ${now.toFixed(3)}. Least is ${least.toFixed(3)}, at ${said(ideal.parameters)} parameters and ${said(ideal.tokens)} tokens.`;
}

const x = (size: number): number =>
  frame.left + ((size - bounds.size.min) / (bounds.size.max - bounds.size.min)) * (frame.right - frame.left);
const y = (value: number): number =>
  frame.bottom - ((Math.min(value, highest) - lowest) / (highest - lowest)) * (frame.bottom - frame.top);

function Curve({ state }: { state: ScalingState }) {
  const { now, ideal, least, fit } = resultOf(state);
  const points = Array.from({ length: samples }, (_, index) => {
    const size = bounds.size.min + (index / (samples - 1)) * (bounds.size.max - bounds.size.min);
    return { size, value: loss(10 ** size, tokensOf(state, size), fit) };
  }).filter(({ value }) => value <= highest);
  const at = Math.log10(ideal.parameters);
  return (
    <svg viewBox="0 0 340 232" width="340" height="232" aria-hidden="true">
      <path class="hair" d={`M${frame.left} ${frame.top}V${frame.bottom}H${frame.right}`} />
      {[2, 3, 4].map((value) => (
        <text key={value} class="label" x={frame.left - 6} y={y(value) + 4} text-anchor="end">
          {value}
        </text>
      ))}
      {[7, 9, 11, 13].map((size) => (
        <text key={size} class="label" x={x(size)} y={frame.bottom + 18} text-anchor="middle">
          {said(10 ** size)}
        </text>
      ))}
      <text class="label" x={(frame.left + frame.right) / 2} y={frame.bottom + 36} text-anchor="middle">
        parameters
      </text>
      <path class="hair dashed" d={`M${frame.left} ${y(fit.floor).toFixed(1)}H${frame.right}`} />
      <text class="label" x={frame.right} y={y(fit.floor) - 4} text-anchor="end">
        {fit.floor.toFixed(2)}
      </text>
      <path
        class="ink"
        stroke-width="1.5"
        d={`M${points.map(({ size, value }) => `${x(size).toFixed(1)} ${y(value).toFixed(1)}`).join('L')}`}
      />
      <path class="hair dashed" d={`M${x(at).toFixed(1)} ${y(least).toFixed(1)}V${frame.bottom}`} />
      {now <= highest && <circle class="here" cx={x(state.size).toFixed(1)} cy={y(now).toFixed(1)} r="4" />}
    </svg>
  );
}

function View({ id, state, change }: FigureProps<ScalingState, undefined>) {
  const { parameters, tokens, now, ofSize, ofData, ideal, least, fit } = resultOf(state);
  return (
    <div class="scaling">
      {change && (
        <Controls label="Budget and size">
          <Range
            id={`${id}-budget`}
            label="Budget, operations"
            {...bounds.budget}
            value={state.budget}
            text={`10^${state.budget}`}
            onChange={(budget) => change({ budget })}
          />
          <Range
            id={`${id}-size`}
            label="Parameters"
            {...bounds.size}
            value={state.size}
            text={said(parameters)}
            onChange={(size) => change({ size })}
          />
          <Choice
            id={`${id}-fit`}
            label="Constants"
            options={[
              { value: 'refitted', label: 'fitted anew, 2024' },
              { value: 'published', label: 'as published, rounded' },
            ]}
            value={state.fit}
            onChange={(fit) => change({ fit: fit === 'published' ? 'published' : 'refitted' })}
          />
        </Controls>
      )}
      <div class="scaling-pair">
        <Curve state={state} />
        <table>
          <tbody>
            <tr>
              <th scope="row">parameters N</th>
              <td class="num">{said(parameters)}</td>
            </tr>
            <tr>
              <th scope="row">tokens D</th>
              <td class="num" data-tokens>
                {said(tokens)}
              </td>
            </tr>
            <tr>
              <th scope="row">tokens for a parameter</th>
              <td class="num">
                {(tokens / parameters).toLocaleString('en', { maximumSignificantDigits: 3 })}
              </td>
            </tr>
            <tr>
              <th scope="row">floor</th>
              <td class="num">{fit.floor.toFixed(3)}</td>
            </tr>
            <tr>
              <th scope="row">for want of size</th>
              <td class="num">{ofSize.toFixed(3)}</td>
            </tr>
            <tr>
              <th scope="row">for want of data</th>
              <td class="num">{ofData.toFixed(3)}</td>
            </tr>
            <tr>
              <th scope="row">loss</th>
              <td class="num">
                <b data-loss>{now.toFixed(3)}</b>
              </td>
            </tr>
            <tr>
              <th scope="row">
                least, at {said(ideal.parameters)} and {said(ideal.tokens)}
              </th>
              <td class="num" data-least>
                {least.toFixed(3)}
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}

const figure: FigureDefinition<ScalingState> = { initial, read, write, describe, View };
export default figure;
