import { useEffect, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Dialog } from '#ui';
import { type Destination, destinationOf, type NamedDestination } from './outline.ts';
import type { PageFrame, ReaderHandle } from './page-frame.ts';
import styles from './page-links.module.css';
import type { PDFDocumentProxy } from './pdf-engine.ts';
import { whenIdle } from './when-idle.ts';

type Link = {
  readonly key: string;
  /** Left, bottom, right, top in the page's own space. */
  readonly rect: readonly [number, number, number, number];
} & (
  | { readonly destination: Destination }
  /** Outside the paper: shown as text, never opened from here. */
  | { readonly address: string }
);

interface PageLinksProps {
  readonly pdf: PDFDocumentProxy;
  readonly frame: PageFrame;
  readonly handle: ReaderHandle;
}

/** The paper's own links on one page: those inside it lead there, an address is shown as text. */
export function PageLinks({ pdf, frame, handle }: PageLinksProps) {
  const { t } = useTranslation('reader');
  const links = useLinks(pdf, frame);
  const [address, setAddress] = useState<string | null>(null);
  return (
    <>
      {links.map((link) => (
        <button
          key={link.key}
          type="button"
          className={styles.link}
          style={boxOf(frame, link.rect)}
          data-testid="paper-link"
          aria-label={
            'address' in link
              ? t('link.outside', { address: link.address })
              : t('link.inside', { page: link.destination.page })
          }
          onClick={() => {
            if ('address' in link) setAddress(link.address);
            else handle.goTo(link.destination.page, link.destination.yPdf);
          }}
        />
      ))}
      <Dialog
        open={address !== null}
        title={t('link.title')}
        onClose={() => setAddress(null)}
        testId="link-address"
      >
        <p>{t('link.explained')}</p>
        <p className={styles.address}>{address}</p>
      </Dialog>
    </>
  );
}

function boxOf({ viewport }: PageFrame, [left, bottom, right, top]: Link['rect']) {
  const [x1, y1] = viewport.convertToViewportPoint(left, bottom) as [number, number];
  const [x2, y2] = viewport.convertToViewportPoint(right, top) as [number, number];
  return {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  };
}

interface LinkAnnotation {
  readonly subtype?: string;
  readonly id?: string;
  readonly rect?: Link['rect'];
  readonly dest?: NamedDestination;
  readonly url?: string;
  readonly unsafeUrl?: string;
}

function useLinks(pdf: PDFDocumentProxy, { proxy }: PageFrame): readonly Link[] {
  const [links, setLinks] = useState<readonly Link[]>([]);
  useEffect(() => {
    let isWanted = true;
    async function read() {
      await whenIdle();
      if (!isWanted) return;
      const annotations = (await proxy.getAnnotations({ intent: 'display' })) as readonly LinkAnnotation[];
      const found = await Promise.all(annotations.map((annotation, index) => linkOf(pdf, annotation, index)));
      if (isWanted) setLinks(found.flatMap((link) => link ?? []));
    }
    // Links that cannot be read are none: the page is there all the same.
    read().catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [pdf, proxy]);
  return links;
}

async function linkOf(
  pdf: PDFDocumentProxy,
  annotation: LinkAnnotation,
  index: number,
): Promise<Link | null> {
  const { subtype, id, rect, dest } = annotation;
  if (subtype !== 'Link' || rect === undefined) return null;
  const key = id ?? String(index);
  const address = annotation.url ?? annotation.unsafeUrl;
  if (address !== undefined) return { key, rect, address };
  const destination = await destinationOf(pdf, dest);
  return destination === null ? null : { key, rect, destination };
}
