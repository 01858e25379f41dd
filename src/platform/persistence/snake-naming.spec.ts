import { SnakeNaming } from './snake-naming';

describe(SnakeNaming.name, () => {
  const naming = new SnakeNaming();

  it('names columns in snake case, with their prefix, unless they have a name', () => {
    expect(naming.columnName('unitPath', undefined, [])).toBe('unit_path');
    expect(naming.columnName('unitPath', undefined, ['workflow'])).toBe('workflow_unit_path');
    expect(naming.columnName('unitPath', 'path', [])).toBe('path');
  });

  it('names keys and indexes after their table and columns, whatever the order of these', () => {
    expect(naming.primaryKeyName('events')).toBe('pk_events');
    expect(naming.uniqueConstraintName('outbox', ['b', 'a'])).toBe('uq_outbox_a_b');
    expect(naming.foreignKeyName('cases', ['dossier_id'])).toBe('fk_cases_dossier_id');
    expect(naming.indexName('events', ['occurred_at'])).toBe('ix_events_occurred_at');
  });

  it('keeps long names within what PostgreSQL keeps, and apart', () => {
    const columns = ['a_rather_long_column_name', 'another_rather_long_column_name'];
    const [one, two] = [naming.indexName('table', [...columns, 'x']), naming.indexName('table', [...columns, 'y'])];
    expect([one.length, two.length]).toEqual([63, 63]);
    expect(one).not.toBe(two);
  });
});
