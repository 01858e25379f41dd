import { applyDecorators, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtension } from '@nestjs/swagger';
import { COMMAND_EXTENSION } from './command-extension';
import { COMMAND_HEADERS } from './command-headers';
import { CommandResponse } from './command-response';

/** `POST` of a collection: the command that brings something into being there. Its words come from the command's form. */
export function OpeningRoute(type: string, path = ''): MethodDecorator {
  return applyDecorators(
    Post(path),
    ApiExtension(COMMAND_EXTENSION, type),
    ApiCreatedResponse({ type: CommandResponse, headers: OPENING_HEADERS }),
  );
}

const OPENING_HEADERS = {
  ...COMMAND_HEADERS,
  Location: { description: 'Where the new one is.', schema: { type: 'string', format: 'uri-reference' } },
};
