/** One line of the report; bars hold on `ratio`, or on `value` where there is no baseline. */
export interface Line {
  readonly metric: string;
  readonly value: number;
  readonly baseline: number | null;
  readonly ratio: number | null;
  /** Half the distance between the quartiles of the ratios (of the values without a baseline), over their median. */
  readonly spread: number;
  readonly n: number;
}

export interface Pair {
  readonly value: number;
  readonly baseline: number;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const rounded = (value: number): number => Number(value.toPrecision(4));

const spreadOf = (values: readonly number[]): number =>
  rounded((quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median(values));

/** The median ratio of interleaved pairs: noise that touches both sides of a pair cancels out. */
export function lineOfPairs(metric: string, pairs: readonly Pair[]): Line {
  const ratios = pairs.map(({ value, baseline }) => value / baseline);
  return {
    metric,
    value: rounded(median(pairs.map(({ value }) => value))),
    baseline: rounded(median(pairs.map(({ baseline }) => baseline))),
    ratio: rounded(median(ratios)),
    spread: spreadOf(ratios),
    n: pairs.length,
  };
}

export function lineOfValue(metric: string, values: readonly number[]): Line {
  return {
    metric,
    value: rounded(median(values)),
    baseline: null,
    ratio: null,
    spread: spreadOf(values),
    n: values.length,
  };
}
