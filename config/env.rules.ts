import { Transform } from 'class-transformer';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';

/** A variable that holds a whole number in plain digits, with both ends included. */
export function WholeNumber(min: number, max: number): PropertyDecorator {
  const message = `a whole number from ${min} to ${max}`;
  return all(
    // Number() alone would also take '', ' 1 ', '1e3' and '0x10'.
    Transform(({ value }: { value: unknown }) => (/^\d{1,15}$/.test(String(value)) ? Number(value) : Number.NaN)),
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
  );
}

/** A variable that holds one word of a closed list. */
export function OneOf(words: readonly string[]): PropertyDecorator {
  return IsIn(words, { message: `one of ${words.join(', ')}` });
}

/** A variable whose text has a form; `expected` says it in words. */
export function Form(form: RegExp, expected: string): PropertyDecorator {
  return Matches(form, { message: expected });
}

function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
}
