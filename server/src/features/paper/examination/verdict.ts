import type { Json } from '@hopso/shared/kernel';
import type { PaperRefusal } from '@hopso/shared/paper';

/** Thrown inside an examination: the file is not taken, and why. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly code: PaperRefusal;
  readonly params: { readonly [key: string]: Json } | undefined;

  constructor(code: PaperRefusal, params?: { readonly [key: string]: Json }) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
