import { useEffect, useRef } from 'react';
import type { PageFrame } from '#paper';
import styles from './selectable-words.module.css';

/** The words of a page laid over its picture, unseen, so that they can be selected and copied. */
export function SelectableWords({ frame }: { readonly frame: PageFrame }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = holder.current;
    if (container === null) return;
    let end = () => {};
    let isWanted = true;
    import('pdfjs-dist/legacy/build/pdf.mjs').then(({ TextLayer }) => {
      if (!isWanted) return;
      const { proxy, viewport } = frame;
      container.style.setProperty('--total-scale-factor', String(viewport.scale));
      const layer = new TextLayer({ textContentSource: proxy.streamTextContent(), container, viewport });
      end = () => layer.cancel();
      // Left while it was being laid out; or a page without words.
      layer.render().catch(() => {});
    });
    return () => {
      isWanted = false;
      end();
      container.replaceChildren();
    };
  }, [frame]);
  return <div ref={holder} className={styles.words} data-testid="selectable-words" />;
}
