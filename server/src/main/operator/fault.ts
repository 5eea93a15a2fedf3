/** The operator's wish cannot be fulfilled; `sentence` says why, in the operator's language. */
export class OperatorFault extends Error {
  override readonly name = 'OperatorFault';
  readonly exitCode: 1 | 2;

  /** `exitCode` 2: the command was not called as it should be. */
  constructor(sentence: string, exitCode: 1 | 2 = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
