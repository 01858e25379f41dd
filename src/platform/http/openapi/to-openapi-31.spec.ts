import { toOpenApi31 } from './to-openapi-31';

const converted = (schema: object): unknown => (toOpenApi31({ schema }) as { schema: unknown }).schema;

describe(toOpenApi31.name, () => {
  it('says null by a type', () => {
    expect(converted({ type: 'string', nullable: true })).toEqual({ type: ['string', 'null'] });
    expect(converted({ type: 'string', nullable: false })).toEqual({ type: 'string' });
    expect(converted({ type: 'string', enum: ['a'], nullable: true })).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    });
  });

  it('says null beside a reference', () => {
    const allOf = [{ $ref: '#/x' }];
    expect(converted({ type: 'object', nullable: true, allOf, description: 'd' })).toEqual({
      description: 'd',
      anyOf: [{ allOf }, { type: 'null' }],
    });
  });

  it('reaches every schema, at any depth', () => {
    const inner = { type: 'integer', nullable: true, example: 1 };
    const outer = { type: ['integer', 'null'], examples: [1] };
    expect(converted({ properties: { nullable: { items: { oneOf: [inner] } } }, additionalProperties: inner })).toEqual(
      {
        properties: { nullable: { items: { oneOf: [outer] } } },
        additionalProperties: outer,
      },
    );
    expect(toOpenApi31({ components: { schemas: { A: inner } } })).toEqual({ components: { schemas: { A: outer } } });
  });

  it('leaves what users send as it is', () => {
    const media = {
      example: { nullable: true, example: 1 },
      examples: { a: { value: { schema: { nullable: true } } } },
    };
    expect(toOpenApi31(media)).toEqual(media);
  });
});
