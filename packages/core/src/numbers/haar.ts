/**
 * Orthonormal columns with the uniform (Haar) distribution from a Gaussian matrix: Q = H₁H₂…Hₘ·D. Hₖ reflects the Gaussian
 * vector xₖ, which is column k from the diagonal down, onto its first axis, and D holds −sign xₖₖ.
 *
 * **Shape** [rows, columns] in row-major order, rows ≥ columns. **Source** Stewart 1980, SIAM J. Numer. Anal. 17, 403-409.
 */
export const haarColumns = (gaussian: Float32Array, rows: number, columns: number): Float32Array => {
  const made = Array.from({ length: columns }, () => new Float64Array(rows));
  const reflection = new Float64Array(rows);
  for (let k = columns - 1; k >= 0; k -= 1) {
    fillReflection(reflection, gaussian, columns, k);
    const newest = made[k] as Float64Array;
    newest[k] = 1;
    for (const column of made.slice(k)) reflect(column, reflection, k);
  }
  return Float32Array.from(gaussian, (_, position) => {
    const [row, column] = [Math.floor(position / columns), position % columns];
    const value = (made[column] as Float64Array)[row] as number;
    return (gaussian[column * columns + column] as number) < 0 ? value : -value;
  });
};

/** The vector v of H = 1 − vvᵀ that sends x to −sign(x₁)·‖x‖·e₁: x + sign(x₁)·‖x‖·e₁, scaled to vᵀv = 2. */
const fillReflection = (v: Float64Array, gaussian: Float32Array, columns: number, k: number): void => {
  let square = 0;
  for (let row = k; row < v.length; row += 1) {
    const x = gaussian[row * columns + k] as number;
    v[row] = x;
    square += x * x;
  }
  const first = v[k] as number;
  const norm = Math.sqrt(square);
  const shifted = first + (first < 0 ? -norm : norm);
  const scale = Math.sqrt(2 / (square - first * first + shifted * shifted));
  v[k] = shifted;
  for (let row = k; row < v.length; row += 1) v[row] = (v[row] as number) * scale;
};

/** q ← q − v·(vᵀq), from entry k down; above, v is zero. */
const reflect = (q: Float64Array, v: Float64Array, k: number): void => {
  let share = 0;
  for (let row = k; row < v.length; row += 1) share += (v[row] as number) * (q[row] as number);
  for (let row = k; row < v.length; row += 1) q[row] = (q[row] as number) - share * (v[row] as number);
};
