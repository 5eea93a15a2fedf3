import { type PDFContext, type PDFDict, PDFHexString, PDFName, type PDFRef } from 'pdf-lib';
import type { Bookmark, Page } from '../layout/marks.ts';

interface OutlineNode {
  bookmark: Bookmark;
  ref: PDFRef;
  children: OutlineNode[];
}

/** Writes the outline tree into the catalog. pdf-lib has no call for it. */
export function writeOutline(
  context: PDFContext,
  catalog: PDFDict,
  bookmarks: readonly Bookmark[],
  pages: readonly Page[],
  pageRefs: readonly PDFRef[],
): void {
  if (bookmarks.length === 0) return;
  const root = context.nextRef();
  const nodes = nest(context, bookmarks);
  const write = (siblings: OutlineNode[], parent: PDFRef): void => {
    siblings.forEach((node, index) => {
      const { page, y, title } = node.bookmark;
      const entry = context.obj({
        Title: PDFHexString.fromText(title.replaceAll('*', '').replaceAll('//', '')),
        Parent: parent,
        Dest: [pageRefs[page] ?? null, 'XYZ', null, Math.round((pages[page]?.height ?? 0) - y), null],
      });
      link(entry, { Prev: siblings[index - 1]?.ref, Next: siblings[index + 1]?.ref });
      linkChildren(context, entry, node.children, 'closed');
      context.assign(node.ref, entry);
      write(node.children, node.ref);
    });
  };
  write(nodes, root);
  const dict = context.obj({ Type: 'Outlines' });
  linkChildren(context, dict, nodes, 'open');
  context.assign(root, dict);
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function nest(context: PDFContext, bookmarks: readonly Bookmark[]): OutlineNode[] {
  const top: OutlineNode[] = [];
  const path: OutlineNode[] = [];
  for (const bookmark of bookmarks) {
    while ((path.at(-1)?.bookmark.level ?? 0) >= bookmark.level) path.pop();
    const node: OutlineNode = { bookmark, ref: context.nextRef(), children: [] };
    (path.at(-1)?.children ?? top).push(node);
    path.push(node);
  }
  return top;
}

function link(entry: PDFDict, refs: Record<string, PDFRef | undefined>): void {
  for (const [key, ref] of Object.entries(refs)) if (ref) entry.set(PDFName.of(key), ref);
}

function linkChildren(
  context: PDFContext,
  entry: PDFDict,
  children: OutlineNode[],
  state: 'open' | 'closed',
): void {
  if (children.length === 0) return;
  link(entry, { First: children[0]?.ref, Last: children.at(-1)?.ref });
  entry.set(PDFName.of('Count'), context.obj(state === 'open' ? children.length : -children.length));
}

/** Writes page labels that agree with the numbers printed on the pages, which restart at each separate annex. */
export function writePageLabels(context: PDFContext, catalog: PDFDict, pages: readonly Page[]): void {
  const ranges = pages.flatMap((page, index) =>
    index === 0 || page.printedNumber === 1 ? [index, context.obj({ S: 'D', St: page.printedNumber })] : [],
  );
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: ranges }));
}
