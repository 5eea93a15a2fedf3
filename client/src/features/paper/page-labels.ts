import type { PaperText } from '@hopso/shared/paper';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { paperTextQuery } from './paper-text.ts';
import type { PageLabels } from './printed-pages.ts';
import { whenIdle } from './when-idle.ts';

/**
 * The numbers printed on the pages; null until they are known, and where the paper has none. They come with the words
 * of the paper, after its first page: numbers are not worth waiting for.
 */
export function usePageLabels(
  meeting: string,
  paper: string,
  version: number | undefined,
): PageLabels | null {
  const isIdle = useIdle();
  const { data } = useQuery({
    ...paperTextQuery({ meeting, paper, version: version ?? 1 }),
    enabled: isIdle && version !== undefined,
    select: labelsOf,
  });
  return data ?? null;
}

function labelsOf({ pages }: PaperText): PageLabels | null {
  const labels = pages.map(({ label }) => label);
  return labels.some((label) => label !== null) ? labels : null;
}

function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void whenIdle().then(() => isWanted && setIdle(true));
    return () => {
      isWanted = false;
    };
  }, []);
  return isIdle;
}
