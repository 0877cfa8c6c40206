import type { Json } from '../picture.ts';
import type { LayerWord } from '../words/layer-word.ts';

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

/** The horizontal channel over layers 1 … depth, the input on the left. */
export const layerAxis = (depth: number, noun: LayerWord): Readonly<Record<string, Json>> => {
  const margin = depth === 1 ? 0.5 : Math.max(0.25, depth * 0.012);
  return {
    field: 'layer',
    type: 'quantitative',
    scale: { domain: [1 - margin, depth + margin], nice: false, zero: false },
    axis: {
      values: layerTicks(depth),
      format: 'd',
      grid: false,
      orient: 'bottom',
      title: depth === 1 ? noun : `${noun} · ${directions[noun](depth)}`,
      titlePadding: 12,
    },
  };
};

/** 1, round numbers, and the last layer. */
export const layerTicks = (depth: number): readonly number[] => {
  const step = steps.find((candidate) => depth / candidate <= 10) ?? Math.ceil(depth / 10);
  const round = Array.from({ length: Math.floor(depth / step) }, (_, index) => (index + 1) * step);
  const inner = round.filter((tick) => tick - 1 >= step / 2 && depth - tick >= step / 2);
  return [...new Set([1, ...inner, depth])];
};

const fromTheInput = (): string => '1 is next to the input; the gradient arrives from the right';

/** Where signal and gradient come from. */
const directions: Readonly<Record<LayerWord, (depth: number) => string>> = {
  layer: fromTheInput,
  block: fromTheInput,
  'time step': (depth) => `the loss comes after step ${depth}; the gradient goes back in time, to the left`,
};
