import { applyDecorators } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { IMPORT_COMMANDS } from '../../workflows/import';
import { IMPORT_COLUMNS } from './import-columns';
import { IMPORT_REFUSALS } from './imports.errors';

/** What may stand in the first line of a file of each kind; what must is bold. */
const COLUMNS = Object.entries(IMPORT_COLUMNS).map(([kind, columns]) => {
  const headings = columns.map(({ headings: [first = ''], isRequired }) => (isRequired ? `**${first}**` : first));
  return `* \`${kind}\`: ${headings.join('; ')}`;
});

const REFUSALS = `May be refused with: ${Object.values(IMPORT_REFUSALS)
  .map(({ code }) => `\`${code}\``)
  .join(', ')}.`;

/** Describes how a file is tried out. */
export function DescribedCheck(): MethodDecorator {
  const { vi, en } = IMPORT_COMMANDS['import.check'];
  const how = 'UTF-8, with headings in Vietnamese or English; the delimiter is a comma, a semicolon or a tab.';
  const columns = `Columns, those that must be there in bold:\n\n${COLUMNS.join('\n')}`;
  const description = [`${vi} – ${en} (\`import.check\`).`, how, columns, REFUSALS].join('\n\n');
  return applyDecorators(ApiOperation({ summary: en, description }));
}

/** Describes the commands on a file. Stands above `CommandRoute`. */
export function DescribedCommands(): MethodDecorator {
  const labels = (['import.apply', 'import.discard'] as const).map(
    (type) => `* \`${type}\`: ${IMPORT_COMMANDS[type].vi} – ${IMPORT_COMMANDS[type].en}.`,
  );
  return applyDecorators(
    ApiOperation({ summary: 'Run a command', description: [labels.join('\n'), REFUSALS].join('\n\n') }),
  );
}
