/** The oldest Node that runs these sources as they stand. */
const oldestMajor = 24;

/**
 * What to tell the operator when the running Node is too old, else undefined.
 * Asked before anything else, because an old Node fails later with messages nobody can act on.
 */
export function faultOfNodeVersion(version: string): string | undefined {
  const major = Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);
  if (major >= oldestMajor) return undefined;
  return `Node ${oldestMajor} or newer is needed; this is ${version}. Start with "npm start", which brings its own.`;
}
