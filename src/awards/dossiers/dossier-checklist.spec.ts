import type { ChecklistPaper, ChecklistRule } from '../../../workflows/rulebook';
import { localDate } from '../../../workflows/kernel';
import type { Paper } from './dossier';
import { checklistItems, checklistRefusals } from './dossier-checklist';
import { paperWarnings } from './dossier-warnings';

const paper = (code: string, vi: string, more: Partial<ChecklistPaper> = {}): ChecklistPaper => ({
  ...{ code, name: { vi, en: code }, form: null, copies: null, isOriginal: true, certifiedBy: null, onlyIf: null },
  ...more,
});
const ARTICLE_84 = { citation: 'Luật 06/2022/QH15, Điều 84', status: 'verified', councilChoice: false } as const;
const general: ChecklistRule = {
  ...ARTICLE_84,
  papers: [
    paper('TO_TRINH', 'Tờ trình'),
    paper('BAO_CAO', 'Báo cáo thành tích'),
    paper('BIEN_BAN', 'Biên bản bình xét'),
    paper('CHUNG_NHAN', 'Chứng nhận', { onlyIf: { vi: 'Có sáng kiến', en: 'There is an initiative' } }),
  ],
};
const voted: ChecklistRule = { ...general, papers: [...general.papers, paper('KET_QUA_PHIEU', 'Kết quả bỏ phiếu')] };
const unseen: ChecklistRule = { ...general, status: 'unverified', citation: 'Chưa xem được văn bản' };
const held = (...codes: readonly (string | undefined)[]): readonly Paper[] =>
  codes.map((code) => ({
    ...{ title: 'Giấy tờ', number: '1/BC', issuer: 'UBND phường', date: localDate('2024-11-01') },
    ...(code === undefined ? {} : { code }),
  }));
const refusals = (tiers: Readonly<Record<string, ChecklistRule | undefined>>, papers: readonly Paper[]) =>
  checklistRefusals(checklistItems(Object.keys(tiers), papers, (tier) => tiers[tier]));

describe(checklistRefusals.name, () => {
  it('names what is missing and its article (Law 06/2022/QH15, article 84); the dossier itself is the letter', () => {
    expect(refusals({ GK: general }, held('BAO_CAO'))).toEqual([
      {
        code: 'DOSSIER.CHECKLIST_INCOMPLETE',
        message: {
          vi: 'Hồ sơ còn thiếu văn bản theo danh mục: Biên bản bình xét; hãy bổ sung hoặc trả lại hồ sơ.',
          en: 'Papers of the checklist are missing: BIEN_BAN; add them, or return the dossier.',
        },
        citation: { text: ARTICLE_84.citation, status: 'verified' },
      },
    ]);
    expect(refusals({ GK: general }, held('BAO_CAO', 'BIEN_BAN'))).toEqual([]);
  });

  it('takes a paper that stands for nothing on the list for nothing, and asks nothing where there is no list', () => {
    expect(refusals({ GK: general }, held(undefined, 'KHAC'))).toHaveLength(1);
    expect(refusals({ GK: undefined }, held(undefined))).toEqual([]);
  });

  it('names what several tiers ask for once', () => {
    const missing = refusals({ GK: general, CSTDCS: voted }, held('BAO_CAO'));
    expect(missing.map(({ message }) => message.vi)).toEqual([
      expect.stringContaining(': Biên bản bình xét, Kết quả bỏ phiếu;'),
    ]);
  });

  it('only warns by a list whose text nobody saw', () => {
    expect(refusals({ GK: unseen }, held())).toEqual([]);
    const items = checklistItems(['GK'], held(), () => unseen);
    expect(paperWarnings(items)).toMatchObject([
      { code: 'DOSSIER.CHECKLIST_UNSURE', citation: { status: 'unverified' } },
    ]);
    expect(paperWarnings(checklistItems(['GK'], held(), () => general))).toEqual([]);
  });
});
