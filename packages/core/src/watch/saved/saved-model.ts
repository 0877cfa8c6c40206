import type { io } from '@tensorflow/tfjs';
import type { JsonObject } from './json.ts';

/** Files that hold weights one behind the other. */
export interface ShardGroup {
  /** As the model.json names them. */
  readonly paths: readonly string[];
  readonly weights: readonly io.WeightsManifestEntry[];
  /** What its files have to hold together. */
  readonly bytes: number;
}

/** A model.json that was read: what its layers are, where its weights lie, what it was trained with. */
export interface SavedModel {
  readonly topology: JsonObject;
  readonly groups: readonly ShardGroup[];
  /** Of all weights. */
  readonly bytes: number;
  /** What it was compiled with; null where it does not say. */
  readonly training: JsonObject | null;
  /** Who wrote it, as far as it says. */
  readonly writtenBy: string | null;
}
