// Lanczos' coefficients for g = 7, n = 9, as P. Godfrey computed them: 15 digits.
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function, of what is at least one half. */
function logGamma(x: number): number {
  const [first = 0, ...others] = lanczos;
  const series = others.reduce((sum, coefficient, index) => sum + coefficient / (x + index), first);
  const t = x + 6.5;
  return Math.log(2 * Math.PI) / 2 + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** log Γ for all that is positive: Γ(x) = Γ(x + 1) / x. */
const logGammaOf = (x: number): number => (x < 0.5 ? logGamma(x + 1) - Math.log(x) : logGamma(x));

const tiny = 1e-300;
const precision = 1e-14;
/** Enough wherever a and b are below some hundred million: it needs as many steps as the root of the greater. */
const mostSteps = 20_000;

/**
 * The regularised incomplete beta function I_x(a, b), for a and b above 0 and x from 0 to 1: the continued fraction of
 * DLMF 8.17.22 (https://dlmf.nist.gov/8.17#v), by Lentz's method, on the side where it converges fast.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x <= (a + 1) / (a + b + 2) ? converging(x, a, b) : 1 - converging(1 - x, b, a);
}

function converging(x: number, a: number, b: number): number {
  const logBeta = logGammaOf(a) + logGammaOf(b) - logGammaOf(a + b);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta) / a;
  return front * fraction(x, a, b);
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= mostSteps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / nonZero(1 + term * d);
      c = nonZero(1 + term / c);
      value *= c * d;
    }
    if (Math.abs(c * d - 1) < precision) return value;
  }
  return value;
}

const nonZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
