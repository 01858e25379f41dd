import {
  DOSSIER_COMMANDS,
  DOSSIER_STATES,
  DOSSIER_WAYS,
  MAX_PAPERS,
  mayDossier,
  type DossierFacts,
  type DossierState,
} from './dossier-states';

const facts: DossierFacts = {
  ...{ paperCount: 1, draftCaseCount: 1, isDated: true, campaignTakesDossiers: true },
  ...{ waitingLineCount: 0, openGapCount: 0, missingPapers: [] },
};
const codes = (...asked: Parameters<typeof mayDossier>): string[] => mayDossier(...asked).map(({ code }) => code);

describe(mayDossier.name, () => {
  it.each(DOSSIER_COMMANDS)('allows %s in the states of its way and in no other', (command) => {
    const allowed = DOSSIER_STATES.filter((state) => mayDossier(command, state, facts).length === 0);
    expect(allowed.sort()).toEqual([...DOSSIER_WAYS[command].from].sort());
  });

  it('says the state and the command when they do not fit', () => {
    expect(mayDossier('dossier.receive', 'complete', facts)).toEqual([
      {
        code: 'DOSSIER.NOT_IN_STATE',
        message: {
          vi: 'Không thể thực hiện “Tiếp nhận” khi hồ sơ đang ở trạng thái “Đủ hồ sơ”.',
          en: '“Receive” is not possible while the dossier is in the state “Complete”.',
        },
      },
    ]);
  });

  it('refuses an empty, future or late submission with every reason', () => {
    const nothing = { ...facts, paperCount: 0, draftCaseCount: 0, isDated: false, campaignTakesDossiers: false };
    expect(codes('dossier.submit', 'draft', nothing)).toEqual([
      'DOSSIER.NO_CASES',
      'DOSSIER.PAPERS_MISSING',
      'DOSSIER.DATED_IN_THE_FUTURE',
      'DOSSIER.CAMPAIGN_CLOSED',
    ]);
  });

  it('waits for names that are being entered, and finds nothing complete that lacks something', () => {
    expect(codes('dossier.submit', 'draft', { ...facts, waitingLineCount: 1 })).toEqual(['DOSSIER.LINES_WAITING']);
    expect(codes('dossier.markComplete', 'received', { ...facts, openGapCount: 1 })).toEqual(['DOSSIER.GAPS_OPEN']);
  });

  it('refuses a paper beyond the limit', () => {
    expect(codes('dossier.addPaper', 'draft', { ...facts, paperCount: MAX_PAPERS - 1 })).toEqual([]);
    expect(codes('dossier.addPaper', 'draft', { ...facts, paperCount: MAX_PAPERS })).toEqual([
      'DOSSIER.TOO_MANY_PAPERS',
    ]);
  });

  it('reaches every state from the draft', () => {
    const reached = new Set<DossierState>(['draft']);
    for (const _round of DOSSIER_STATES) {
      for (const { from, to } of Object.values(DOSSIER_WAYS)) {
        if (to && from.some((state) => reached.has(state))) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...DOSSIER_STATES].sort());
  });
});
