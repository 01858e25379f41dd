import { BadRequestException, ImATeapotException } from '@nestjs/common';
import { AppError } from '../../errors/app-error';
import { NotFoundError } from '../../errors/platform.errors';
import { problemOf } from './problem-of';

const context = { language: 'en', instance: '/x' } as const;

describe(problemOf.name, () => {
  it('fills the sentence of a code from what the error may show', () => {
    expect(problemOf(new NotFoundError('campaign', '7'), context).detail).toBe('There is no campaign with the id 7.');
  });

  it('hides the text of whatever is not catalogued', () => {
    for (const error of [new Error('SECRET'), 'SECRET', null, new AppError('PLATFORM.INVENTED', 'SECRET')]) {
      const problem = problemOf(error, context);
      expect(problem).toMatchObject({ status: 500, code: 'PLATFORM.FAULT' });
      expect(JSON.stringify(problem)).not.toContain('SECRET');
    }
  });

  it('takes a loud error of a feature without an entry for a fault, a quiet one for a refusal', () => {
    expect(problemOf(new AppError('BALLOT.KEY_MISSING', 'x', {}, { level: 'error' }), context).status).toBe(500);
    expect(problemOf(new AppError('UNIT.CODE_TAKEN', 'x'), context)).toMatchObject({
      status: 409,
      code: 'UNIT.CODE_TAKEN',
    });
  });

  it('does not take a number that another library calls statusCode for a status', () => {
    expect(problemOf(Object.assign(new Error('x'), { statusCode: 404 }), context).status).toBe(500);
  });

  it('keeps the status of the framework and none of its words', () => {
    expect(problemOf(new BadRequestException('SECRET'), context)).toMatchObject({
      status: 400,
      code: 'HTTP.BAD_REQUEST',
    });
    expect(problemOf(new ImATeapotException(), context).status).toBe(400);
  });
});
