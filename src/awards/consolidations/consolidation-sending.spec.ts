import { instant } from '../../../workflows/kernel';
import type { ReadDatabase } from '../../platform/persistence';
import type { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand } from '../../platform/runner/feature-commands';
import { ConsolidationSending } from './consolidation-sending.service';
import { reportOf } from './sending-report';

const AT = instant('2024-12-30T17:00:00.000Z');
const LIST = { id: 'list', authorityUnitId: 'district', unitPath: '/district/', number: '3/TH', createdAt: AT };
const reason = (code: string) => ({ code, message: { vi: `${code} vi.`, en: `${code} en.` } });

/** A list of so many cases, sent to a round that answers in turn. */
async function sent(count: number, answers: readonly CommandResult['outcome'][]) {
  const cases = Array.from({ length: count }, (_, index) => ({ caseId: `case-${index}` }));
  const reads = { rows: (sql: string) => Promise.resolve(sql.includes('consolidation_cases') ? cases : [LIST]) };
  const asked: FeatureCommand[] = [];
  const dispatch = (command: FeatureCommand) => {
    asked.push(command);
    const outcome = answers[asked.length - 1] ?? 'accepted';
    return Promise.resolve({ outcome, reasons: [reason('REVIEW.CASES_NOT_LISTED')] } as unknown as CommandResult);
  };
  const others = [undefined, undefined, undefined] as unknown as [never, never, never];
  const sending = new ConsolidationSending(
    reads as unknown as ReadDatabase,
    { dispatch } as unknown as CommandDispatcher,
    ...others,
  );
  const report = await sending.send(
    { consolidationId: 'list', to: 'review', reviewId: 'round', by: 'user' },
    'message',
  );
  return { asked, report };
}

describe('sending a consolidated list to a review round', () => {
  it('goes in portions that the round takes, each with a command id of its own', async () => {
    const { asked, report } = await sent(501, []);
    expect(asked.map(({ input }) => (input as { caseIds: readonly string[] }).caseIds.length)).toEqual([500, 1]);
    expect(new Set(asked.map(({ commandId }) => commandId)).size).toBe(2);
    expect(report).toBeNull();
  });

  it('reports which portion stayed, and why', async () => {
    expect((await sent(501, ['accepted', 'refused'])).report).toMatchObject({
      unitPath: '/district/',
      message: {
        vi: 'Danh sách tổng hợp 3/TH: 1 trường hợp chưa vào phiên họp xét. REVIEW.CASES_NOT_LISTED vi.',
        en: 'The list 3/TH: 1 of its cases did not go onto the agenda. REVIEW.CASES_NOT_LISTED en.',
      },
    });
  });

  it('gives each reason once, however many cases it keeps', () => {
    const stayed = ['A', 'B', 'A'].map((code) => ({ caseCount: 1, reasons: [reason(code)] }));
    expect(reportOf(LIST, 'above', stayed).en).toBe('The list 3/TH: 3 of its cases did not go up. A en. B en.');
  });
});
