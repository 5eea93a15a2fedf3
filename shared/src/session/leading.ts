import type { Capacity } from '#attendance';

/** What is asked about somebody who would lead pages. */
export interface PageLeader {
  readonly personId: string;
  readonly name: string;
  readonly isAtDesk: boolean;
  readonly isPresiding: boolean;
  readonly capacity: Capacity | null;
}

/** What the right to lead pages depends on besides the person. */
export interface LeadingScene {
  readonly isInSession: boolean;
  readonly deskHolderId: string | null;
  /** Of the item in hand, as its form names them. */
  readonly presenters: readonly string[];
  /** Whom the desk has asked to lead the item in hand. */
  readonly namedId: string | null;
}

/** Whether this person gives others the right to lead pages, and takes it away: who presides, or the desk that leads. */
export function grantsLeading(person: PageLeader, { isInSession, deskHolderId }: LeadingScene): boolean {
  if (!isInSession) return false;
  if (person.isPresiding) return true;
  return person.isAtDesk && (deskHolderId === null || deskHolderId === person.personId);
}

/** Whether this person may lead the pages of others now (X15). */
export function mayLeadPages(person: PageLeader, scene: LeadingScene): boolean {
  if (grantsLeading(person, scene)) return true;
  if (!scene.isInSession) return false;
  if (scene.namedId === person.personId) return true;
  return person.capacity === 'presenter' && scene.presenters.some((named) => names(named, person.name));
}

/** "Ông Nguyễn Văn An – Giám đốc Sở" names Nguyễn Văn An; whole words only. */
function names(text: string, name: string): boolean {
  const wanted = wordsOf(name);
  return wanted !== '  ' && wordsOf(text).includes(wanted);
}

function wordsOf(text: string): string {
  const words = text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .split(/[^\p{L}\p{N}]+/u);
  return ` ${words.filter((word) => word !== '').join(' ')} `;
}
