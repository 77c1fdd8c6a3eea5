/** A chain of states without its absorbing ones: from each state, where to with which probability. */
export interface Chain {
  /** Of each state: the part of its journeys that ends in a conversion at once. */
  ends: Float64Array;
  /** Rows of a sparse matrix: state i goes on to targets[starts[i] … starts[i + 1]] with those probabilities. */
  starts: Uint32Array;
  targets: Uint32Array;
  probabilities: Float64Array;
}

/** Of the size of the right side; what is left of it after the solution is smaller. */
const tolerance = 1e-14;

/** Far more than chains of channels take; one that takes more is reported and not guessed. */
const mostSteps = 500;

/**
 * The probability of ending in a conversion from every state: the solution of (I − Q) x = r, the algebra of an absorbing
 * chain. GMRES (Saad and Schultz 1986) without restarts: as exact as elimination, which it is after as many steps as there are
 * states, and much faster for the thousands of sparse states of a chain of order 3.
 *
 * @throws if the equations are not solved to 14 digits after 500 steps
 */
export function absorption({ ends, starts, targets, probabilities }: Chain): Float64Array {
  const size = ends.length;
  const norm = Math.sqrt(dot(ends, ends));
  if (norm === 0) return new Float64Array(size);
  const stay = (x: Float64Array): Float64Array => {
    const y = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let sum = x[i] ?? 0;
      for (let k = starts[i] ?? 0, end = starts[i + 1] ?? 0; k < end; k++) {
        sum -= (probabilities[k] ?? 0) * (x[targets[k] ?? 0] ?? 0);
      }
      y[i] = sum;
    }
    return y;
  };

  const basis = [scaled(ends, 1 / norm)];
  const columns: number[][] = [];
  const turns: [cos: number, sin: number][] = [];
  const right = [norm];
  for (let step = 0; step < Math.min(mostSteps, size); step++) {
    const next = stay(basis[step] ?? ends);
    const column: number[] = [];
    // Twice, because once loses digits (Kahan: "twice is enough").
    for (const pass of [0, 1]) {
      for (const [i, vector] of basis.entries()) {
        const part = dot(next, vector);
        column[i] = (pass === 0 ? 0 : (column[i] ?? 0)) + part;
        for (let j = 0; j < size; j++) next[j] = (next[j] ?? 0) - part * (vector[j] ?? 0);
      }
    }
    const length = Math.sqrt(dot(next, next));
    for (const [i, [cos, sin]] of turns.entries()) {
      const [a = 0, b = 0] = [column[i], column[i + 1]];
      column[i] = cos * a + sin * b;
      column[i + 1] = cos * b - sin * a;
    }
    const diagonal = Math.hypot(column[step] ?? 0, length);
    const [cos, sin] = [(column[step] ?? 0) / diagonal, length / diagonal];
    turns.push([cos, sin]);
    column[step] = diagonal;
    columns.push(column.slice(0, step + 1));
    right[step + 1] = -sin * (right[step] ?? 0);
    right[step] = cos * (right[step] ?? 0);
    if (Math.abs(right[step + 1] ?? 0) <= tolerance * norm) return combined(basis, columns, right, size);
    basis.push(scaled(next, 1 / length));
  }
  if (size <= mostSteps) return combined(basis, columns, right, size);
  throw new Error('The chain of channels was not solved; a chain of a smaller order will be.');
}

/** The best combination of the vectors found: back substitution, then their sum. */
function combined(basis: Float64Array[], columns: number[][], right: number[], size: number): Float64Array {
  const factors: number[] = [];
  for (let i = columns.length - 1; i >= 0; i--) {
    let rest = right[i] ?? 0;
    for (let j = i + 1; j < columns.length; j++) rest -= (columns[j]?.[i] ?? 0) * (factors[j] ?? 0);
    factors[i] = rest / (columns[i]?.[i] ?? 1);
  }
  const x = new Float64Array(size);
  for (const [i, factor] of factors.entries()) {
    const vector = basis[i];
    for (let j = 0; j < size; j++) x[j] = (x[j] ?? 0) + factor * (vector?.[j] ?? 0);
  }
  return x;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

const scaled = (vector: Float64Array, factor: number): Float64Array => vector.map((value) => value * factor);
