import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { AppProcess, endProcesses, thidua } from './app-process';

describe('a start that cannot succeed', () => {
  const directory = useTemporaryDirectory();
  let aDatabase: Buffer;
  beforeAll(async () => {
    const folder = folderOf('migrated');
    expect(await thidua(folder, 'migrate')).toMatchObject({ code: 0 });
    aDatabase = readFileSync(join(folder, 'thidua.sqlite'));
  });
  afterEach(endProcesses);

  it('names every bad variable of the environment at once, and never its value', async () => {
    const folder = folderOf('environment');
    const env = {
      NODE_ENV: 'sometimes',
      PORT: '70000',
      DATABASE_URL: 'mysql://root:secret@localhost/thidua',
      THIDUA_LOG_LEVEL: 'loud',
      THIDUA_BODY_LIMIT_BYTES: '-1',
      THIDUA_RELAY_LEASE_MS: '1e3',
      THIDUA_SPEED: '11',
    };
    const { code, output } = await new AppProcess({ directory: folder, args: ['serve'], env }).ended;
    expect(code).toBe(2);
    for (const name of Object.keys(env)) expect(output).toContain(`  ${name} must be `);
    expect(output).not.toContain('secret');
    expect(output).not.toContain('    at ');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves a damaged database as it is', async () => {
    const folder = folderOf('damaged');
    const file = join(folder, 'thidua.sqlite');
    const bytes = Buffer.from(aDatabase);
    // The first page holds the schema.
    bytes.fill(0xff, 100, 2000);
    writeFileSync(file, bytes);
    const { code, output } = await new AppProcess({ directory: folder, args: ['serve'] }).ended;
    expect(code).toBe(1);
    expect(output).toContain('The database is damaged or is not a database of this kind: keep the file as it is');
    expect(output).toContain(file);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('leaves a file alone that is no database', async () => {
    const folder = folderOf('other');
    const file = join(folder, 'thidua.sqlite');
    writeFileSync(file, 'Biên bản họp Hội đồng\n'.repeat(100));
    const { code, output } = await thidua(folder, 'serve', '--demo');
    expect(code).toBe(1);
    expect(output).toContain('is not a database of this kind');
    expect(readFileSync(file, 'utf8')).toBe('Biên bản họp Hội đồng\n'.repeat(100));
    expect(existsSync(join(folder, 'demo-tokens.json'))).toBe(false);
  });

  it.each(['an empty directory', 'a directory with a database'])('asks for the right to write %s', async (name) => {
    const folder = folderOf(name.replaceAll(' ', '-'));
    const file = join(folder, 'thidua.sqlite');
    if (name.includes('with')) writeFileSync(file, aDatabase);
    const before = contents(folder);
    chmodSync(folder, 0o555);
    const args = ['serve', '--demo'];
    const { code, output } = await new AppProcess({ directory: folder, args, isOrdinaryUser: true }).ended;
    chmodSync(folder, 0o755);
    expect(code).toBe(1);
    expect(output).toContain(file);
    expect(output).toMatch(/The database cannot be (opened: check the path|written: give this user)/);
    expect(contents(folder)).toEqual(before);
  });

  it('of a command that reads makes no database', async () => {
    const folder = join(directory(), 'nowhere');
    const { code, output } = await thidua(folder, 'verify');
    expect(code).toBe(2);
    expect(output).toContain('There is no database at');
    expect(existsSync(folder)).toBe(false);
  });

  function folderOf(name: string): string {
    const folder = join(directory(), name);
    mkdirSync(folder);
    return folder;
  }
});

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}
