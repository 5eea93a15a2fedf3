/** Where a page stands in the meeting, the same on the tablet, on the wall, in print and in the minutes (P9). */
export interface PageAddress {
  /** The item's number as the agenda prints it: `4`, `2.1`. */
  readonly item: string;
  /** The paper's number within its item, from 1, as `paperNumber` gives it. */
  readonly paper: number;
  /** The sheet within the file, from 1; not the number printed on it. */
  readonly page: number;
}

/** The address as it is stamped and read aloud: `Nội dung 4 · Tài liệu 2 · trang 7`. */
export const pageAddressText = ({ item, paper, page }: PageAddress): string =>
  `Nội dung ${item} · Tài liệu ${paper} · trang ${page}`;

/** The address as the label of a page in a viewer: `ND 4 · TL 2 · 7`. */
export const pageLabelText = ({ item, paper, page }: PageAddress): string =>
  `${pageLabelPrefix({ item, paper })}${page}`;

/** What stands before the page's number in `pageLabelText`. */
export const pageLabelPrefix = ({ item, paper }: Omit<PageAddress, 'page'>): string =>
  `ND ${item} · TL ${paper} · `;
