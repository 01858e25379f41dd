import { IsInt, IsUUID } from 'class-validator';
import { NoInput } from '../validation/no-input';
import { validPayload } from './job-payload';
import { JobPayloadError } from './job.errors';

class SomePayload {
  @IsUUID()
  id!: string;

  @IsInt()
  generation!: number;
}

const ID = '019b0a6e-0000-7000-8000-000000000001';

describe(validPayload.name, () => {
  it('answers an instance of the declared class', () => {
    const payload = validPayload('some-job', SomePayload, { id: ID, generation: 2 });
    expect(payload).toBeInstanceOf(SomePayload);
    expect(payload).toEqual({ id: ID, generation: 2 });
  });

  it('refuses wrong values and fields that are not declared, naming each', () => {
    const wrong = (): object => validPayload('some-job', SomePayload, { id: 'x', generation: '2', extra: 1 });
    expect(wrong).toThrow(JobPayloadError);
    expect(wrong).toThrow(/id must be a UUID/);
    expect(wrong).toThrow(/generation must be an integer/);
    expect(wrong).toThrow(/property extra should not exist/);
  });

  it('refuses any field where none is declared', () => {
    expect(validPayload('bare-job', NoInput, {})).toBeInstanceOf(NoInput);
    expect(() => validPayload('bare-job', NoInput, { extra: 1 })).toThrow(/extra should not exist/);
  });
});
