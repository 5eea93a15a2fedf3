/** Writes a number as official documents do: dot between thousands, comma before decimals. */
export function vn(value: number, decimals = 0): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** Writes `part` of `whole` as a percentage with one decimal, e.g. `57,1%`. */
export function percent(part: number, whole: number, decimals = 1): string {
  return `${vn((part / whole) * 100, decimals)}%`;
}

/** Sums one figure over all items. */
export function sum<T>(items: readonly T[], figure: (item: T) => number): number {
  return items.reduce((total, item) => total + figure(item), 0);
}

/** Writes a count below 10 with the leading zero that documents use for persons and copies. */
export function count(value: number): string {
  return value < 10 ? `0${value}` : vn(value);
}
