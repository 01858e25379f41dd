import type { Cited, Rulebook, RuleStatus } from '../../../workflows/rulebook';

/** One cited row of a rulebook, whatever it is about. */
export interface RulebookRow extends Cited {
  /** Keys from the outermost, a list's member by what it is called or its position from 0: `tiers.CSTDCS.vote`. */
  readonly place: string;
  /** What the row says, as data. Rows inside it stand for themselves; the conditions of a standard stay with it. */
  readonly says: Readonly<Record<string, unknown>>;
}

/** How many rows there are of each status. */
export type StatusCounts = Readonly<Record<RuleStatus, number>>;

type Fields = Readonly<Record<string, unknown>>;

/** A standard is read as a whole: what it asks makes no sense condition by condition. */
const READ_WHOLE: ReadonlySet<string> = new Set(['rule']);

/** Every cited row of a rulebook with its source, the rulebook's own dates first. */
export function rowsOfRulebook(rulebook: Rulebook): readonly RulebookRow[] {
  return rowsIn(rulebook as unknown as Fields, '');
}

/** The same of a part of a rulebook, such as what a layer puts at a place. */
export function rowsAtPlace(value: unknown, place: string): readonly RulebookRow[] {
  if (Array.isArray(value)) {
    return value.flatMap((member: unknown, index) => rowsAtPlace(member, `${place}.${nameOf(member) ?? index}`));
  }
  return isFields(value) ? rowsIn(value, place) : [];
}

/** How sure the rows are. */
export function countsByStatus(rows: readonly Pick<Cited, 'status'>[]): StatusCounts {
  const count = (status: RuleStatus): number => rows.filter((row) => row.status === status).length;
  return { verified: count('verified'), secondary: count('secondary'), unverified: count('unverified') };
}

function rowsIn(fields: Fields, place: string): readonly RulebookRow[] {
  const inner = Object.entries(fields).flatMap(([key, value]) =>
    READ_WHOLE.has(key) ? [] : rowsAtPlace(value, place === '' ? key : `${place}.${key}`),
  );
  return isCited(fields) ? [rowOf(fields, place), ...inner] : inner;
}

function rowOf({ citation, status, councilChoice, ...others }: Fields & Cited, place: string): RulebookRow {
  const said = Object.entries(others).filter(([key, value]) => READ_WHOLE.has(key) || !holdsRows(value));
  return { place, citation, status, councilChoice, says: Object.fromEntries(said) };
}

function holdsRows(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsRows);
  return isFields(value) && (isCited(value) || Object.values(value).some(holdsRows));
}

/** As paths of layers name them: a tier by its code, a term by what it is of, and of which level where it says so. */
function nameOf(member: unknown): string | undefined {
  if (!isFields(member)) return undefined;
  const { code, name, sector, of, level } = member;
  const own = [code, name, sector].find((each): each is string => typeof each === 'string');
  if (own !== undefined || !('days' in member) || typeof of !== 'string') return own;
  return typeof level === 'string' ? `${of}@${level}` : of;
}

function isCited(fields: Fields): fields is Fields & Cited {
  return typeof fields.citation === 'string' && typeof fields.status === 'string';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
