import { NestFactory } from '@nestjs/core';
import { parse } from 'csv-parse';
import { join } from 'node:path';
import { loadConfig } from '../../config';
import { foldText } from '../../workflows/kernel';
import { AppModule } from '../../src/app/app.module';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { ClosableContest } from './command.bench';

/** Rows of the file: the most that one may have. */
const ROWS = 100_000;

/** A dry run of 100,000 people against reading the same file with the bare parser and folding each name. */
export async function checkImportContest(directory: string): Promise<ClosableContest> {
  const config = loadConfig({
    DATABASE_URL: join(directory, 'import.sqlite'),
    THIDUA_BALLOT_KEY_FILE: join(directory, 'ballot.key'),
  });
  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ config }), { logger: ['error'] });
  const dispatcher = app.get(CommandDispatcher, { strict: false });
  const send = async (type: string, input: object, commandId: string): Promise<string> => {
    const result = await dispatcher.dispatch({ actor: SYSTEM_ACTOR, commandId, type, input });
    if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
    return result.id;
  };
  const unit = { code: 'P', name: 'Phường Mẫu', kind: 'ward', level: 'commune', validFrom: '2020-01-01' };
  const unitId = await send('unit.add', unit, 'unit');
  const content = peopleFile();
  return {
    name: 'import.check',
    unit: 'rows/s',
    reference: 'the bare CSV parser, folding each name',
    target: null,
    blockSize: ROWS,
    pairs: 3,
    ours: async (block) => {
      await send('import.check', { kind: 'people', unitId, content }, `check-${block}`);
    },
    theirs: async () => {
      let folded = 0;
      for await (const record of parse(content) as AsyncIterable<readonly string[]>) {
        folded += foldText(record[0] ?? '').length;
      }
      if (folded === 0) throw new Error('Nothing was read');
    },
    close: () => app.close(),
  };
}

function peopleFile(): string {
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    return `Nguyễn Thị Mẫu ${index},${day}/05/1980,Nữ,Không`;
  });
  return ['Họ và tên,Ngày sinh,Giới tính,Lãnh đạo', ...lines].join('\n');
}
