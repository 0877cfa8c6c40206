import type { MapReport } from '@vanish/core';
import { boxMark } from '../../frame/marks.ts';
import { wholeRoom } from '../../plots/plot.ts';
import { describeMap } from '../describe-studies.ts';
import { mapCells, outlineOf } from '../map-cells.ts';
import { colouringOf, isTrained } from '../map-colours.ts';
import { mapLegend } from '../map-legend.ts';
import { mapLines } from '../map-lines.ts';
import type { StudyPlot } from '../study-plot.ts';

/** The slope of the gradient over two keys, and where theory sees the edge of chaos; of trainings, the loss. */
export const map: StudyPlot<MapReport> = {
  of: 'map',
  rank: 1,
  name: 'map',
  summary: "decades per layer over both keys, with theory's edge of chaos, or the loss after training",
  key: (report) =>
    isTrained(report) ? 'the lighter, the smaller the loss' : 'blue: the gradient fades towards the input · orange: it grows',
  missing: () => null,
  draw: (report, room, theme) => {
    const area = wholeRoom(room);
    const colouring = colouringOf(report, theme);
    return [
      boxMark([0, area.top, area.width, area.bottom], theme.background),
      ...mapCells(report, colouring, area, theme),
      ...outlineOf(report, area, theme),
      ...mapLines(report, area, theme),
      ...mapLegend(report, colouring, area, theme),
    ];
  },
  describe: describeMap,
};
