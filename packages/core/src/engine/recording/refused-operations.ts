const drawsAnew =
  'it draws other numbers on every run, so a replay would not repeat the answer; draw with `createRandom`, or pass the numbers as an argument';
const shapeDependsOnValues =
  'the shape of its result depends on the numbers, and a graph is recorded for one shape; keep all entries and mask them with `tf.where`';
const actsOutside =
  'it acts outside the graph, which a replay would not repeat; call it on the results, outside the compiled function';

/** Operations whose recording would answer wrongly later, by TensorFlow's name, and why. */
const reasons: Readonly<Record<string, string>> = {
  RandomUniform: drawsAnew,
  RandomUniformInt: drawsAnew,
  RandomStandardNormal: drawsAnew,
  TruncatedNormal: drawsAnew,
  ParameterizedTruncatedNormal: drawsAnew,
  RandomGamma: drawsAnew,
  RandomPoisson: drawsAnew,
  RandomPoissonV2: drawsAnew,
  RandomShuffle: drawsAnew,
  Multinomial: drawsAnew,
  Where: shapeDependsOnValues,
  Unique: shapeDependsOnValues,
  UniqueV2: shapeDependsOnValues,
  ListDiff: shapeDependsOnValues,
  DynamicPartition: shapeDependsOnValues,
  NonMaxSuppressionV3: shapeDependsOnValues,
  NonMaxSuppressionV4: shapeDependsOnValues,
  NonMaxSuppressionV5: shapeDependsOnValues,
  SummaryWriter: actsOutside,
  CreateSummaryFileWriter: actsOutside,
  FlushSummaryWriter: actsOutside,
  WriteScalarSummary: actsOutside,
  WriteSummary: actsOutside,
  WriteHistogramSummary: actsOutside,
};

/** Why an operation cannot be recorded, and what to do instead; null where it can. */
export function refusalOf(operation: string): string | null {
  return Object.hasOwn(reasons, operation) ? (reasons[operation] ?? null) : null;
}
