import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiExtension, ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { COMMAND_EXTENSION } from '../../platform/http/commands/command-extension';
import { CommandResponse } from '../../platform/http/commands/command-response';
import { BulkPreviewResponse } from '../dto/bulk.response';
import { BULK_COLLECTIONS, type BulkCollectionName } from './bulk-collections';
import { BULK_REFUSALS } from './bulk.errors';

/** Describes a command for many things of a collection. */
export function DescribedBulk(collection: BulkCollectionName): MethodDecorator {
  const types = BULK_COLLECTIONS[collection].types.map((type) => `\`${type}\``).join(', ');
  const codes = Object.values(BULK_REFUSALS).map(({ code }) => `\`${code}\``);
  return applyDecorators(
    ApiExtension(COMMAND_EXTENSION, 'job.startBulk'),
    HttpCode(200),
    ApiOperation({
      summary: `Preview a command for many ${collection}, then send it`,
      description: [
        'Without `token` nothing is done: the answer says what would become of each. The same request with the token of',
        'that answer starts the work as a job, unless something has changed since.',
        `\n\nCommands: ${types}.\n\nMay be refused with: ${codes.join(', ')}.`,
      ].join('\n'),
    }),
    ApiOkResponse({ type: BulkPreviewResponse, description: 'The preview.' }),
    ApiAcceptedResponse({ type: CommandResponse, description: 'The job in `Location` does the work.' }),
  );
}
