import { energyAt, meanOf } from './energies.ts';
import { positionsOf } from './grid.ts';
import { isMissing, type MeanField, type MeanFieldStep, type MissingTheory, type RowFindings, type Site } from './mean-field.ts';
import { once } from './once.ts';
import { fieldOf, mapSites, type SpatialField, sitesOf } from './sites.ts';
import type { Stage } from './stage.ts';

/** What a stage does to a field: to a vector, or at every position of an image alike. */
export const stepOf = (stage: Stage, field: MeanField): MeanFieldStep | MissingTheory => {
  const { space, ...anywhere } = field;
  if (space === undefined || stage.isSpatial === true) return stage.meanField(field);
  if (space.sites !== null) return stepPerSite(stage, field as MeanField & SpatialField);
  const position = { ...anywhere, batch: field.batch * positionsOf(space.sides) };
  const step = stage.meanField(position);
  if (isMissing(step)) return step;
  return { ...step, field: { ...step.field, space: { ...space, elsewhere: elsewhereAfter(stage, position, space.elsewhere) } } };
};

/** What two positions have in common afterwards: the map that two examples follow is theirs, too. */
const elsewhereAfter = (stage: Stage, position: MeanField, elsewhere: number): number => {
  const step = stage.meanField({ ...position, covariance: () => elsewhere });
  return isMissing(step) ? Number.NaN : step.field.covariance();
};

const stepPerSite = (stage: Stage, field: MeanField & SpatialField): MeanFieldStep | MissingTheory => {
  const { averages, batch, secondMoment: overall, space } = field;
  const steps = mapSites(sitesOf(field), ({ elsewhere, ...moments }) => {
    const position = { ...moments, averages, batch, overall };
    const step = stage.meanField(position);
    return isMissing(step) ? step : { step, site: siteAfter(step, elsewhereAfter(stage, position, elsewhere)) };
  });
  const found = steps.flatMap((step) => (isMissing(step) ? [] : [step]));
  const missing = steps.find(isMissing);
  if (missing !== undefined) return missing;
  const factors = found.map(({ step }) => step.gradientFactor);
  return {
    field: fieldOf(
      space.sides,
      found.map(({ site }) => site),
    ),
    gradientFactor: meanOf(factors),
    spread: (energies) => factors.map((factor, position) => factor * energyAt(energies, position)),
    logVariance: meanOf(found.map(({ step }) => step.logVariance)),
    rows: meanFindings(found.map(({ step }) => step.rows)),
  };
};

const siteAfter = ({ field }: MeanFieldStep, elsewhere: number): Site => {
  const { secondMoment, mean, covariance, isGaussian } = field;
  return { secondMoment, mean, covariance: once(covariance), isGaussian, elsewhere };
};

/** What the stage found of its rows, averaged over positions; it finds the same kind of thing at each. */
const meanFindings = (perSite: readonly (readonly RowFindings[])[]): readonly RowFindings[] =>
  (perSite[0] ?? []).map(({ row, station, slopeSecondMoment, gain }, index) => {
    const mean = (of: (finding: RowFindings) => number | undefined): number =>
      meanOf(perSite.map((rows) => of(rows[index] as RowFindings) ?? Number.NaN));
    const q = mean((finding) => finding.station?.q);
    // Σ z₁·z₂ over all positions beside Σ z², as a station reads it
    const correlation = (): number =>
      q > 0 ? mean(({ station: at }) => (at === undefined ? undefined : at.correlation() * at.q)) / q : 1;
    return {
      row,
      ...(station === undefined ? {} : { station: { q, correlation } }),
      ...(slopeSecondMoment === undefined ? {} : { slopeSecondMoment: mean((finding) => finding.slopeSecondMoment) }),
      ...(gain === undefined ? {} : { gain: mean((finding) => finding.gain) }),
    };
  });
