import type { AccessApp } from '../factories/access-app';
import type { History } from '../factories/history';

/** One row of a file, as the API shows it. */
export interface Row {
  readonly ordinal: number;
  readonly fate: string;
  readonly outcome: string | null;
  readonly subjectIds: readonly string[];
  readonly reasons: readonly { readonly code: string; readonly message: { readonly en: string } }[];
  readonly cells: readonly string[] | null;
}

/** What the tests of files do with files, as the office of ward A. */
export interface ImportsRig {
  readonly history: History;
  readonly world: AccessApp;
  /** The id of a file that was tried out. */
  readonly checked: (kind: string, content: string) => Promise<string>;
  readonly rowsOf: (id: string) => Promise<readonly Row[]>;
  readonly applied: (id: string) => Promise<readonly Row[]>;
}

const fatesOf = (rows: readonly Row[]): unknown =>
  rows.map(({ outcome, fate, reasons }) => [outcome ?? fate, reasons[0]?.code]);

/** Files of what lies behind: old decisions, initiatives and what they backed. */
export function describePastFiles(rig: () => ImportsRig): void {
  describe('of what lies behind', () => {
    const DECISIONS = [
      ...['Họ tên', 'Số định danh', 'Số quyết định', 'Cơ quan ban hành', 'Ngày quyết định', 'Danh hiệu, hình thức'],
      ...['Hệ', 'Loại', 'Thành tích từ ngày', 'Thành tích đến ngày', 'Tiền thưởng'],
    ].join(';');

    it('enters old awards, one decision for each paper and unit, and knows them again', async () => {
      const { history, world, checked, rowsOf, applied } = rig();
      const team = { code: world.next('TO-'), name: 'Tổ Mẫu', kind: 'other', level: 'unit', validFrom: '2020-01-01' };
      const unitId = await history.accepted('unit.add', { ...team, parentId: history.wardA });
      const people = [
        await history.aPerson({ name: 'Đào Thị Thưởng', nationalId: '031180000301' }),
        await history.aPerson({ name: 'Đào Văn Khen' }),
        await history.aPerson({ name: 'Đào Ở Tổ', unitId }),
      ];
      const paper = '77/QĐ-UBND;UBND quận;20/12/2021';
      const content = [
        DECISIONS,
        `Đào Thị Thưởng;031180000301;${paper};chiến sĩ thi đua cơ sở;;;1/1/2021;31/12/2021;1.490.000`,
        `DAO VAN KHEN;;${paper};CSTDCS;;;;;`,
        `Đào Ở Tổ;;${paper};CSTDCS;;;;;`,
        `Đào Văn Khen;;Số 5-QĐ/QU;Quận ủy;3/2/2021;Gương sáng;Đảng;Hình thức;;;`,
        `Đào Văn Khen;;${paper};Chiến sỹ thi đua cơ sở;;;;;`,
        `Đào Văn Khen;;${paper};Gương sáng;;;;;`,
        `Đào Văn Khen;;8/QĐ-UBND;UBND quận;20/12/2029;LDTT;;;;;`,
        `Đào Văn Khen;;9/QĐ-UBND;UBND quận;20/12/2020;LDTT;;;31/12/2020;1/1/2020;`,
        `Đào Văn Khen;;10/QĐ-UBND;UBND quận;31/2/2020;LDTT;;;;;mười triệu`,
        `Không Ai Cả;;${paper};CSTDCS;;;;;`,
      ].join('\n');
      const rows = await applied(await checked('awardRecords', content));
      expect(fatesOf(rows)).toEqual([
        ...[0, 1, 2, 3].map(() => ['added', undefined]),
        ['refused', 'IMPORT.UNKNOWN_TIER'],
        ['refused', 'IMPORT.UNKNOWN_TIER'],
        ['refused', 'IMPORT.DECISION_IN_FUTURE'],
        ['refused', 'IMPORT.BAD_PERIOD'],
        ['refused', 'IMPORT.INVALID_CELL'],
        ['refused', 'IMPORT.UNKNOWN_SUBJECT'],
      ]);
      expect(rows[8]?.reasons.map(({ message }) => message.en)).toEqual([
        expect.stringContaining('“Ngày quyết định”'),
        expect.stringContaining('“Tiền thưởng”'),
      ]);
      const records = rows.slice(0, 4).map(({ subjectIds }) => subjectIds[0]);
      expect(records[1]).toBe(records[0]);
      expect(new Set(records).size).toBe(3);
      const kept = await world.rows(
        `SELECT r.subject_id AS "subject", r.tier, r.tier_name AS "name", r.family, r.achieved_to AS "to", r.amount,
           d.number, d.symbol FROM award_records r JOIN decision_records d ON d.id = r.decision_record_id
         WHERE d.id IN (?, ?, ?) ORDER BY r.subject_id, r.tier`,
        [records[0] ?? '', records[2] ?? '', records[3] ?? ''],
      );
      const old = { tier: 'CSTDCS', family: 'state', number: '77', symbol: 'QĐ-UBND' };
      expect(kept).toHaveLength(4);
      expect(kept).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ ...old, subject: people[0], to: '2021-12-31', amount: '1490000' }),
          expect.objectContaining({ ...old, subject: people[1], to: null }),
          expect.objectContaining({ ...old, subject: people[2] }),
          expect.objectContaining({
            subject: people[1],
            tier: null,
            name: 'Gương sáng',
            family: 'party',
            symbol: 'QU',
          }),
        ]),
      );
      const again = await rowsOf(await checked('awardRecords', content));
      expect(again.slice(0, 4).map(({ fate }) => fate)).toEqual(['known', 'known', 'known', 'known']);
      const one = [DECISIONS, `Đào Thị Thưởng;;${paper};LDTT;;;;;`].join('\n');
      const added = await applied(await checked('awardRecords', one));
      expect(added).toMatchObject([{ outcome: 'added', subjectIds: [records[0]] }]);
    });

    it('records initiatives with all their authors, and what they backed', async () => {
      const { history, world, checked, rowsOf, applied } = rig();
      const [first, second] = [
        await history.aPerson({ name: 'Mai Sáng Kiến' }),
        await history.aPerson({ name: 'Mai Cùng Làm', birthday: '1990-03-02' }),
      ];
      await history.aPerson({ name: 'Mai Cùng Làm', birthday: '1991-03-02' });
      const head = 'Tên sáng kiến,Phạm vi,Tác giả,Đồng tác giả,Số văn bản công nhận,Cơ quan công nhận,Ngày công nhận';
      const content = [
        head,
        'Số hóa hồ sơ,Cấp cơ sở,Mai Sáng Kiến,Mai Cùng Làm (2/3/1990); mai sang kien,12/QĐ,UBND phường,1/12/2021',
        'Số hóa sổ sách,Cơ sở,Mai Sáng Kiến,Mai Cùng Làm,12/QĐ,UBND phường,1/12/2021',
        'Số hóa mọi thứ,Vũ trụ,Mai Sáng Kiến,,12/QĐ,UBND phường,1/12/2021',
        'SỐ HÓA HỒ SƠ,Cơ sở,Mai Sáng Kiến,,12/qđ,UBND phường,1/12/2021',
      ].join('\n');
      const rows = await applied(await checked('initiatives', content));
      expect(fatesOf(rows)).toEqual([
        ['added', undefined],
        ['refused', 'IMPORT.CO_AUTHOR'],
        ['refused', 'IMPORT.INVALID_CELL'],
        ['refused', 'IMPORT.TWICE_IN_FILE'],
      ]);
      expect(rows[1]?.reasons[0]?.message.en).toContain('“Mai Cùng Làm”');
      const [id = ''] = rows[0]?.subjectIds ?? [];
      expect(await history.get(`initiatives/${id}`)).toMatchObject({
        ...{ title: 'Số hóa hồ sơ', scope: 'unit', paper: { number: '12/QĐ', date: '2021-12-01' } },
        authors: [{ subjectId: first }, { subjectId: second }],
      });
      const other = [head, 'Số hóa hồ sơ,Cơ sở,Mai Sáng Kiến,,13/QĐ,UBND phường,5/12/2021'].join('\n');
      expect(fatesOf(await rowsOf(await checked('initiatives', content)))).toMatchObject([
        ['known', undefined],
        {},
        {},
        {},
      ]);
      expect(await rowsOf(await checked('initiatives', other))).toMatchObject([{ fate: 'similar', subjectIds: [id] }]);
      for (const number of ['91', '92']) {
        await history.accepted('decisionRecord.enter', history.decision([first], { number, issuedOn: '2022-12-20' }));
      }
      const uses = [
        'Tác giả,Tên sáng kiến,Số quyết định,Ngày quyết định,Danh hiệu,Lý do dùng lại',
        'Mai Sáng Kiến,so hoa ho so,91/QĐ-UBND,20/12/2022,CSTDCS,',
        'Mai Sáng Kiến,Số hóa hồ sơ,92/QĐ-UBND,20/12/2022,CSTDCS,',
        'Mai Sáng Kiến,Số hóa hồ sơ,93/QĐ-UBND,20/12/2022,CSTDCS,',
        'Mai Sáng Kiến,Sáng kiến khác,91/QĐ-UBND,20/12/2022,CSTDCS,',
      ].join('\n');
      const used = await applied(await checked('initiativeUses', uses));
      expect(fatesOf(used)).toEqual([
        ['added', undefined],
        ['refused', 'IMPORT.INITIATIVE_USED'],
        ['refused', 'IMPORT.UNKNOWN_AWARD'],
        ['refused', 'IMPORT.UNKNOWN_INITIATIVE'],
      ]);
      const ledger = (): Promise<object[]> =>
        world.rows(
          `SELECT d.number FROM initiative_uses u JOIN award_records r ON r.id = u.award_record_id
           JOIN decision_records d ON d.id = r.decision_record_id WHERE u.initiative_id = ? ORDER BY d.number`,
          [id],
        );
      expect(await ledger()).toEqual([{ number: '91' }]);
      const reason = uses.replace('92/QĐ-UBND,20/12/2022,CSTDCS,', '92/QĐ-UBND,20/12/2022,CSTDCS,Hội đồng đồng ý');
      expect(fatesOf(await applied(await checked('initiativeUses', reason)))).toMatchObject([
        ['skipped', undefined],
        ['added', undefined],
        {},
        {},
      ]);
      expect(await ledger()).toEqual([{ number: '91' }, { number: '92' }]);
    });
  });
}
