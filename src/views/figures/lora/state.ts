import { frozenBits, plainBlock, targets, type Block, type FrozenBits, type Target } from './lora.ts';
import { presetKeys, type Preset, type PresetKey } from './presets.ts';

export interface State {
  /** A model of the catalog, or "own" for the width and number of layers below. */
  model: PresetKey | 'own';
  width: number;
  layers: number;
  rank: number;
  /** What gets a B and an A, in the order of `targets`. */
  adapted: readonly Target[];
  bits: FrozenBits;
}

export const widthStep = 256;
export const greatestWidth = 16_384;
export const greatestLayers = 128;
/** Ranks are powers of two; none is above the least width. */
export const greatestRankExponent = 8;

export const initial: State = {
  model: 'gpt-3/175B',
  width: 4096,
  layers: 32,
  rank: 4,
  adapted: ['q', 'v'],
  bits: 16,
};

function wholeBetween(text: string | null, least: number, most: number): number | undefined {
  const value = /^\d{1,6}$/.test(text ?? '') ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
}

/** "q.v" as targets, each once and in order; undefined where it names something else or nothing. */
function readTargets(text: string | null): readonly Target[] | undefined {
  const named = text === null ? [] : text.split('.');
  const chosen = targets.filter((target) => named.includes(target));
  return chosen.length > 0 && chosen.length === named.length ? chosen : undefined;
}

export function read(parameters: URLSearchParams): State {
  const width = wholeBetween(parameters.get('width'), widthStep, greatestWidth);
  const rank = wholeBetween(parameters.get('rank'), 1, 2 ** greatestRankExponent);
  const model = [...presetKeys, 'own' as const].find((key) => key === parameters.get('model'));
  return {
    model: model ?? initial.model,
    width: width !== undefined && width % widthStep === 0 ? width : initial.width,
    layers: wholeBetween(parameters.get('layers'), 1, greatestLayers) ?? initial.layers,
    rank: rank !== undefined && Number.isInteger(Math.log2(rank)) ? rank : initial.rank,
    adapted: readTargets(parameters.get('adapt')) ?? initial.adapted,
    bits: frozenBits.find((bits) => String(bits) === parameters.get('bits')) ?? initial.bits,
  };
}

export function write({
  model,
  width,
  layers,
  rank,
  adapted,
  bits,
}: State): Record<string, string | undefined> {
  const unless = (value: string, first: string) => (value === first ? undefined : value);
  return {
    model: unless(model, initial.model),
    width: unless(String(width), String(initial.width)),
    layers: unless(String(layers), String(initial.layers)),
    rank: unless(String(rank), String(initial.rank)),
    adapt: unless(adapted.join('.'), initial.adapted.join('.')),
    bits: unless(String(bits), String(initial.bits)),
  };
}

/** What a state is about: a preset's numbers, or a plain block of the state's width. */
export interface Subject {
  name: string;
  block: Block;
  layers: number;
  /** As published; undefined for the reader's own, of which only the matrices of the blocks are known. */
  published: number | undefined;
}

export function subjectOf({ model, width, layers }: State, presets: readonly Preset[]): Subject {
  const preset = presets.find(({ key }) => key === model);
  return preset
    ? { name: preset.name, block: preset.block, layers: preset.layers, published: preset.parameters }
    : {
        name: `${layers} ${layers === 1 ? 'layer' : 'layers'} of width ${width}`,
        block: plainBlock(width),
        layers,
        published: undefined,
      };
}
