import { foldText } from '@hopso/shared/kernel';

/**
 * A user name to propose for a person: the given name and the initials before it, as offices do
 * ("Nguyễn Văn An" → "annv"), with a number where it is taken. Empty while there is no name.
 */
export function proposedUserName(name: string, taken: ReadonlySet<string>): string {
  const words = foldText(name)
    .split(/\s+/)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean);
  const given = words.at(-1);
  if (given === undefined) return '';
  const initials = words.slice(0, -1).map((word) => word.slice(0, 1));
  const base = `${given}${initials.join('')}`.padEnd(3, '0');
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}
