import type { ComponentChild } from 'preact';
import type { Catalog } from '../../catalog/catalog.ts';

export interface FigureProps<State, Data> {
  /** Unique on the page: prefix for the ids and names of inputs. */
  id: string;
  state: State;
  data: Data;
  /** Changes part of the state. Absent at build time: then the still picture is drawn, without controls. */
  change?: (part: Partial<State>) => void;
}

/** A figure: a picture of a state, which the reader changes. The same code draws it at build time and in the browser. */
export interface FigureDefinition<State extends object, Data = undefined> {
  /** A drawing with nothing to change: it is never made playable, and its description is for those who do not see it. */
  isStill?: true;
  /** The state of the still picture. */
  initial: State;
  /** The state that the parameters of an address describe. What is missing or malformed is as in `initial`. */
  read(parameters: URLSearchParams): State;
  /** The parameters of a state: only what differs from `initial`. */
  write(state: State): Record<string, string | undefined>;
  /** What the figure needs of the catalog, as plain JSON. */
  data?(catalog: Catalog): Data;
  /** What the picture shows in this state, in one to three sentences with the numbers. */
  describe(state: State, data: Data): string;
  View(props: FigureProps<State, Data>): ComponentChild;
}

/** A figure whose state and data are its own affair. */
export type AnyFigure = FigureDefinition<any, any>;

/** The parameters of one figure among all of an address: `attention.mask=causal` is `mask=causal` of `attention`. */
export function parametersOf(name: string, address: URLSearchParams): URLSearchParams {
  const own = [...address].flatMap(([key, value]) =>
    key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), value] as [string, string]] : [],
  );
  return new URLSearchParams(own);
}

/** The parameters of an address with those of one figure replaced. */
export function withParameters(
  name: string,
  own: Record<string, string | undefined>,
  address: URLSearchParams,
): URLSearchParams {
  const others = [...address].filter(([key]) => !key.startsWith(`${name}.`));
  return new URLSearchParams([
    ...others,
    ...Object.entries(own).flatMap(([key, value]) =>
      value === undefined ? [] : [[`${name}.${key}`, value] as [string, string]],
    ),
  ]);
}
