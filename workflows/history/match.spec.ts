import { localDate } from '../kernel';
import { matchesOf, type KnownSubject, type ListedName } from './match';

const BORN = localDate('1980-05-19');
const OTHER = localDate('1981-05-19');
const listed = (input: Partial<ListedName> = {}): ListedName => ({
  ...{ name: 'Nguyễn Văn Mẫu', birthday: null, identity: null, unitText: '' },
  ...input,
});
const known = (input: Partial<KnownSubject> = {}): KnownSubject => ({
  ...{ kind: 'person', id: 'p', name: 'Nguyễn Văn Mẫu', birthday: null, identity: null, unitName: 'Phường Một' },
  ...input,
});

describe(matchesOf.name, () => {
  it.each([
    ['one number, whatever the name', { identity: 'h', name: 'Khác' }, { identity: 'h' }, 'exact'],
    ['one number, two birthdays', { identity: 'h', birthday: BORN }, { identity: 'h', birthday: OTHER }, 'exact'],
    ['two numbers', { identity: 'h', birthday: BORN }, { identity: 'g', birthday: BORN }, undefined],
    ['name and birthday', { birthday: BORN }, { birthday: BORN }, 'probable'],
    ['name and birthday, one number', { birthday: BORN, identity: 'h' }, { birthday: BORN }, 'probable'],
    ['the name written without accents', { name: 'NGUYEN VAN  MAU', birthday: BORN }, { birthday: BORN }, 'probable'],
    ['name and unit', { unitText: 'UBND phường Một, quận Hai' }, {}, 'maybe'],
    ['a unit written shorter', { unitText: 'phuong mot' }, { unitName: 'UBND Phường Một' }, 'maybe'],
    ['name and unit, two birthdays', { unitText: 'Phường Một', birthday: BORN }, { birthday: OTHER }, undefined],
    ['name and unit, one birthday', { unitText: 'Phường Một', birthday: BORN }, {}, 'maybe'],
    ['another unit', { unitText: 'Phường Hai' }, {}, undefined],
    ['a unit that only begins alike', { unitText: 'Phường Mộtt' }, {}, undefined],
    ['a name alone', {}, {}, undefined],
    ['a unit alone', { name: 'Khác', unitText: 'Phường Một' }, {}, undefined],
    ['a unit of no letters', { unitText: ' – ' }, {}, undefined],
  ] as const)('%s', (_, row, subject, certainty) => {
    expect(matchesOf(listed(row), [known(subject)]).map((match) => match.certainty)).toEqual(
      certainty ? [certainty] : [],
    );
  });

  it('names the surest first', () => {
    const row = listed({ birthday: BORN, identity: 'h', unitText: 'Phường Một' });
    const subjects = [
      known({ id: 'c' }),
      known({ id: 'b', birthday: BORN }),
      known({ id: 'd', birthday: BORN }),
      known({ id: 'a', identity: 'h', name: 'Tên cũ' }),
    ];
    expect(matchesOf(row, subjects).map(({ id, certainty }) => `${id} ${certainty}`)).toEqual([
      'a exact',
      'b probable',
      'd probable',
      'c maybe',
    ]);
  });
});
