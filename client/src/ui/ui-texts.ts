import { createContext, useContext } from 'react';

/** The words the controls themselves need, in the reader's language; everything else arrives as props. */
export interface UiTexts {
  readonly close: string;
  readonly cancel: string;
  readonly undo: string;
  readonly loading: string;
  readonly slow: string;
  readonly retry: string;
  readonly showPassword: string;
  readonly dateFormat: string;
  readonly hours: string;
  readonly minutes: string;
}

export const UiTextsContext = createContext<UiTexts | null>(null);

export function useUiTexts(): UiTexts {
  const texts = useContext(UiTextsContext);
  if (!texts) throw new Error('UiProvider is missing above this control.');
  return texts;
}
