import { Command } from 'commander';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvDto } from '../../config/env.dto';
import { allCommands } from '../../src/app/cli/all-commands';
import { blocksOf, readme, ROOT, rowsOf, sectionOf } from './readme';

const page = readme();

describe('the README', () => {
  it('gives two commands for a fresh machine, which there are', () => {
    const [start] = blocksOf(sectionOf(page, 'Start'));
    expect(start?.code).toBe('npm install && npm start\nnpm test\n');
    const { scripts, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
      engines: { node: string };
    };
    expect(scripts.start).toMatch(/serve --demo$/);
    expect(scripts.test).toBe('jest');
    expect(sectionOf(page, 'Start')).toContain(`Node ${engines.node.replace('>=', '')} or newer`);
    expect(scripts).toHaveProperty('build');
  });

  it('has a row for every command of the command line, with its arguments and options', () => {
    const program = new Command('thidua');
    for (const add of allCommands) add(program);
    const written = rowsOf(sectionOf(page, 'Command line')).map(([usage = '']) => usage);
    const there = leavesOf(program);
    expect(written.map((usage) => wordsOf(usage).name)).toEqual(there.map(({ name }) => name));
    for (const [index, { name, words }] of there.entries()) {
      expect([name, wordsOf(written[index] ?? '').options]).toEqual([name, words]);
    }
  });

  it('has a row for every variable of the environment, with its default', () => {
    const defaults = Object.entries(new EnvDto());
    const rows = rowsOf(sectionOf(page, 'Settings'));
    expect(rows.map(([name]) => name)).toEqual(defaults.map(([name]) => `\`${name}\``));
    for (const [index, [name, value]] of defaults.entries()) {
      if (value !== undefined) expect([name, rows[index]?.[1]]).toEqual([name, `\`${String(value)}\``]);
    }
  });

  it('links to pages that there are', () => {
    const targets = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target ?? '');
    expect(targets.length).toBeGreaterThan(7);
    expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });

  it('names folders that there are', () => {
    const folders = [...page.matchAll(/`((?:src|config|test|workflows)\/[\w/-]*)`/g)].map(([, folder]) => folder ?? '');
    expect(folders.length).toBeGreaterThan(4);
    expect(folders.filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
  });

  it('stays short', () => {
    expect(page.split('\n').length).toBeLessThan(260);
  });
});

interface Leaf {
  readonly name: string;
  /** Long names of its options. */
  readonly words: readonly string[];
}

/** The commands that do something, in the order of the help. */
function leavesOf(command: Command, path = ''): readonly Leaf[] {
  return command.commands.flatMap((each) => {
    const name = `${path}${each.name()}`;
    if (each.commands.length > 0) return leavesOf(each, `${name} `);
    return [{ name, words: each.options.map(({ long }) => long ?? '').sort() }];
  });
}

/** What a row says: the words before the first that is no word of a command, and the options. */
function wordsOf(usage: string): { readonly name: string; readonly options: readonly string[] } {
  const words = usage.replaceAll(/[`[\]]/g, '').split(' ');
  const end = words.findIndex((word) => !/^[a-z]+$/.test(word));
  return {
    name: words.slice(0, end === -1 ? words.length : end).join(' '),
    options: words.filter((word) => word.startsWith('--')).sort(),
  };
}
