import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { loadConfig } from '../../config';
import { appSchema } from '../../src/app/app-schema';
import { standardOutput, withAppOn } from '../../src/app/cli/cli-context';
import { backupCommand } from '../../src/app/cli/backup.cli';
import { describeFailure, exitCodeOf } from '../../src/app/cli/describe-failure';
import { restoreCommand } from '../../src/app/cli/restore.cli';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { VerifyService } from '../../src/platform/invariants/verify.service';
import { ReadDatabase, UnitOfWork, wholeSchema } from '../../src/platform/persistence';
import { restoreSqlite } from '../../src/platform/persistence/backup';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { describePostgresDatabase } from '../support/database';
import { useTemporaryDirectory } from '../support/temporary-directory';

interface Printed {
  readonly tables: Readonly<Record<string, number>>;
  readonly verify: { readonly ok: boolean; readonly checks: readonly object[] };
}

const environment = { ...process.env };

afterEach(() => {
  process.env = { ...environment };
  process.exitCode = undefined;
});

/** Where a command finds its data. */
function settings(databaseUrl: string, ballotKeyFile: string): Record<string, string> {
  return { DATABASE_URL: databaseUrl, THIDUA_BALLOT_KEY_FILE: ballotKeyFile };
}

/** What `thidua` prints as JSON, or says on standard error, and its exit code. */
async function thidua(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly json?: Printed; readonly failure?: string }> {
  process.env = { ...environment, ...env };
  process.exitCode = undefined;
  const json = jest.spyOn(standardOutput, 'json').mockReturnValue();
  const program = new Command('thidua').exitOverride();
  for (const add of [backupCommand, restoreCommand]) add(program);
  try {
    await program.parseAsync([...args, '--json'], { from: 'user' });
    return { code: exitCode(), json: json.mock.lastCall?.[0] as Printed };
  } catch (error) {
    return { code: exitCodeOf(error), failure: describeFailure(error) };
  }
}

/** The exit code that a command has set; its type says that it always has. */
function exitCode(): number {
  const { exitCode: set }: { exitCode?: unknown } = process;
  return set === undefined ? 0 : Number(set);
}

/** Adds a unit that has no other above it. */
async function addUnit(app: INestApplicationContext, number: number): Promise<void> {
  const input = { code: `T${number}`, name: `Tỉnh ${number}`, kind: 'province', level: 'province' };
  const command = { actor: SYSTEM_ACTOR, commandId: `unit-${number}`, type: 'unit.add' };
  const result = await app
    .get(CommandDispatcher, { strict: false })
    .dispatch({ ...command, input: { ...input, validFrom: '2025-07-01' } });
  if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
}

async function unitsIn(app: INestApplicationContext): Promise<number> {
  const [row] = await app.get(ReadDatabase, { strict: false }).rows<{ n: number }>('SELECT COUNT(*) AS n FROM units');
  return Number(row?.n);
}

