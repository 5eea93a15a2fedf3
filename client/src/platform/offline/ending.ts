/** Without use a sign-in ends by itself after an hour [I7]; less, because clocks and messages run late. */
const surelyInUseMs = 55 * 60_000;

interface SignInTimes {
  /** When the server last answered this person. */
  readonly contactAt: number;
  /** When the sign-in ends by itself at the latest. */
  readonly signInEndsAt: number;
  readonly now: number;
}

/**
 * How a sign-in ended that the server no longer knows (RULES O4): `taken` when it could not have ended by itself yet,
 * so somebody ended it here or elsewhere; else `ranOut`.
 */
export const endingOf = ({ contactAt, signInEndsAt, now }: SignInTimes): 'taken' | 'ranOut' =>
  now < signInEndsAt && now - contactAt < surelyInUseMs ? 'taken' : 'ranOut';
