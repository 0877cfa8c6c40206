/** How large a saved model may be: whoever sends a larger one has rather sent another file, and a laptop should survive it. */
interface SavedLimits {
  /** **Unit** bytes. */
  readonly weights: number;
  readonly layers: number;
  /** Brackets within brackets of a model.json: models in models take about eight each. */
  readonly depth: number;
}

export const savedLimits: SavedLimits = { weights: 2 ** 30, layers: 2000, depth: 100 };
