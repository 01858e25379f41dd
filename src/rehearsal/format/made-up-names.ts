import type { Draws } from './draws';
import { entryOf, type YamlEntry, type YamlMap, type YamlNode } from './yaml-node';

const FAMILY = words('Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Tạ Cao');
const MIDDLE = {
  male: words('Văn Đức Hữu Quang Minh Xuân Công Đình Ngọc Thành Anh Gia Trọng Bá Duy'),
  female: words('Thị Ngọc Thu Thanh Minh Kim Hồng Phương Bích Mai Khánh Diệu Lan Hoài Thùy'),
};
const GIVEN = {
  male: words(
    'An Bình Cường Dũng Đạt Giang Hải Hùng Khoa Lâm Long Nam Phong Phúc Quân Sơn Thắng Thịnh Toàn Tuấn Việt Vinh',
  ),
  female: words(
    'Anh Châu Chi Dung Hà Hạnh Hiền Hoa Huệ Hương Lan Liên Linh Loan Mai Nga Nhung Oanh Thảo Trang Vân Yến',
  ),
};
const PLACE = words(
  'An Bình Đông Hải Hòa Hưng Khánh Lộc Long Mỹ Nam Ngọc Phú Phước Quang Sơn Tân Thanh Thịnh Thuận Trung Vĩnh Xuân Yên',
);
const GROUPS = ['Tổ dân phố', 'Chi đoàn', 'Chi hội', 'Tổ công tác', 'Thôn', 'Bộ phận'];

/** What a unit of a kind is called. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  province: 'Tỉnh',
  district: 'Huyện',
  ward: 'Xã',
  department: 'Phòng',
  school: 'Trường',
  party: 'Đảng bộ',
};

/** Who was born on which days could be at work in the year of most files. */
const FIRST_YEAR = 1962;
const YEARS = 40;

/** Of a name, before it gets a number. */
const MOST_TRIES = 5;

type Gender = 'male' | 'female';

/**
 * Makes up what an entry of a register leaves out. All of it is synthetic: names are put together from common parts by
 * chance, and nobody is meant. No person, place or group is made twice.
 */
export class MadeUpNames {
  private readonly made = new Set<string>();

  constructor(private readonly draws: Draws) {}

  /** The entry with a name, and for a person a gender and a day of birth, where it has none. */
  fill(section: string, node: YamlNode): YamlNode {
    if (node.kind !== 'map') return node;
    switch (section) {
      case 'units':
        return withDefaults(node, { name: this.unit(textOf(node, 'kind')) });
      case 'people':
        return withDefaults(node, this.person());
      case 'collectives':
        return withDefaults(node, { name: this.once((mark) => `${this.one(GROUPS)} ${this.place()}${mark}`) });
      case 'households':
        return withDefaults(node, { head: this.person().name ?? '' });
      default:
        return node;
    }
  }

  private person(): Readonly<Record<string, string>> {
    const gender: Gender = this.draws.below(2) === 0 ? 'male' : 'female';
    const found = this.once((mark) => {
      const name = [this.one(FAMILY), this.one(MIDDLE[gender]), this.one(GIVEN[gender])].join(' ');
      return `${name}${mark}|${this.birthday()}`;
    });
    const [name = '', birthday = ''] = found.split('|');
    return { name, birthday, gender };
  }

  private birthday(): string {
    const two = (number: number): string => String(number).padStart(2, '0');
    const [year, month, day] = [YEARS, 12, 28].map((count) => this.draws.below(count)) as [number, number, number];
    return `${FIRST_YEAR + year}-${two(month + 1)}-${two(day + 1)}`;
  }

  private unit(kind: string): string {
    return this.once((mark) => `${UNIT_WORDS[kind] ?? 'Đơn vị'} ${this.place()}${mark}`);
  }

  private place(): string {
    return `${this.one(PLACE)} ${this.one(PLACE)}`;
  }

  private one(given: readonly string[]): string {
    return this.draws.oneOf(given) ?? '';
  }

  /** A number keeps apart what chance has made alike too often. */
  private once(make: (mark: string) => string): string {
    let found = make('');
    for (let tries = 1; this.made.has(found); tries += 1) found = make(tries > MOST_TRIES ? ` ${tries}` : '');
    this.made.add(found);
    return found;
  }
}

function words(text: string): readonly string[] {
  return text.split(' ');
}

function textOf(node: YamlMap, key: string): string {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' ? value.text : '';
}

function withDefaults(node: YamlMap, values: Readonly<Record<string, string>>): YamlMap {
  const entries = Object.entries(values)
    .filter(([key]) => !entryOf(node, key))
    .map(([key, text]): YamlEntry => {
      return { key, line: node.line, value: { kind: 'scalar', line: node.line, text, isPlain: false } };
    });
  return { ...node, entries: [...node.entries, ...entries] };
}
