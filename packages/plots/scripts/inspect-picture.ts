import { canvas } from '../src/frame/frame.ts';
import type { Specification } from '../src/picture.ts';
import { textWidth } from '../src/render/text-width.ts';

/** Ids count up per process, and the last decimals of a path differ between computers. */
export const normalise = (svg: string): string =>
  svg
    .replace(/(clip|gradient)\d+/gu, '$1')
    .replace(/-?\d+\.\d+/gu, (number) => String(Math.round(Number(number) * 10) / 10).replace(/^-0$/u, '0'))
    .replaceAll('><', '>\n<');

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Texts that leave the canvas or lie on another, with what is wrong; every text is one that we placed ourselves. */
export const illegibleTexts = (spec: Specification): readonly string[] => {
  const boxes = textBoxes(spec['layer']);
  const { left, top } = spec['padding'] as { left: number; top: number };
  return boxes.flatMap((box) => {
    const isInside =
      box.left + left >= 0 && box.right + left <= canvas.width && box.top + top >= 0 && box.bottom + top <= canvas.height;
    const hit = boxes.find((other) => other !== box && overlap(box, other));
    return [
      ...(isInside ? [] : [`"${box.text}" leaves the canvas`]),
      ...(hit === undefined ? [] : [`"${box.text}" lies on "${hit.text}"`]),
    ];
  });
};

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

interface TextLayer {
  readonly layer?: readonly TextLayer[];
  readonly data: { readonly values: readonly { text: string; x: number; y: number }[] };
  readonly mark: { type: string; fontSize: number; fontWeight: 400 | 600; align: string; baseline: string };
}

const textBoxes = (layers: unknown): readonly Box[] =>
  (layers as readonly TextLayer[]).flatMap(({ layer, data, mark }): readonly Box[] => {
    if (layer !== undefined) return textBoxes(layer);
    if (mark.type !== 'text') return [];
    const { fontSize, fontWeight, align, baseline } = mark;
    return data.values.map(({ text, x, y }) => {
      const width = textWidth(text, fontSize, fontWeight);
      const left = x - { left: 0, center: width / 2, right: width }[align as 'left' | 'center' | 'right'];
      const middle = y + { top: 0.5, middle: 0, bottom: -0.5 }[baseline as 'top' | 'middle' | 'bottom'] * fontSize;
      return { text, left, right: left + width, top: middle - fontSize / 2, bottom: middle + fontSize / 2 };
    });
  });

/** Texts that an SVG draws more than once at the same place: every axis should be drawn once, however many layers share it. */
export const textsTwice = (svg: string): readonly string[] => {
  const seen = new Set<string>();
  const groups: (readonly [number, number])[] = [];
  const twice: string[] = [];
  for (const [, close, tag, attributes = '', text = ''] of svg.matchAll(/<(\/?)(g|text)\b([^>]*)>([^<]*)/gu)) {
    const [, x = 0, y = 0] = /translate\(([-\d.]+),([-\d.]+)\)/u.exec(attributes) ?? [];
    if (close === '/' && tag === 'g') groups.pop();
    if (close === '/') continue;
    const [left, top] = groups.at(-1) ?? [0, 0];
    const place = [left + Number(x), top + Number(y)] as const;
    if (tag === 'g') groups.push(place);
    const key = `${text} at ${place.join(', ')}`;
    if (tag === 'text' && text !== '' && seen.has(key)) twice.push(key);
    if (tag === 'text') seen.add(key);
  }
  return twice;
};
