import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../../config';
import { ProblemResponse } from '../problems/problem';
import { CommandDispatcher } from '../../runner/command-dispatcher';
import { describeCommands } from '../../runner/command-catalogue';
import { RegistryHolder } from '../../runner/registry-holder';
import { withBodyExamples } from './body-examples';
import { withCommands } from './described-commands';
import { withProblemResponses } from './problem-responses';
import { toOpenApi31 } from './to-openapi-31';

const DESCRIPTION = `Thi đua, khen thưởng as councils practise it.

Every change of state is a command: \`POST …/commands\` with \`type\`, \`input\` and \`comment\`. \`GET …/commands\` tells
what you may do now and why not. Whatever is not done is answered by a problem (RFC 9457) with a stable \`code\`.
Send \`Idempotency-Key\` with a command to be able to send it again, \`If-Match\` to change only what you have seen.`;

/** The description of every route, valid as OpenAPI 3.1. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Thidua')
    .setDescription(DESCRIPTION)
    .setVersion(packageVersion())
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'opaque',
      description: 'The token that `thidua user` printed.',
    })
    .build();
  const scanned = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemResponse],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const forms = app.get(CommandDispatcher, { strict: false }).known();
  const commands = describeCommands(forms, app.get(RegistryHolder, { strict: false }).workflows.all());
  return withBodyExamples(toOpenApi31(withCommands(withProblemResponses(scanned), commands)));
}

/** The version of the package, from package.json. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return version;
}
