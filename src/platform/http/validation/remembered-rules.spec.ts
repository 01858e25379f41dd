import { getMetadataStorage, IsInt, IsString, MetadataStorage, validateSync } from 'class-validator';
import { rememberRules } from './remembered-rules';

class Above {
  @IsString()
  readonly name: unknown = 1;
}

class Below extends Above {
  @IsInt()
  readonly count: unknown = 'x';
}

describe(rememberRules.name, () => {
  const real = getMetadataStorage();
  beforeAll(() => {
    rememberRules(real);
  });

  const rulesOf = (storage: MetadataStorage, target: new () => object): readonly string[] =>
    storage.getTargetValidationMetadatas(target, '', false, false, []).map(({ propertyName }) => propertyName);

  it('finds what class-validator finds, inherited rules as well, and looks for it once', () => {
    const storage = new MetadataStorage();
    for (const target of [Below, Above]) {
      for (const rule of real.getTargetValidationMetadatas(target, '', false, false, [])) {
        if (rule.target === target) storage.addValidationMetadata(rule);
      }
    }
    const look = jest.spyOn(storage, 'getTargetValidationMetadatas');
    rememberRules(storage);
    for (const _ of [1, 2, 3]) expect(rulesOf(storage, Below)).toEqual(['count', 'name']);
    expect(rulesOf(storage, Above)).toEqual(['name']);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('finds a rule that was added later', () => {
    class Late {
      count: unknown = 'x';
    }
    expect(validateSync(new Late(), { forbidUnknownValues: false })).toEqual([]);
    IsInt()(Late.prototype, 'count');
    expect(validateSync(new Late()).map(({ property }) => property)).toEqual(['count']);
  });
});
