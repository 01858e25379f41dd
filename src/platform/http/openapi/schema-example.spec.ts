import { exampleOf } from './schema-example';

describe(exampleOf.name, () => {
  it('follows references and takes the examples beside the fields', () => {
    const schemas = {
      Inner: { type: 'object', required: ['name'], properties: { name: { type: 'string', examples: ['Lê Chân'] } } },
    };
    const schema = {
      type: 'object',
      required: ['inner', 'kind', 'count', 'is', 'list'],
      properties: {
        inner: { $ref: '#/components/schemas/Inner' },
        kind: { type: 'string', enum: ['regular'] },
        count: { type: 'integer', minimum: 3 },
        is: { type: 'boolean' },
        list: { type: 'array', items: { type: ['string', 'null'], examples: ['2024-01-19'] } },
        shown: { type: 'string', examples: ['x'] },
        hidden: { type: 'string' },
      },
    };
    expect(exampleOf(schema, schemas)).toEqual({
      inner: { name: 'Lê Chân' },
      kind: 'regular',
      count: 3,
      is: true,
      list: ['2024-01-19'],
      shown: 'x',
    });
  });

  it('ends on a schema that contains itself', () => {
    const schemas = {
      Loop: { type: 'object', required: ['next'], properties: { next: { $ref: '#/components/schemas/Loop' } } },
    };
    expect(JSON.stringify(exampleOf({ $ref: '#/components/schemas/Loop' }, schemas))).toContain('next');
  });
});
