import { SYSTEM_SCOPE } from '../platform/auth/scope';
import { InvalidRequestError } from '../platform/http/problems/http.errors';
import { MOST_GROUPS, refuseTooMany } from './most-groups';

const READER = { ...SYSTEM_SCOPE, everything: false };

describe('the longest answer', () => {
  it('is refused beyond its length, with the field to narrow', () => {
    expect(() => {
      refuseTooMany(READER, MOST_GROUPS, 'by');
    }).not.toThrow();
    expect(() => {
      refuseTooMany(READER, MOST_GROUPS + 1, 'by');
    }).toThrow(InvalidRequestError);
  });

  it('has no length for who runs the machine', () => {
    expect(() => {
      refuseTooMany(SYSTEM_SCOPE, MOST_GROUPS + 1, 'by');
    }).not.toThrow();
  });
});
