// The easing curves of Robert Penner's families, from 0 at 0 to 1 at 1: formulas as easings.net publishes them.

export type Curve = (t: number) => number;

/** How far the curves Back go beyond, so that it is a tenth. */
const BACK = 1.70158;
const BACK_BOTH = BACK * 1.525;
const ELASTIC = (2 * Math.PI) / 3;
const ELASTIC_BOTH = (2 * Math.PI) / 4.5;

function outBounce(t: number): number {
  const [steepness, span] = [7.5625, 2.75];
  if (t < 1 / span) return steepness * t * t;
  if (t < 2 / span) return steepness * (t - 1.5 / span) ** 2 + 0.75;
  if (t < 2.5 / span) return steepness * (t - 2.25 / span) ** 2 + 0.9375;
  return steepness * (t - 2.625 / span) ** 2 + 0.984375;
}

/** In, Out and InOut of a power. */
function power(name: string, exponent: number): Record<string, Curve> {
  return {
    [`In${name}`]: (t) => t ** exponent,
    [`Out${name}`]: (t) => 1 - (1 - t) ** exponent,
    [`InOut${name}`]: (t) => (t < 0.5 ? 2 ** (exponent - 1) * t ** exponent : 1 - (-2 * t + 2) ** exponent / 2),
  };
}

/** By name. Any number may be given; beyond 0 and 1 the curves go on as their formulas do. */
export const CURVES: Readonly<Record<string, Curve>> = {
  Linear: (t) => t,
  InSine: (t) => 1 - Math.cos((t * Math.PI) / 2),
  OutSine: (t) => Math.sin((t * Math.PI) / 2),
  InOutSine: (t) => -(Math.cos(Math.PI * t) - 1) / 2,
  ...power("Quad", 2),
  ...power("Cubic", 3),
  ...power("Quart", 4),
  ...power("Quint", 5),
  InExpo: (t) => (t === 0 ? 0 : 2 ** (10 * t - 10)),
  OutExpo: (t) => (t === 1 ? 1 : 1 - 2 ** (-10 * t)),
  InOutExpo(t) {
    if (t === 0 || t === 1) return t;
    return t < 0.5 ? 2 ** (20 * t - 10) / 2 : (2 - 2 ** (-20 * t + 10)) / 2;
  },
  InCirc: (t) => 1 - root(1 - t ** 2),
  OutCirc: (t) => root(1 - (t - 1) ** 2),
  InOutCirc: (t) => (t < 0.5 ? (1 - root(1 - (2 * t) ** 2)) / 2 : (root(1 - (-2 * t + 2) ** 2) + 1) / 2),
  InBack: (t) => (BACK + 1) * t ** 3 - BACK * t ** 2,
  OutBack: (t) => 1 + (BACK + 1) * (t - 1) ** 3 + BACK * (t - 1) ** 2,
  InOutBack: (t) =>
    t < 0.5
      ? ((2 * t) ** 2 * ((BACK_BOTH + 1) * 2 * t - BACK_BOTH)) / 2
      : ((2 * t - 2) ** 2 * ((BACK_BOTH + 1) * (t * 2 - 2) + BACK_BOTH) + 2) / 2,
  InElastic: (t) => (t === 0 || t === 1 ? t : -(2 ** (10 * t - 10)) * Math.sin((t * 10 - 10.75) * ELASTIC)),
  OutElastic: (t) => (t === 0 || t === 1 ? t : 2 ** (-10 * t) * Math.sin((t * 10 - 0.75) * ELASTIC) + 1),
  InOutElastic(t) {
    if (t === 0 || t === 1) return t;
    const wave = Math.sin((20 * t - 11.125) * ELASTIC_BOTH);
    return t < 0.5 ? -(2 ** (20 * t - 10) * wave) / 2 : (2 ** (-20 * t + 10) * wave) / 2 + 1;
  },
  InBounce: (t) => 1 - outBounce(1 - t),
  OutBounce: outBounce,
  InOutBounce: (t) => (t < 0.5 ? (1 - outBounce(1 - 2 * t)) / 2 : (1 + outBounce(2 * t - 1)) / 2),
};

/** The circle ends at 0 and 1: beyond, it stays where it ended. */
function root(square: number): number {
  return Math.sqrt(Math.max(0, square));
}
