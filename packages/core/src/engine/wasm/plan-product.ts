/** Which pairs of plain matrices a batched matrix product consists of. */
export interface ProductPlan {
  readonly outputShape: readonly number[];
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  /** How many matrices each operand holds. */
  readonly countA: number;
  readonly countB: number;
  /** Every product is [rows × inner] · [inner × columns]. */
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  /** For each output matrix in order: which matrix of a and which of b. */
  readonly pairs: readonly (readonly [number, number])[];
}

/**
 * Plans a · b over broadcast batch dimensions; a stack of matrices times one shared matrix becomes one tall product.
 * **Throws** where inner sizes differ or batch dimensions do not broadcast.
 */
export function planProduct(
  shapeA: readonly number[],
  shapeB: readonly number[],
  { transposeA, transposeB }: { readonly transposeA: boolean; readonly transposeB: boolean },
): ProductPlan {
  const [rows, inner] = matrixSize(shapeA, transposeA);
  const [innerB, columns] = matrixSize(shapeB, transposeB);
  if (inner !== innerB) throw new Error(`matMul: the inner sizes of [${shapeA}] and [${shapeB}] differ: ${inner} and ${innerB}`);
  const [batchA, batchB] = [shapeA.slice(0, -2), shapeB.slice(0, -2)];
  const batch = broadcast(batchA, batchB);
  const [countA, countB] = [product(batchA), product(batchB)];
  const common = { outputShape: [...batch, rows, columns], transposeA, transposeB, countA, countB, inner, columns };
  if (countB === 1 && !transposeA) return { ...common, rows: countA * rows, pairs: countA > 0 ? [[0, 0]] : [] };
  const indicesA = strideIndices(batchA, batch);
  const indicesB = strideIndices(batchB, batch);
  return { ...common, rows, pairs: indicesA.map((index, position) => [index, indicesB[position] ?? 0]) };
}

function matrixSize(shape: readonly number[], isTransposed: boolean): readonly [number, number] {
  const [first = 1, second = 1] = shape.slice(-2);
  return isTransposed ? [second, first] : [first, second];
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1);
}

function broadcast(a: readonly number[], b: readonly number[]): readonly number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const [sizeA, sizeB] = [a[a.length - rank + axis] ?? 1, b[b.length - rank + axis] ?? 1];
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1)
      throw new Error(`matMul: batch dimensions [${a}] and [${b}] do not broadcast`);
    return sizeA === 1 ? sizeB : sizeA;
  });
}

/** For every index of the broadcast batch, in order, the position in a stack of the given batch shape. */
function strideIndices(shape: readonly number[], batch: readonly number[]): readonly number[] {
  let indices = [0];
  for (const [axis, size] of batch.entries()) {
    const own = shape[shape.length - batch.length + axis] ?? 1;
    indices = indices.flatMap((index) => Array.from({ length: size }, (_, step) => index * own + (own === 1 ? 0 : step)));
  }
  return indices;
}
