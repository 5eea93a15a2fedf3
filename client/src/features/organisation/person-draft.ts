import type { Person } from '@hopso/shared/organisation';

/** What is stated about a person, as it stands in a form. */
export interface PersonDraft {
  readonly name: string;
  readonly post: string;
  readonly unitId: string | null;
  readonly phone: string;
}

export const newPersonDraft: PersonDraft = { name: '', post: '', unitId: null, phone: '' };

export const personDraftOf = ({ name, post, unitId, phone }: Person): PersonDraft => ({
  name,
  post,
  unitId,
  phone: phone ?? '',
});

export type PersonFault = 'name' | 'post' | 'unit' | 'phone';

/** What the server would refuse; it knows more. */
export function personFaults({ name, post, unitId, phone }: PersonDraft): readonly PersonFault[] {
  const faults: PersonFault[] = [];
  if (name.trim() === '') faults.push('name');
  if (post.trim() === '') faults.push('post');
  if (unitId === null) faults.push('unit');
  if (phone.trim() !== '' && !/^[+0-9 .()-]{3,24}$/.test(phone.trim())) faults.push('phone');
  return faults;
}

/** Ready to be sent; null while something is wrong. */
export function personContentOf(draft: PersonDraft) {
  const { unitId } = draft;
  if (unitId === null || personFaults(draft).length > 0) return null;
  const phone = draft.phone.trim();
  const name = draft.name.trim().replace(/\s+/g, ' ').normalize('NFC');
  return { name, post: draft.post.trim(), unitId, phone: phone === '' ? null : phone };
}
