import { IMPORT_STATES, isSent, mayApply, mayDiscard } from './import';

describe('a file', () => {
  it('is applied once, and discarded unless it is being applied', () => {
    expect(IMPORT_STATES.filter(mayApply)).toEqual(['checked']);
    expect(IMPORT_STATES.filter(mayDiscard)).toEqual(['checked', 'applied']);
  });

  it.each([
    ['add', 'skip', true],
    ['similar', 'skip', false],
    ['similar', 'another', true],
    ['known', 'another', false],
    ['refused', 'another', false],
  ] as const)('has rows that are %s, of which with %s are sent: %s', (fate, similar, sent) => {
    expect(isSent(fate, similar)).toBe(sent);
  });
});
