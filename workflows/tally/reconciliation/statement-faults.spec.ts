import { decimal, localDate } from '../../kernel';
import { statementFaults } from './statement-faults';

describe('statementFaults', () => {
  it('finds none in a statement that can be checked', () => {
    const figures = [
      { code: 'a', label: 'A', value: decimal('1'), parts: ['b'] },
      { code: 'b', label: 'B', value: decimal('1'), within: 'a' },
    ];
    const lists = [{ code: 'c', label: 'C', items: [], total: 'a' }];
    expect(statementFaults({ axis: 'decision', figures, lists, periods: [] })).toEqual([]);
  });

  it('names all at once', () => {
    const figures = [
      { code: 'a', label: 'A', value: decimal('1'), parts: ['a', 'x'] },
      { code: 'a', label: 'B', value: decimal('1') },
    ];
    const day = { from: localDate('2024-01-02'), to: localDate('2024-01-01') };
    const periods = [{ code: 'p', label: 'P', ...day, claim: 'exactly' as const, months: 1 }];
    const lists = [{ code: 'l', label: 'L', items: [], total: 'y' }];
    expect(statementFaults({ axis: 'decision', figures, lists, periods })).toEqual([
      { kind: 'codeRepeated', code: 'a' },
      { kind: 'figureUnknown', code: 'a', named: 'x' },
      { kind: 'figureUnknown', code: 'l', named: 'y' },
      { kind: 'partOfItself', code: 'a' },
      { kind: 'endsBeforeStart', code: 'p' },
    ]);
  });
});
