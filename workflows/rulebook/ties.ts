import { reaches } from '../kernel';
import type { TieRule } from './rulebook.types';

/** What is known of who stands level with others. */
export type LevelSubject =
  | { readonly kind: 'person'; readonly isWoman: boolean | null }
  | {
      readonly kind: 'collective';
      /** Null where its members are not known. Members whose sex nobody recorded count as members, not as women. */
      readonly members: { readonly women: number; readonly all: number } | null;
    }
  | { readonly kind: 'household' };

/**
 * Whether somebody goes first among those level in eligibility and votes: the woman, or the collective of which women are
 * the asked share (Decree 152/2025/NĐ-CP, article 4.6). False where no rule is known, and where it is not known who it is:
 * nobody is put before others on a guess.
 */
export function goesFirst(rule: TieRule | null | undefined, subject: LevelSubject): boolean {
  if (!rule) return false;
  if (subject.kind === 'person') return subject.isWoman === true;
  if (subject.kind === 'household' || subject.members === null) return false;
  const { women, all } = subject.members;
  return reaches(women, all, { fraction: rule.collectiveShare, comparator: 'atLeast' });
}
