import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import type { CommandSet } from './command-body';
import { COMMAND_HEADERS } from './command-headers';
import { commandModels, commandSchemaName } from './command-models';
import { CommandResponse } from './command-response';

/** `POST …/commands` over these commands, with one schema for each and `type` telling them apart. */
export function CommandRoute(body: CommandSet, path = ':id/commands'): MethodDecorator {
  const models = commandModels(body);
  const reference = (type: string): string => getSchemaPath(commandSchemaName(type));
  const types = Object.keys(body.inputs);
  return applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation({
      summary: 'Run a command',
      description: 'The only way to change a state. Refused: 409 with every reason. Stale If-Match: 412.',
    }),
    IF_MATCH,
    ApiExtraModels(...models, ...Object.values(body.inputs)),
    ApiBody({
      required: true,
      schema: {
        oneOf: types.map((type) => ({ $ref: reference(type) })),
        discriminator: {
          propertyName: 'type',
          mapping: Object.fromEntries(types.map((type) => [type, reference(type)])),
        },
      },
    }),
    ApiOkResponse({ type: CommandResponse, headers: COMMAND_HEADERS }),
  );
}

/** What a caller may say of what they have seen. */
const IF_MATCH = ApiHeader({
  name: 'If-Match',
  required: false,
  description: 'The ETag that you saw. When somebody has changed it since, the answer is 412 and nothing is done.',
  schema: { type: 'string', example: '"3"' },
});
