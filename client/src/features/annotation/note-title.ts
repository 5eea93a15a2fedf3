import type { Annotation } from '@hopso/shared/annotation';
import type { TFunction } from 'i18next';

/** What a note is called in a list: its words, or the words it stands at, else its kind. */
export function noteTitle(
  t: TFunction<'annotation'>,
  { type, body }: Pick<Annotation, 'type' | 'body'>,
): string {
  const kind = t(`type.${type}`);
  const words = body?.text?.trim() || body?.anchor?.quote;
  return words ? `${kind}: ${words}` : kind;
}
