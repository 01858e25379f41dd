import type { Label, Refusal } from '../../../workflows/kernel';
import type { ConsolidationRecord } from './consolidations.repository';
import type { ConsolidationSendPayload } from './dto/consolidation-send.payload';

/** Cases of a list that did not go where it was sent. */
export interface Stayed {
  readonly caseCount: number;
  readonly reasons: readonly Refusal[];
}

const WAYS: Readonly<Record<ConsolidationSendPayload['to'], Label>> = {
  review: { vi: 'chưa vào phiên họp xét', en: 'did not go onto the agenda' },
  above: { vi: 'chưa trình được lên cấp trên', en: 'did not go up' },
};

/** What whoever sent the list is told: how many cases stayed, and each reason once. */
export function reportOf(
  { number }: Pick<ConsolidationRecord, 'number'>,
  to: ConsolidationSendPayload['to'],
  stayed: readonly Stayed[],
): Label {
  const count = stayed.reduce((sum, { caseCount }) => sum + caseCount, 0);
  const reasons = [
    ...new Map(stayed.flatMap((each) => each.reasons).map((each) => [each.code, each.message])).values(),
  ];
  const said = (language: keyof Label): string => reasons.map((message) => message[language]).join(' ');
  const list = number ?? '';
  return {
    vi: `Danh sách tổng hợp ${list}: ${count} trường hợp ${WAYS[to].vi}. ${said('vi')}`,
    en: `The list ${list}: ${count} of its cases ${WAYS[to].en}. ${said('en')}`,
  };
}
