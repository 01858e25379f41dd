import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Database } from 'sqlite3';
import { ConcurrencyError } from '../../src/platform/errors/platform.errors';
import { openPersistence, type Persistence } from '../../src/platform/persistence/open-persistence';
import { sqliteConnection, sqliteQuery } from '../../src/platform/persistence/sqlite-connection';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { specimenSchema } from './specimen';

const NOBODY = 65_534;
const INSERT = "INSERT INTO specimens (id, name, version) VALUES (?, 'x', 1)";

describe('a SQLite file', () => {
  const directory = useTemporaryDirectory();
  const open = (file: string): Promise<Persistence> => openPersistence({ kind: 'sqlite', file }, specimenSchema);

  async function aDatabase(name: string): Promise<string> {
    const file = join(directory(), name, 'thidua.sqlite');
    const persistence = await open(file);
    await persistence.uow.run((tx) => tx.change(INSERT, ['1']));
    await persistence.close();
    return file;
  }

  it('is for the eyes of its owner alone, with all that lies beside it while it is open', async () => {
    const file = join(directory(), 'private', 'thidua.sqlite');
    const persistence = await open(file);
    await persistence.uow.run((tx) => tx.change(INSERT, ['1']));
    const modes = readdirSync(dirname(file)).map((name) => statSync(join(dirname(file), name)).mode & 0o777);
    expect(modes.length).toBeGreaterThan(1);
    expect(new Set(modes)).toEqual(new Set([0o600]));
    await persistence.close();
  });

  it('keeps the rights that somebody gave it', async () => {
    const file = await aDatabase('shared');
    chmodSync(file, 0o640);
    await (await open(file)).close();
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('is made with its directory, is one file when it is closed, and read again with what was committed', async () => {
    const file = await aDatabase('fresh/deep');
    expect(readdirSync(dirname(file))).toEqual(['thidua.sqlite']);
    const again = await open(file);
    expect(await again.reads.rows('SELECT id FROM specimens')).toEqual([{ id: '1' }]);
    await again.close();
  });

  it('is opened with the settings that the promises rest on', async () => {
    const persistence = await open(join(directory(), 'settings.sqlite'));
    const settings = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'busy_timeout',
      'recursive_triggers',
      'secure_delete',
    ];
    const actual: unknown[] = [];
    for (const setting of settings) {
      const [row] = await sqliteQuery(sqliteConnection(persistence.writer), `PRAGMA ${setting}`);
      actual.push(Object.values(row ?? {})[0]);
    }
    expect(actual).toEqual(['wal', 2, 1, 5_000, 1, 1]);
    await persistence.close();
  });

  it('does without the disk when it is to be thrown away', async () => {
    const options = { kind: 'sqlite', file: join(directory(), 'rehearsal.sqlite'), synchronous: 'OFF' } as const;
    const persistence = await openPersistence(options, specimenSchema);
    expect(await sqliteQuery(sqliteConnection(persistence.writer), 'PRAGMA synchronous')).toEqual([{ synchronous: 0 }]);
    await persistence.close();
  });

  it('cannot be a directory', async () => {
    const file = join(directory(), 'directory');
    mkdirSync(file);
    await expect(open(file)).rejects.toMatchObject({ code: 'PERSISTENCE.CANNOT_OPEN', details: { file } });
  });

  it('cannot lie below a file', async () => {
    const file = join(directory(), 'plain');
    writeFileSync(file, '');
    await expect(open(join(file, 'below', 'x.sqlite'))).rejects.toMatchObject({ code: 'PERSISTENCE.CANNOT_OPEN' });
  });

  it('cannot be in memory, which the reader would not see', async () => {
    await expect(open(':memory:')).rejects.toMatchObject({ code: 'PERSISTENCE.CANNOT_OPEN' });
  });

  it('is refused and left as it is when it holds something else', async () => {
    const file = join(directory(), 'letter.sqlite');
    const letter = 'Kính gửi Hội đồng Thi đua - Khen thưởng\n'.repeat(200);
    writeFileSync(file, letter);
    await expect(open(file)).rejects.toMatchObject({ code: 'PERSISTENCE.DAMAGED', details: { file } });
    expect(readFileSync(file, 'utf8')).toBe(letter);
  });

  it('is refused when its header is damaged', async () => {
    const file = await aDatabase('header');
    overwrite(file, 16, Buffer.alloc(84, 0xff));
    await expect(open(file)).rejects.toMatchObject({ code: 'PERSISTENCE.DAMAGED' });
  });

  it('is refused when its schema is damaged', async () => {
    const file = await aDatabase('schema');
    overwrite(file, 100, Buffer.alloc(3_900, 0xff));
    await expect(open(file)).rejects.toMatchObject({ code: 'PERSISTENCE.DAMAGED' });
  });

  it.each([
    ['the file', 0o444, 0o555],
    ['its directory', 0o666, 0o555],
  ])('is refused at once when %s may not be written', async (_, fileMode, directoryMode) => {
    const file = await aDatabase(`mode-${fileMode}`);
    chmodSync(directory(), 0o755);
    chmodSync(file, fileMode);
    chmodSync(dirname(file), directoryMode);
    const expected = { code: 'PERSISTENCE.NOT_WRITABLE', details: { file } };
    await asNobody(() => expect(open(file)).rejects.toMatchObject(expected));
    chmodSync(dirname(file), 0o755);
  });

  it('tells that the disk is full, keeps what was there and goes on when there is room', async () => {
    const persistence = await open(await aDatabase('full'));
    const writer = sqliteConnection(persistence.writer);
    const [pages] = await sqliteQuery(writer, 'PRAGMA page_count');
    await sqliteQuery(writer, `PRAGMA max_page_count = ${Number(pages?.page_count)}`);
    const fill = persistence.uow.run(async (tx) => {
      for (let index = 0; index < 5_000; index += 1) await tx.change(INSERT, [`fill-${index}`]);
    });
    await expect(fill).rejects.toMatchObject({ code: 'PERSISTENCE.DISK_FULL' });
    await sqliteQuery(writer, 'PRAGMA max_page_count = 1000000');
    await persistence.uow.run((tx) => tx.change(INSERT, ['2']));
    expect(await persistence.reads.rows('SELECT id FROM specimens ORDER BY id')).toEqual([{ id: '1' }, { id: '2' }]);
    await persistence.close();
  });

  it('gives a conflict when another process holds the lock for too long, and goes on afterwards', async () => {
    const file = await aDatabase('busy');
    const persistence = await open(file);
    await sqliteQuery(sqliteConnection(persistence.writer), 'PRAGMA busy_timeout = 20');
    const other = await new Promise<Database>((resolve) => {
      const database: Database = new Database(file, () => resolve(database));
    });
    await sqliteQuery(other, 'BEGIN IMMEDIATE');
    const work = (): Promise<number> => persistence.uow.run((tx) => tx.change(INSERT, ['2']));
    await expect(work()).rejects.toThrow(ConcurrencyError);
    // Refused while any statement of the connection is half-way.
    await sqliteQuery(other, 'ROLLBACK');
    await sqliteQuery(sqliteConnection(persistence.writer), 'VACUUM');
    await expect(work()).resolves.toBe(1);
    await new Promise((resolve) => other.close(resolve));
    await persistence.close();
  });

  it('closes after the units of work that are running, and takes no new ones', async () => {
    const file = await aDatabase('closing');
    const persistence = await open(file);
    const running = [2, 3, 4].map((id) => persistence.uow.run((tx) => tx.change(INSERT, [`${id}`])));
    const closed = persistence.close();
    await expect(persistence.uow.run(() => Promise.resolve())).rejects.toMatchObject({ code: 'PERSISTENCE.CLOSED' });
    expect(await Promise.all(running)).toEqual([1, 1, 1]);
    await closed;
    const again = await open(file);
    expect(await again.reads.rows('SELECT COUNT(*) AS count FROM specimens')).toEqual([{ count: 4 }]);
    await again.close();
  });
});

function overwrite(file: string, position: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, position);
  closeSync(handle);
}

/** Root may write everything: the test gives that right up for a moment. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
