import type { RehearsalResult, TallyOfCampaign } from '../rehearsal-result';
import type { TalliedLine } from '../world/rehearsal-world';

const AXES: Readonly<Record<string, string>> = {
  achievement: 'năm lập thành tích',
  decision: 'năm quyết định',
  presentation: 'năm trao tặng',
};
const SUBJECTS: Readonly<Record<string, string>> = {
  person: 'cá nhân',
  collective: 'tập thể',
  household: 'hộ gia đình',
};
const FAMILIES: Readonly<Record<string, string>> = { state: 'Nhà nước', party: 'Đảng' };
const STAGES: readonly (readonly [string, string])[] = [
  ['proposed', 'đề nghị'],
  ['recommended', 'Hội đồng đề nghị'],
  ['decided', 'quyết định'],
  ['presented', 'đã trao'],
  ['paid', 'đã chi'],
  ['revoked', 'hủy bỏ'],
];

/** The tallies of a rehearsal and what came of it, as lines for people, in Vietnamese. */
export function reportLines(result: RehearsalResult): readonly string[] {
  const { steps, accepted, refused, remindersSent, failures } = result;
  return [
    ...result.tallies.filter(({ lines }) => lines.length > 0).flatMap(tallyLines),
    '',
    `${steps} bước: ${accepted} lệnh được chấp nhận, ${refused} lệnh không; ${remindersSent} lượt nhắc việc.`,
    ...failures.map(({ file, line, message }) => `✗ ${file}:${line}  ${message}`),
    failures.length === 0 ? 'ĐẠT: mọi điều đúng như mong đợi.' : `KHÔNG ĐẠT: ${failures.length} điều không đúng.`,
  ];
}

function tallyLines({ campaign, axis, lines }: TallyOfCampaign): readonly string[] {
  return [
    '',
    `Tổng hợp ${campaign} theo ${AXES[axis] ?? axis}:`,
    ...lines.filter((line) => saysMore(line, lines)).map((line) => `  ${lineText(line)}`),
  ];
}

/** A total over one tier says what the tier's own line says. */
function saysMore({ tier, family, year, subjectKind }: TalliedLine, lines: readonly TalliedLine[]): boolean {
  const tiers = lines.filter(
    (line) => line.tier !== null && line.family === family && line.year === year && line.subjectKind === subjectKind,
  );
  return tier !== null || tiers.length > 1;
}

function lineText({ family, year, tier, subjectKind, counts }: TalliedLine): string {
  const figures = STAGES.flatMap(([stage, label]) => {
    const count = counts[stage];
    if (!count || count.awards === 0) return [];
    const money = count.money === '0' ? '' : `, ${count.money} đồng`;
    return [`${label} ${count.awards} (${count.heads} đối tượng${money})`];
  });
  return [
    `${year} ${FAMILIES[family] ?? family}`,
    tier ?? 'cộng',
    `${SUBJECTS[subjectKind] ?? subjectKind}: ${figures.join(', ')}`,
  ].join(' · ');
}
