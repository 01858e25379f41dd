import { IsEmail } from 'class-validator';
import { NoInput } from '../../validation/no-input';
import { InvalidRequestError } from '../problems/http.errors';
import { BoundedArray, BoundedText, IsDecimalText, Nested, localDateRule, uuidRule } from '../validators';
import { validInput } from './valid-input';

class Inner {
  @BoundedText({ max: 5 })
  readonly name: string;
}

class Outer {
  @Nested(() => Inner, { optional: true })
  readonly inner?: Inner;

  @BoundedArray(() => Inner, { max: 2, optional: true })
  readonly list?: readonly Inner[];

  @BoundedArray(localDateRule, { max: 2, optional: true })
  readonly days?: readonly string[];

  @IsDecimalText({ optional: true, nullable: true })
  readonly value?: string | null;
}

const problems = (type: new () => object, value: unknown, prefix?: string): string[] => {
  try {
    validInput(type, value, prefix);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    return error.errors.map(({ field, code }) => `${field} ${code}`);
  }
};

describe(validInput.name, () => {
  it('answers an instance with canonical values', () => {
    const outer = validInput(Outer, { inner: { name: ' ab ' }, list: [{ name: 'c' }], value: '01.50' });
    expect(outer).toBeInstanceOf(Outer);
    expect(outer.inner).toBeInstanceOf(Inner);
    expect(outer).toEqual({ inner: { name: 'ab' }, list: [{ name: 'c' }], value: '1.5' });
  });

  it('tells left out from null', () => {
    expect(problems(Outer, {})).toEqual([]);
    expect(problems(Outer, { value: null })).toEqual([]);
    expect(problems(Outer, { inner: null })).toEqual(['inner OBJECT']);
    expect(problems(Inner, {})).toEqual(['name REQUIRED']);
  });

  it('names items by their place', () => {
    expect(problems(Outer, { list: [{ name: 'a' }, { name: 1 }], days: ['2024-01-19', 'x'] }, 'input')).toEqual([
      'input.list[1].name TEXT',
      'input.days[1] LOCAL_DATE',
    ]);
  });

  it.each([
    [{ inner: [{ name: 'a' }] }, 'inner OBJECT'],
    [{ list: { name: 'a' } }, 'list ARRAY'],
    [{ list: [[{ name: 'a' }]] }, 'list[0] OBJECT'],
    [{ list: [null] }, 'list[0] OBJECT'],
    [{ list: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }, 'list ARRAY'],
    [{ days: 'x' }, 'days ARRAY'],
  ])('refuses a form that looks alike: %j', (value, problem) => {
    expect(problems(Outer, value)).toEqual([problem]);
  });

  it('tells of a hundred fields at most', () => {
    const wrong = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`field${index}`, 0]));
    expect(problems(Outer, wrong)).toHaveLength(100);
  });

  it('refuses fields that do not exist, at every depth, whatever their name', () => {
    expect(problems(Outer, { extra: 1, inner: { name: 'a', more: 1 } }).sort()).toEqual([
      'extra UNKNOWN_FIELD',
      'inner.more UNKNOWN_FIELD',
    ]);
    expect(problems(Outer, { list: [{ name: 'a', toString: 1 }], constructor: 1 })).toEqual([
      'list[0].toString UNKNOWN_FIELD',
      'constructor UNKNOWN_FIELD',
    ]);
  });

  it('takes nothing where nothing is taken', () => {
    expect(problems(NoInput, undefined)).toEqual([]);
    expect(problems(NoInput, {})).toEqual([]);
    expect(problems(NoInput, { a: 1 }, 'input')).toEqual(['input.a UNKNOWN_FIELD']);
  });

  it('has words for the rules of class-validator itself', () => {
    class Mail {
      @IsEmail()
      readonly address: string;
    }
    expect(problems(Mail, { address: 'x' })).toEqual(['address IS_EMAIL']);
  });

  it('refuses a list whose items repeat where all must differ', () => {
    class Ids {
      @BoundedArray(uuidRule, { max: 3, unique: true })
      readonly ids: readonly string[];
    }
    const id = '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f';
    expect(problems(Ids, { ids: [id, id] })).toEqual(['ids ARRAY']);
  });
});
