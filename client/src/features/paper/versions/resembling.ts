import { foldText } from '@hopso/shared/kernel';
import type { PaperView } from '@hopso/shared/session';
import { titleFromFileName } from '../upload-title.ts';

/** What people add to the name of a file that replaces another: `bản 2`, `v3`, `lần 2`, `(1)`, `sửa`, a date. */
const marks =
  /\b(?:ban|version|ver|v|lan|phien ban)[ .]*\d{1,2}\b|\(\d{1,2}\)|\b(?:sua|chinh sua|chinh thuc|cuoi|moi|final|copy)\b|\b\d{1,2}[. ]\d{1,2}[. ]\d{2,4}\b/g;

const wordsOf = (name: string): string =>
  foldText(titleFromFileName(name))
    .replace(/[_-]+/g, ' ')
    .replace(marks, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** So alike that the question is worth asking; asked in vain it costs one tap. */
const ALIKE = 0.8;

/** The paper that a file seems to be a new version of: by its title or by the name of its file. Null when none does. */
export function resembling<P extends Pick<PaperView, 'title' | 'fileName'>>(
  fileName: string,
  papers: readonly P[],
): P | null {
  const words = wordsOf(fileName);
  const scored = papers.map((paper) => ({
    paper,
    score: Math.max(likeness(words, wordsOf(paper.title)), likeness(words, wordsOf(paper.fileName))),
  }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score >= ALIKE ? best.paper : null;
}

/** Share of letter pairs that two texts have in common, 0 to 1. */
function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  const rest = [...second];
  let common = 0;
  for (const pair of first) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (first.length + second.length || 1);
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
