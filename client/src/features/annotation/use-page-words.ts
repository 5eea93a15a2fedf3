import { useEffect, useState } from 'react';
import type { PageFrame } from '#paper';
import { type TextPiece, wordsOf } from './page-words.ts';

type Words = ReturnType<typeof wordsOf>;

/** The words of a page once somebody is about to highlight them; null while they are being read. */
export function usePageWords(proxy: PageFrame['proxy'], isWanted: boolean): Words | null {
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    proxy.getTextContent().then(
      ({ items }) => {
        if (isCurrent)
          setWords(wordsOf(items.filter((item): item is TextPiece & typeof item => 'str' in item)));
      },
      () => {
        if (isCurrent) setWords([]);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [proxy, isWanted]);
  return words;
}
