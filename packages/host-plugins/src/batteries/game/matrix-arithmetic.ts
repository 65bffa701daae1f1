// Arithmetic of 3x3 matrices as arrays of nine numbers, row by row.
import type { Vec2 } from "./vector-layouts.ts";

/** Nine numbers, row by row. */
export type Cells = readonly [number, number, number, number, number, number, number, number, number];

export const IDENTITY: Readonly<Cells> = [1, 0, 0, 0, 1, 0, 0, 0, 1];
export const ZEROS: Readonly<Cells> = [0, 0, 0, 0, 0, 0, 0, 0, 0];

export function product(m: Cells, n: Cells): Cells {
  const [a, b, c, d, e, f, g, h, i] = m;
  const [A, B, C, D, E, F, G, H, I] = n;
  return [
    a * A + b * D + c * G,
    a * B + b * E + c * H,
    a * C + b * F + c * I,
    d * A + e * D + f * G,
    d * B + e * E + f * H,
    d * C + e * F + f * I,
    g * A + h * D + i * G,
    g * B + h * E + i * H,
    g * C + h * F + i * I,
  ];
}

/** The matrix times a column of three numbers. */
export function timesColumn(
  [a, b, c, d, e, f, g, h, i]: Cells,
  x: number,
  y: number,
  z: number,
): readonly [number, number, number] {
  return [a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z];
}

export function determinant([a, b, c, d, e, f, g, h, i]: Cells): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** The inverse, by cofactors; null where the determinant is 0. */
export function inverse(cells: Cells): Cells | null {
  const [a, b, c, d, e, f, g, h, i] = cells;
  const scale = determinant(cells);
  if (scale === 0) return null;
  return [
    (e * i - f * h) / scale,
    (c * h - b * i) / scale,
    (b * f - c * e) / scale,
    (f * g - d * i) / scale,
    (a * i - c * g) / scale,
    (c * d - a * f) / scale,
    (d * h - e * g) / scale,
    (b * g - a * h) / scale,
    (a * e - b * d) / scale,
  ];
}

export function transpose([a, b, c, d, e, f, g, h, i]: Cells): Cells {
  return [a, d, g, b, e, h, c, f, i];
}

/** Scale, then turn, then move. */
export function affine(move: Vec2, radians: number, scale: Vec2): Cells {
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  return [scale.x * cosine, -scale.y * sine, move.x, scale.x * sine, scale.y * cosine, move.y, 0, 0, 1];
}
