import type { Json } from '../picture.ts';
import { panelTitle } from './labelled-scale.ts';
import type { Area } from './layer.ts';

/** A vertical scale from 0 to 100 %. */
export interface ShareScale {
  readonly position: (share: number) => number;
  readonly encode: (field: string) => Readonly<Record<string, Json>>;
}

/** The scale of a share in `area`. */
export const shareScale = (title: string, area: Area): ShareScale => ({
  position: (share) => area.bottom - share * (area.bottom - area.top),
  encode: (field) => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, 1], range: [area.bottom, area.top] },
    axis: { values: ticksIn(area), format: '.0%', orient: 'left', domain: false, grid: true, ...panelTitle(title, area) },
  }),
});

/** None and all; and half, where there is room for it. */
const ticksIn = ({ top, bottom }: Area): readonly number[] => (bottom - top < 80 ? [0, 1] : [0, 0.5, 1]);
