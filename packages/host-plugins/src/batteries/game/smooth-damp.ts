// Following a target like a critically damped spring.

interface Point {
  readonly x: number;
  readonly y: number;
}

type Pair = readonly [x: number, y: number];

/** Where what follows is a moment later, and how fast. */
export interface Motion {
  readonly position: Pair;
  readonly velocity: Pair;
}

/** Shorter times to reach a target count as this, in seconds. */
const LEAST_TIME = 0.0001;

/**
 * One step of a critically damped spring of angular frequency 2 / time, after `delta` (> 0) seconds: the well-known method
 * of games, which replaces exp(-x) by the inverse of 1 + x + 0.48 x^2 + 0.235 x^3. The distance that counts is at most
 * `maximum` * time, which bounds the speed; the target is never passed.
 */
export function smoothDamp(
  current: Point,
  target: Point,
  velocity: Point,
  time: number,
  maximum: number,
  delta: number,
): Motion {
  const smoothTime = Math.max(LEAST_TIME, time);
  const omega = 2 / smoothTime;
  const step = omega * delta;
  const decay = 1 / (1 + step + 0.48 * step ** 2 + 0.235 * step ** 3);
  const distance = Math.hypot(current.x - target.x, current.y - target.y);
  const farthest = maximum * smoothTime;
  const part = distance > farthest ? farthest / distance : 1;
  const along = (from: number, to: number, speed: number): Pair => {
    const change = (from - to) * part;
    const push = (speed + omega * change) * delta;
    return [from - change + (change + push) * decay, (speed - omega * push) * decay];
  };
  const [x, speedX] = along(current.x, target.x, velocity.x);
  const [y, speedY] = along(current.y, target.y, velocity.y);
  const isPast = (target.x - current.x) * (x - target.x) + (target.y - current.y) * (y - target.y) > 0;
  return isPast
    ? { position: [target.x, target.y], velocity: [0, 0] }
    : { position: [x, y], velocity: [speedX, speedY] };
}
