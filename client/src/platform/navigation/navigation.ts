import { useParams, useRouter } from '@tanstack/react-router';
import { type MouseEvent, useCallback } from 'react';

/** Goes to an address of `paths`. `replace` leaves no step back to the page before. */
export function useGo(): (href: string, options?: { readonly replace?: boolean }) => void {
  const router = useRouter();
  return useCallback(
    (href, { replace = false } = {}) => {
      if (replace) router.history.replace(href);
      else router.history.push(href);
    },
    [router],
  );
}

/** `href` and `onClick` of a link that stays inside the application; new tabs and middle clicks work as anywhere. */
export function useLink(href: string): { href: string; onClick: (event: MouseEvent) => void } {
  const go = useGo();
  function onClick(event: MouseEvent) {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || event.defaultPrevented) return;
    event.preventDefault();
    go(href);
  }
  return { href, onClick };
}

/** The meeting the address names. */
export function useMeetingParam(): string {
  const { meeting } = useParams({ strict: false }) as { readonly meeting?: string };
  if (meeting === undefined) throw new Error('This page belongs under an address that names a meeting.');
  return meeting;
}
