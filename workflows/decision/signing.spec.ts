import { signingLines, type Signing } from './signing';

const signing = (change: Partial<Signing>): Signing => ({
  capacity: 'self',
  signerUserId: 'user',
  title: 'Chủ tịch',
  principal: null,
  ...change,
});

describe(signingLines.name, () => {
  it.each([
    [signing({}), ['CHỦ TỊCH']],
    [signing({ capacity: 'onBehalf', principal: 'Ủy ban nhân dân' }), ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    [
      signing({ capacity: 'deputyFor', principal: 'Chủ tịch', title: 'Phó Chủ tịch' }),
      ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    [
      signing({ capacity: 'byOrder', principal: 'Chủ tịch', title: 'Chánh Văn phòng' }),
      ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'],
    ],
    [
      signing({ capacity: 'byAuthority', principal: 'Chủ tịch', title: 'Trưởng phòng Nội vụ' }),
      ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG NỘI VỤ'],
    ],
  ])('prints %j as %j', (given, lines) => expect(signingLines(given)).toEqual(lines));
});
