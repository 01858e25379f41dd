import type { Conflicts, ReviewContext } from '../../workflows/review';
import type { CaseSummary } from '../awards';
import type { CouncilMemberOn } from '../councils';

/**
 * Known conflicts of interest by item: a member's own case always, a case of the member's own unit where the rulebook
 * says so (council members are heads of units, so a blanket rule may leave nobody to vote). Family ties are declared. Whoever
 * comes for a member is among the members under that one's id.
 */
export function conflictsOf(
  items: ReviewContext['items'],
  members: readonly CouncilMemberOn[],
  cases: ReadonlyMap<string, CaseSummary>,
  ownUnit: boolean,
): Conflicts {
  const entries = Object.entries(items).flatMap(([itemId, { caseId }]) => {
    const summary = caseId === null ? undefined : cases.get(caseId);
    if (!summary) return [];
    const conflicted = members.filter(
      (member) => isOwnCase(member, summary) || (ownUnit && isOwnUnit(member, summary)),
    );
    return conflicted.length > 0 ? [[itemId, [...new Set(conflicted.map((member) => member.memberId))]] as const] : [];
  });
  return Object.fromEntries(entries);
}

function isOwnCase(member: CouncilMemberOn, summary: CaseSummary): boolean {
  return summary.subjectKind === 'person' && summary.subjectId === member.personId;
}

function isOwnUnit(member: CouncilMemberOn, summary: CaseSummary): boolean {
  return summary.unitId === member.unitId;
}
