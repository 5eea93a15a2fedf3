/** Seeds that failed once, with what was wrong. They are always run. */
export const failedSeeds: readonly { readonly seed: number; readonly was: string }[] = [
  { seed: 670, was: 'snapshots of the new audience against the seat of the old one, asked for in a circle' },
];
