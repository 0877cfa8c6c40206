import type { Report } from '@vanish/core';
import type { ShelfRow } from '../frame/shelf.ts';
import type { Theme } from '../theme/theme.ts';
import { layerWord } from '../words/layer-word.ts';
import { type Lost, lostNetworks } from '../words/lost-networks.ts';
import { runsOf, wordRuns } from '../words/runs.ts';

/** Rows for layers whose gradient is exactly zero, NaN or infinite in some or all networks; none where nothing is lost. */
export const profileShelf = (report: Report, theme: Theme): readonly ShelfRow[] => {
  const lost = report.measured.layers.map((layer) => lostNetworks(layer, report.experiment.seeds));
  const row = (name: string, colour: string, field: keyof Lost): readonly ShelfRow[] => {
    const shares = lost.map((layer) => layer[field]);
    const runs = runsOf(shares.map((share) => share > 0));
    return runs.length === 0 ? [] : [{ name, colour, shares, note: wordRuns(runs, layerWord(report)) }];
  };
  return [...row('exactly 0', theme.zero, 'zero'), ...row('NaN or ∞', theme.broken, 'broken')];
};
