import { LongJobSteps } from '../../src/operations';
import { VerifyService } from '../../src/platform/invariants';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { instant } from '../../workflows/kernel';
import { type AccessApp, type Answer } from '../factories/access-app';
import { codesOf, History } from '../factories/history';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { describePastFiles, type Row } from './imports-past';

function importsContract(database: DatabaseOf): void {
  describe('a file of rows', () => {
    let history: History;
    let world: AccessApp;
    beforeAll(async () => {
      history = await History.open(database());
      world = history.world;
    });
    afterAll(() => world.close());

    const check = (kind: string, content: string, more: object = {}): Promise<CommandResult> =>
      history.send('import.check', { kind, unitId: history.wardA, content, ...more });
    const checked = (kind: string, content: string, more: object = {}): Promise<string> =>
      history.accepted('import.check', { kind, unitId: history.wardA, content, ...more });
    const rowsOf = async (id: string): Promise<readonly Row[]> =>
      (await history.get<{ items: readonly Row[] }>(`imports/${id}/rows?limit=200`))?.items ?? [];
    const applied = async (id: string, input: object = {}): Promise<readonly Row[]> => {
      await history.accepted('import.apply', input, id);
      await world.drain();
      return rowsOf(id);
    };
    const countOf = async (table: string): Promise<number> =>
      Number((await world.rows<{ n: number | string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

    it('is tried out without changing anything, and applied by the commands that anybody uses', async () => {
      const before = await countOf('people');
      const known = await history.aPerson({ name: 'Lê Đã Có', nationalId: '031180000111' });
      const twin = await history.aPerson({ name: 'Trần Giống', birthday: '1990-02-01' });
      const content = [
        '\u{FEFF}Họ và tên;Ngày sinh;Giới tính;Số định danh;Lãnh đạo',
        'Nguyễn Mới;19/5/1980;Nữ;031180000112;Có',
        '"Phạm\nHai Dòng";;Nam;;',
        'Lê Đã Có;;;031180000111;',
        'TRẦN GIỐNG;01/02/1990;;;',
        '=SUM(A1);;;;',
        'Hỏng \u{FFFD};;;;',
        'Sai Ngày;31/2/1990;;;',
        'Nguyễn Mới;19/5/1980;;031180000112;',
        ';1/1/1990;;;',
      ].join('\n');
      const id = await checked('people', content, { fileName: 'nhan-su.csv' });
      const rows = await rowsOf(id);
      expect(rows.map(({ fate }) => fate)).toEqual([
        ...['add', 'add', 'known', 'similar', 'add', 'refused', 'refused', 'refused', 'refused'],
      ]);
      expect(rows[2]?.subjectIds).toEqual([known]);
      expect(rows[3]?.subjectIds).toEqual([twin]);
      expect(rows[5]?.reasons).toMatchObject([
        { code: 'IMPORT.BROKEN_CHARACTER', message: { en: expect.stringContaining('“Họ và tên”') } },
      ]);
      expect(rows[6]?.reasons).toMatchObject([
        { code: 'IMPORT.INVALID_CELL', message: { en: expect.stringContaining('“Ngày sinh”') } },
      ]);
      expect(rows[7]?.reasons).toMatchObject([{ code: 'IMPORT.TWICE_IN_FILE' }]);
      expect(await countOf('people')).toBe(before + 2);
      const after = await applied(id);
      expect(after.map(({ outcome }) => outcome)).toEqual([
        ...['added', 'added', 'skipped', 'skipped', 'added', 'refused', 'refused', 'refused', 'refused'],
      ]);
      expect(after[0]?.cells).toBeNull();
      expect(await history.get(`people/${after[0]?.subjectIds[0] ?? ''}`)).toMatchObject({
        ...{ name: 'Nguyễn Mới', birthday: '1980-05-19', gender: 'female', isLeader: true },
      });
      expect(await history.get(`people/${after[1]?.subjectIds[0] ?? ''}`)).toMatchObject({ name: 'Phạm Hai Dòng' });
      expect(await history.get(`people/${after[4]?.subjectIds[0] ?? ''}`)).toMatchObject({ name: '=SUM(A1)' });
      expect(await countOf('people')).toBe(before + 5);
      expect(await history.get(`imports/${id}`)).toMatchObject({ state: 'applied', fileName: 'nhan-su.csv' });
    });

    it('is told as a table for spreadsheets, in which nothing is a formula', async () => {
      const id = await checked('people', 'Full name,Birthday\n=1+1,\n,1/1/1990\n');
      const url = `/api/v1/imports/${id}/table`;
      const { text, headers } = await world.call(history.of('standingOffice', 'A').token, 'GET', url);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(text.split('\r\n')).toEqual([
        '\u{FEFF}Dòng,Dự kiến,Kết quả,Lý do,Mã đã có,Full name,Birthday',
        "1,Sẽ được thêm,,,,'=1+1,",
        expect.stringContaining('2,Không nhận được,,Cột “Họ và tên”'),
        '',
      ]);
    });

    it('adds what looks like something else when somebody says that it is', async () => {
      const people = 'Họ tên,Ngày sinh\nVõ Trùng Tên,2/3/1991\n';
      await applied(await checked('people', people));
      const id = await checked('people', people);
      expect((await applied(id, { similar: 'another' }))[0]).toMatchObject({ fate: 'similar', outcome: 'added' });
    });

    it('brings in a tree of units, each below one of the register or of the file', async () => {
      const head = 'Mã đơn vị\tTên đơn vị\tLoại đơn vị\tCấp\tMã đơn vị cấp trên\tTừ ngày';
      const lines = [
        `X-1\tTrường Một\tTrường\tĐơn vị\t\t1/9/2020`,
        `X-2\tTổ Một\tKhác\tĐơn vị\tX-1\t2020-09-01`,
        `X-1\tTrường Hai\tTrường\tĐơn vị\t\t1/9/2020`,
        `X-3\tTổ Hai\tHợp tác xã\tĐơn vị\t\t1/9/2020`,
        `X-4\tTổ Ba\tKhác\tĐơn vị\tX-3\t1/9/2020`,
        `X-5\tTổ Bốn\tKhác\tĐơn vị\tKHÔNG-CÓ\t1/9/2020`,
      ];
      const id = await checked('units', [head, ...lines].join('\r\n'));
      const rows = await applied(id);
      expect(rows.map(({ outcome, reasons }) => [outcome, reasons[0]?.code])).toEqual([
        ['added', undefined],
        ['added', undefined],
        ['refused', 'IMPORT.TWICE_IN_FILE'],
        ['refused', 'IMPORT.INVALID_CELL'],
        ['refused', 'IMPORT.PARENT_REFUSED'],
        ['refused', 'IMPORT.UNKNOWN_UNIT_CODE'],
      ]);
      const [above, below] = rows.map(({ subjectIds }) => subjectIds[0] ?? '');
      expect(await history.get(`units/${below ?? ''}`)).toMatchObject({ parentId: above, code: 'X-2' });
      expect((await rowsOf(await checked('units', [head, lines[0]].join('\n'))))[0]).toMatchObject({
        ...{ fate: 'known', subjectIds: [above] },
      });
    });

    it('brings in collectives, households and ratings of those who are there', async () => {
      await applied(await checked('collectives', 'Tên tập thể\nTổ dân phố số 9\n'));
      await applied(await checked('households', 'Chủ hộ,Địa chỉ\nHồ Mẫu,"Số 1, ngõ 2"\n'));
      await history.aPerson({ name: 'Đỗ Được Xếp Loại' });
      const head = 'Loại đối tượng,Họ và tên,Năm,Xếp loại,Cơ quan xếp loại';
      const rated = [
        'Cá nhân,Đỗ Được Xếp Loại,2022,Hoàn thành tốt nhiệm vụ,UBND phường',
        'Tập thể,tổ dân phố số 9,2022,Hoàn thành xuất sắc nhiệm vụ,UBND phường',
        'Cá nhân,Không Ai Cả,2022,Hoàn thành nhiệm vụ,UBND phường',
      ];
      const rows = await applied(await checked('ratings', [head, ...rated].join('\n')));
      expect(rows.map(({ outcome, reasons }) => [outcome, reasons[0]?.code])).toEqual([
        ['added', undefined],
        ['added', undefined],
        ['refused', 'IMPORT.UNKNOWN_SUBJECT'],
      ]);
      expect((await rowsOf(await checked('ratings', [head, rated[0]].join('\n'))))[0]?.fate).toBe('known');
      expect((await rowsOf(await checked('collectives', 'Collective\nTỔ DÂN PHỐ SỐ 9\n')))[0]?.fate).toBe('known');
      const again = await checked('households', 'Chủ hộ,Địa chỉ\nHồ Mẫu,"Số 1, ngõ 2"\n');
      expect((await rowsOf(again))[0]?.fate).toBe('similar');
    });

    it('brings the candidates into a dossier, as the unit that prepares it, and says what the rules refuse', async () => {
      const { actor, token } = history.of('unitOfficer', 'A');
      const head = { unitId: history.wardA, authorityUnitId: history.wardA, number: world.next('TTr-') };
      const dossier = { ...head, datedOn: '2024-11-10', signerTitle: 'Chủ tịch UBND phường' };
      const dossierId = await history.accepted('dossier.draft', dossier, undefined, actor);
      await history.aPerson({ name: 'Bùi Ứng Viên' });
      const content = [
        'Họ tên,"Danh hiệu, hình thức",Loại hình khen thưởng,Thành tích từ ngày,Thành tích đến ngày',
        'Bùi Ứng Viên,GK,Công trạng,1/1/2024,31/10/2024',
        'Bùi Ứng Viên,KHÔNG-CÓ,Công trạng,1/1/2024,31/10/2024',
      ];
      const asked = { kind: 'cases', unitId: history.wardA, dossierId, content: content.join('\n') };
      const id = await history.accepted('import.check', asked, undefined, actor);
      await history.accepted('import.apply', {}, id, actor);
      await world.drain();
      const { text } = await world.call(token, 'GET', `/api/v1/imports/${id}/rows`);
      const { items } = JSON.parse(text) as { items: readonly Row[] };
      expect(items.map(({ outcome }) => outcome)).toEqual(['added', 'refused']);
      expect(items[1]?.reasons[0]?.code).toMatch(/^AWARD\./);
      const cases = await world.rows('SELECT id, tier, state FROM award_cases WHERE dossier_id = ?', [dossierId]);
      expect(cases).toEqual([{ id: items[0]?.subjectIds[0], tier: 'GK', state: 'draft' }]);
    });

    it.each([
      ['people', '', ['IMPORT.EMPTY']],
      ['people', 'Họ và tên\n', ['IMPORT.EMPTY']],
      ['people', 'Họ và tên,Lương\nLê A,1\n', ['IMPORT.UNKNOWN_HEADING']],
      ['people', 'Ngày sinh,Ngày sinh\n1/1/1990,\n', ['IMPORT.REPEATED_HEADING', 'IMPORT.MISSING_HEADING']],
      ['people', 'Họ và tên\n"Lê A\n', ['IMPORT.NOT_CSV']],
      ['people', `Họ và tên${','.repeat(60)}\nLê A\n`, ['IMPORT.TOO_MANY_COLUMNS']],
      ['cases', 'Họ và tên\nLê A\n', ['IMPORT.DOSSIER_NEEDED']],
    ])('of %s that begins %j is refused with %j', async (kind, content, codes) => {
      const before = await countOf('import_rows');
      expect(codesOf(await check(kind, content))).toEqual(codes);
      expect(await countOf('import_rows')).toBe(before);
    });

    it('is for who may keep the register there, is seen by them, and is applied by who tried it out', async () => {
      const content = 'Họ và tên\nLê Của Phường Một\n';
      const id = await checked('people', content);
      const other = history.of('standingOffice', 'B');
      expect(codesOf(await check('people', content, { unitId: history.wardB }))).toEqual(['IMPORT.UNKNOWN_UNIT']);
      const officer = history.of('unitOfficer', 'A').actor;
      const asked = { kind: 'people', unitId: history.wardA, content };
      expect(await world.send('import.check', asked, undefined, officer)).toMatchObject({ outcome: 'forbidden' });
      for (const path of ['', '/rows', '/table']) {
        expect((await world.call(other.token, 'GET', `/api/v1/imports/${id}${path}`)).status).toBe(404);
      }
      expect((await world.call(other.token, 'GET', '/api/v1/imports')).text).not.toContain(id);
      expect(codesOf(await world.send('import.apply', {}, id))).toEqual(['IMPORT.NOT_YOURS']);
      await history.accepted('import.discard', {}, id);
      expect(await rowsOf(id)).toMatchObject([{ cells: null }]);
      expect(codesOf(await history.send('import.apply', {}, id))).toEqual(['IMPORT.NOT_OPEN']);
      expect(codesOf(await history.send('import.discard', {}, id))).toEqual(['IMPORT.APPLYING']);
    });

    it('comes over HTTP as it is, and is applied by a job that the answer names', async () => {
      const { token } = history.of('standingOffice', 'A');
      const send = async (url: string, type: string, payload: string | Buffer): Promise<Answer> => {
        const headers = { authorization: `Bearer ${token}`, 'content-type': type };
        const answer = await world.app.inject({ method: 'POST', url: `/api/v1/${url}`, headers, payload });
        return { status: answer.statusCode, headers: answer.headers, text: answer.body };
      };
      const url = `imports?kind=people&unitId=${history.wardA}`;
      const broken = Buffer.from([...Buffer.from('Họ tên\nLê '), 0xe1, 0xba, ...Buffer.from('\nLê Qua Mạng\n')]);
      const made = await send(url, 'text/csv', broken);
      expect(made.status).toBe(201);
      const { id } = JSON.parse(made.text) as { id: string };
      expect(made.headers.location).toBe(`/api/v1/imports/${id}`);
      expect((await rowsOf(id)).map(({ fate }) => fate)).toEqual(['refused', 'add']);
      const asked = await send(`imports/${id}/commands`, 'application/json', '{"type":"import.apply","input":{}}');
      expect(asked.status).toBe(202);
      await world.drain();
      const job = String(asked.headers.location).replace('/api/v1/', '');
      expect(await history.get(job)).toMatchObject({
        state: 'done',
        counts: { added: 1, refused: 1 },
        total: 2,
        done: 2,
      });
      expect((await send('units', 'text/csv', 'a')).status).toBe(415);
      expect((await send(url, 'application/json', '{}')).status).toBe(415);
    });

    it('adds nothing twice when its steps are taken twice, or break off in the middle', async () => {
      const names = Array.from({ length: 210 }, (_, index) => `Người Nhập ${index}`);
      const id = await checked('people', ['Họ tên', ...names].join('\n'));
      await history.accepted('import.apply', {}, id);
      const [job] = await world.rows<{ id: string }>(`SELECT job_id AS id FROM imports WHERE id = ?`, [id]);
      const steps = world.get(LongJobSteps);
      const first = { jobId: job?.id ?? '', step: 1 };
      // All is sent, and then the process dies before the step is recorded.
      await expect(steps.take(first, () => Promise.reject(new Error('died')))).rejects.toThrow('died');
      await world.drain();
      await steps.take(first, () => Promise.resolve());
      const rows = await world.rows<{ n: number | string }>(
        `SELECT COUNT(*) AS n FROM people WHERE name LIKE 'Người Nhập %'`,
      );
      expect(Number(rows[0]?.n)).toBe(names.length);
      expect(await history.get(`jobs/${first.jobId}`)).toMatchObject({
        state: 'done',
        counts: { added: names.length },
      });
    });

    describePastFiles(() => ({ history, world, checked, rowsOf, applied }));

    it('keeps what verify looks for', async () => {
      const only = ['imports-applied-whole', 'long-jobs-go-on', 'no-private-text', 'event-chain', 'merged-people'];
      const { checks } = await world.get(VerifyService).run({ only });
      expect(checks.flatMap(({ name, violations }) => violations.map(({ message }) => `${name}: ${message}`))).toEqual(
        [],
      );
      await history.damage(`UPDATE import_rows SET outcome = NULL WHERE outcome = 'added'`);
      const damaged = await world.get(VerifyService).run({ only: ['imports-applied-whole'] });
      expect(damaged.ok).toBe(false);
    });

    it('takes no sign that a database cannot hold', async () => {
      const rows = await rowsOf(await checked('people', 'Họ tên,Mã đơn vị\nLê A,X\u{0}1\nLê\u{0}B,\nLê C,\n'));
      expect(rows.map(({ reasons }) => reasons[0]?.code)).toEqual([
        ...['IMPORT.BROKEN_CHARACTER', 'IMPORT.BROKEN_CHARACTER', undefined],
      ]);
    });

    it('leaves nothing of itself where it breaks off in the middle', async () => {
      const before = await countOf('import_rows');
      const names = Array.from({ length: 510 }, (_, index) => `Người Dở Dang ${index}`);
      expect(codesOf(await check('people', ['Họ tên', ...names, '"Lê'].join('\n')))).toEqual(['IMPORT.NOT_CSV']);
      expect(await countOf('import_rows')).toBe(before);
    });

    it('is tried out once when its sender loses patience and sends it again meanwhile', async () => {
      const names = Array.from({ length: 510 }, (_, index) => `Người Sốt Ruột ${index}`);
      const input = { kind: 'people', unitId: history.wardA, content: ['Họ tên', ...names].join('\n') };
      const send = (): Promise<CommandResult> =>
        world
          .get(CommandDispatcher)
          .dispatch({ actor: history.office, commandId: 'impatient', type: 'import.check', input });
      const answers = await Promise.all([send(), send()]);
      const [id = ''] = answers.flatMap((answer) => (answer.outcome === 'accepted' ? answer.id : []));
      expect(answers).toMatchObject([
        { outcome: 'accepted', id },
        { outcome: 'accepted', id },
      ]);
      const [kept] = await world.rows<{ n: number | string }>(
        `SELECT COUNT(*) AS n FROM import_rows WHERE import_id = ?`,
        [id],
      );
      expect(Number(kept?.n)).toBe(names.length);
    });

    it('is not applied any more once it was discarded, whoever resumes the work', async () => {
      const id = await checked('people', 'Họ tên\nLê Bị Bỏ\n');
      await history.accepted('import.apply', {}, id);
      const [job] = await world.rows<{ id: string }>(`SELECT job_id AS id FROM imports WHERE id = ?`, [id]);
      await history.damage(`UPDATE long_jobs SET state = 'failed' WHERE id = ?`, [job?.id ?? '']);
      await history.accepted('import.discard', {}, id);
      await history.accepted('job.resume', {}, job?.id);
      await world.drain();
      expect(await history.get(`jobs/${job?.id ?? ''}`)).toMatchObject({ state: 'failed', error: 'JOB.TERMINAL' });
      expect(await history.get(`imports/${id}`)).toMatchObject({ state: 'discarded' });
    });

    it('is forgotten a week after it was tried out, also where its check or its work came to no end', async () => {
      const id = await checked('people', 'Họ tên\nLê Bị Quên\n');
      const cancelled = await checked('people', 'Họ tên\nLê Bị Hủy\n');
      await history.accepted('import.apply', {}, cancelled);
      const [job] = await world.rows<{ id: string }>(`SELECT job_id AS id FROM imports WHERE id = ?`, [cancelled]);
      await history.accepted('job.cancel', {}, job?.id);
      const died = await checked('people', 'Họ tên\nLê Dang Dở\n');
      await history.damage('DELETE FROM imports WHERE id = ?', [died]);
      world.clock.set(instant('2024-11-25T02:00:00.000Z'));
      await world.drain();
      for (const each of [id, cancelled]) {
        expect(await history.get(`imports/${each}`)).toMatchObject({ state: 'discarded' });
        expect(await rowsOf(each)).toMatchObject([{ cells: null }]);
      }
      expect(await world.rows('SELECT ordinal FROM import_rows WHERE import_id = ?', [died])).toEqual([]);
    });
  });
}

describeSqlite('imports on SQLite', importsContract);
describePostgresDatabase('imports on PostgreSQL', importsContract);
