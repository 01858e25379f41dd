import type { OpenAPIObject } from '@nestjs/swagger';

const REFERENCE = { $ref: '#/components/responses/Problem' };
const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Says of every operation that whatever it does not describe is a problem. */
export function withProblemResponses(document: OpenAPIObject): OpenAPIObject {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const responses = {
    ...document.components?.responses,
    Problem: { description: 'Why it was not done (RFC 9457). Tell problems apart by `code`.', content },
  };
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => {
      const operations = METHODS.flatMap((method) => {
        const operation = item[method];
        return operation ? [[method, { ...operation, responses: { ...operation.responses, default: REFERENCE } }]] : [];
      });
      return [path, { ...item, ...(Object.fromEntries(operations) as typeof item) }];
    }),
  );
  return { ...document, paths, components: { ...document.components, responses } };
}
