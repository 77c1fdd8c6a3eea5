/**
 * Numbers from 0 (included) to 1 (excluded) that follow from a seed alone: a Lehmer generator modulo 2³¹ − 1 with the
 * multiplier 48271 (Park, Miller and Stockmeyer 1993).
 */
export function random(seed: number): () => number {
  const modulus = 2_147_483_647;
  let state = (Math.abs(Math.trunc(seed)) % (modulus - 1)) + 1;
  const next = (): number => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
  // Neighbouring seeds begin alike; a few steps part them.
  for (let i = 0; i < 5; i++) next();
  return next;
}