describe('a backup of a SQLite file', () => {
  const directory = useTemporaryDirectory();
  const at = (...names: readonly string[]): string => join(directory(), ...names);
  const source = (): Record<string, string> => settings(at('data', 'thidua.sqlite'), at('data', 'ballot.key'));
  const place = (name: string): Record<string, string> => settings(at(name, 'thidua.sqlite'), at(name, 'ballot.key'));
  /** Of how many units the command was answered before the backup began. */
  let answered = 0;

  beforeAll(async () => {
    await withAppOn({ config: loadConfig(source()) }, async (app) => {
      await addUnit(app, 0);
      let isTaken = false;
      const load = async (): Promise<void> => {
        for (let number = 1; !isTaken; number += 1) {
          await addUnit(app, number);
          answered = number;
        }
      };
      const running = load();
      while (answered < 5) await new Promise(setImmediate);
      const before = answered;
      const taken = await thidua(source(), 'backup', at('b', "year's end"), '--with-key', at('k', 'key'));
      isTaken = true;
      await running;
      expect(taken).toMatchObject({ code: 0 });
      expect(taken.json?.tables.units).toBeGreaterThan(before);
      answered = before;
    });
  });

  const backup = (): string => at('b', "year's end");

  it('taken while commands run has all that was answered, and passes every check where it is restored', async () => {
    const { code, json } = await thidua(place('restored'), 'restore', backup(), '--with-key', at('k', 'key'));
    expect([code, json?.verify.ok]).toEqual([0, true]);
    expect(json?.verify.checks.length).toBeGreaterThan(20);
    const restored = loadConfig(place('restored'));
    await withAppOn({ config: restored }, async (app) => {
      expect(await unitsIn(app)).toBe(json?.tables.units);
      expect(await unitsIn(app)).toBeGreaterThan(answered);
      await addUnit(app, 1_000_000);
    });
    expect(readFileSync(restored.ballotKeyFile)).toEqual(readFileSync(at('data', 'ballot.key')));
  });

  it('has no ballot key in it, and is for its owner alone', () => {
    const key = readFileSync(at('data', 'ballot.key'), 'utf8').trim();
    expect(readdirSync(at('b')).sort()).toEqual(["year's end", "year's end.manifest.json"]);
    for (const name of readdirSync(at('b'))) {
      const content = readFileSync(at('b', name));
      expect([content.includes(key), content.includes(Buffer.from(key, 'base64'))]).toEqual([false, false]);
      expect(statSync(at('b', name)).mode & 0o777).toBe(0o600);
    }
  });

  it('is written over nothing', async () => {
    const content = readFileSync(backup());
    const again = await thidua(source(), 'backup', backup());
    expect(again).toMatchObject({ code: 1, failure: expect.stringContaining('BACKUP.ALREADY_THERE') });
    const key = await thidua(source(), 'backup', at('b', 'second'), '--with-key', at('k', 'key'));
    expect(key).toMatchObject({ code: 1, failure: expect.stringContaining(at('k', 'key')) });
    writeFileSync(at('b', 'third.manifest.json'), '');
    const manifest = await thidua(source(), 'backup', at('b', 'third'));
    expect(manifest).toMatchObject({ code: 1, failure: expect.stringContaining('third.manifest.json') });
    rmSync(at('b', 'third.manifest.json'));
    expect(readFileSync(backup()).equals(content)).toBe(true);
    expect(readdirSync(at('b')).sort()).toEqual(["year's end", "year's end.manifest.json"]);
  });

  it('is restored into an empty place only', async () => {
    const content = readFileSync(at('data', 'thidua.sqlite'));
    const full = await thidua(source(), 'restore', backup());
    expect(full).toMatchObject({ code: 1, failure: expect.stringContaining('BACKUP.NOT_EMPTY') });
    expect(readFileSync(at('data', 'thidua.sqlite')).equals(content)).toBe(true);
    writeFileSync(at('left.sqlite-wal'), 'of another database');
    const left = await thidua(settings(at('left.sqlite'), at('k', 'key')), 'restore', backup());
    expect(left).toMatchObject({ code: 1, failure: expect.stringContaining('left.sqlite-wal') });
    expect(existsSync(at('left.sqlite'))).toBe(false);
  });

  it('is not restored over a database that somebody makes meanwhile', async () => {
    const file = at('meanwhile.sqlite');
    const { migrations } = wholeSchema(appSchema);
    const beforePlacing = (): Promise<void> => {
      writeFileSync(file, 'theirs');
      return Promise.resolve();
    };
    const restored = restoreSqlite({
      ...{ backup: backup(), file, beforePlacing },
      knownMigrations: migrations.map(({ name }) => name),
    });
    await expect(restored).rejects.toMatchObject({ code: 'BACKUP.NOT_EMPTY', details: { files: [file] } });
    expect([readFileSync(file, 'utf8'), existsSync(`${file}.restoring`)]).toEqual(['theirs', false]);
  });

  it('that was made by a newer version is refused', async () => {
    const file = at('older', 'thidua.sqlite');
    await expect(restoreSqlite({ backup: backup(), file, knownMigrations: [] })).rejects.toMatchObject({
      code: 'BACKUP.OF_NEWER_VERSION',
    });
    expect(readdirSync(at('older'))).toEqual([]);
  });

  it.each([
    ['is longer', '', (content: Buffer) => Buffer.concat([content, Buffer.from('x')])],
    ['has another byte', '', (content: Buffer) => content.fill(content[5000] === 1 ? 2 : 1, 5000, 5001)],
    ['is cut off', '', (content: Buffer) => content.subarray(0, 4096)],
    ['has a manifest that is none', '.manifest.json', (content: Buffer) => content.subarray(1)],
    ['has no manifest', '.manifest.json', () => undefined],
    ['has a manifest that counts otherwise', '.manifest.json', renamed],
  ])('that %s is named and not restored', async (_, suffix, damage) => {
    for (const each of ['', '.manifest.json']) {
      writeFileSync(at(`damaged${each}`), readFileSync(`${backup()}${each}`));
    }
    const damaged = damage(readFileSync(at(`damaged${suffix}`)));
    if (damaged) writeFileSync(at(`damaged${suffix}`), damaged);
    else rmSync(at(`damaged${suffix}`));
    const refused = await thidua(settings(at('no.sqlite'), at('k', 'key')), 'restore', at('damaged'));
    expect(refused).toMatchObject({ code: 1, failure: expect.stringContaining('BACKUP.DAMAGED') });
    expect(refused.failure).toContain(damage === renamed ? at('damaged') : `${at('damaged')}${suffix}"`);
    expect(readdirSync(directory()).filter((name) => name.startsWith('no.sqlite'))).toEqual([]);
  });

  it('whose database breaks a promise is in its place, and the exit code says so', async () => {
    const broken = settings(at('broken.sqlite'), at('k', 'key'));
    await withAppOn({ config: loadConfig(broken) }, async (app) => {
      await addUnit(app, 0);
      await app.get(UnitOfWork, { strict: false }).run((tx) => tx.change('DROP TRIGGER events_refuse_update'));
    });
    expect(await thidua(broken, 'backup', at('of-broken'))).toMatchObject({ code: 0 });
    const elsewhere = settings(at('elsewhere.sqlite'), at('k', 'key'));
    const restored = await thidua(elsewhere, 'restore', at('of-broken'));
    expect([restored.code, restored.json?.verify.ok]).toEqual([1, false]);
    expect(existsSync(at('elsewhere.sqlite'))).toBe(true);
  });

  it('needs a ballot key in its place, or the word that it is lost; another one stays', async () => {
    const bare = settings(at('keys', 'thidua.sqlite'), at('keys', 'ballot.key'));
    expect(await thidua(bare, 'restore', backup())).toMatchObject({ code: 2 });
    writeFileSync(at('other.key'), `${Buffer.alloc(32, 1).toString('base64')}\n`);
    const other = await thidua(
      settings(at('k.sqlite'), at('other.key')),
      'restore',
      backup(),
      '--with-key',
      at('k', 'key'),
    );
    expect(other).toMatchObject({ code: 1, failure: expect.stringContaining('BACKUP.OTHER_BALLOT_KEY') });
    expect(existsSync(at('k.sqlite'))).toBe(false);
    expect(await thidua(bare, 'restore', backup(), '--new-key')).toMatchObject({ code: 0 });
    expect(existsSync(at('keys', 'ballot.key'))).toBe(true);
  });

  it('ends with 2 where there is nothing to back up or to restore, and makes nothing', async () => {
    const nowhere = place('nowhere');
    expect(await thidua(nowhere, 'backup', at('nothing'))).toMatchObject({ code: 2 });
    expect(await thidua(nowhere, 'restore', at('nothing'))).toMatchObject({ code: 2 });
    expect(await thidua(source(), 'backup', at('same'), '--with-key', at('same'))).toMatchObject({ code: 2 });
    appendFileSync(at('none.sqlite'), 'no database');
    const none = await thidua(settings(at('none.sqlite'), at('k', 'key')), 'backup', at('nothing'));
    expect(none).toMatchObject({ code: 1, failure: expect.stringContaining('PERSISTENCE.DAMAGED') });
    expect([existsSync(at('nowhere')), existsSync(at('nothing')), existsSync(at('same'))]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

/** The same manifest, but for the name of a table. */
function renamed(content: Buffer): Buffer {
  return Buffer.from(content.toString().replace('"units"', '"unit"'));
}

const hasTools = spawnSync('pg_restore', ['--version']).status === 0;

describePostgresDatabase('a backup of a PostgreSQL database', (from) => {
  describePostgresDatabase('restored into another', (to) => {
    const directory = useTemporaryDirectory();
    const key = (): string => join(directory(), 'ballot.key');
    const urlOf = (database: typeof from): string => {
      const options = database();
      return options.kind === 'postgres' ? options.url : '';
    };

    /** The command lines that a refusal names. */
    const linesFrom = async (url: string, command: string): Promise<readonly string[]> => {
      const refused = await thidua(settings(url, key()), command, join(directory(), "year's end"));
      expect(refused).toMatchObject({ code: 1, failure: expect.stringContaining('BACKUP.USE_POSTGRES_TOOLS') });
      const details = JSON.parse((refused.failure ?? '').replace(/^.*\n/, '')) as { commands: readonly string[] };
      return details.commands;
    };

    it('is left to the tools of PostgreSQL, without a word of the password', async () => {
      const lines = [
        ...(await linesFrom('postgres://thidua:s3cret@db.example.org/thidua', 'backup')),
        ...(await linesFrom('postgres://thidua@db.example.org/thidua?password=s3cret', 'restore')),
      ];
      expect(lines).toEqual([
        expect.stringMatching(/^pg_dump .*--dbname='postgres:\/\/thidua@db.example.org\/thidua'$/),
        expect.stringMatching(
          /^pg_restore --single-transaction .*--dbname='postgres:\/\/thidua@db.example.org\/thidua' '/,
        ),
        'thidua verify',
      ]);
      expect(lines.join()).not.toContain('s3cret');
      expect(existsSync(join(directory(), "year's end"))).toBe(false);
    });

    // Where the tools are not installed, only the words can be looked at.
    (hasTools ? it : it.skip)('by the command lines that are named passes every check', async () => {
      await withAppOn({ config: loadConfig(settings(urlOf(from), key())) }, (app) => addUnit(app, 0));
      const lines = [...(await linesFrom(urlOf(from), 'backup')), ...(await linesFrom(urlOf(to), 'restore'))];
      for (const line of lines.filter((each) => each.startsWith('pg_'))) {
        const { status, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
        expect([line, status, stderr]).toEqual([line, 0, '']);
      }
      await withAppOn({ config: loadConfig(settings(urlOf(to), key())) }, async (app) => {
        expect(await app.get(VerifyService, { strict: false }).run()).toMatchObject({ ok: true });
        expect(await unitsIn(app)).toBe(1);
        await addUnit(app, 1);
      });
    });
  });
});
