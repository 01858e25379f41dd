import { instant, localDate } from '../../../workflows/kernel';
import type { CommandEntry } from '../timeline';
import { TextTimeline } from './text-timeline';

const at = instant('2024-01-19T08:30:00.000Z');

const signed = (who: string, on: string): CommandEntry => ({
  kind: 'command',
  at,
  line: 7,
  who,
  type: 'pledge.sign',
  label: 'Ký giao ước',
  on,
  outcome: 'accepted',
  detail: 'Đã nộp đăng ký',
});

function linesOf(write: (timeline: TextTimeline) => void): readonly string[] {
  const lines: string[] = [];
  const timeline = new TextTimeline('thu.yaml', (line) => lines.push(line));
  write(timeline);
  timeline.flush();
  return lines;
}

describe(TextTimeline.name, () => {
  it('tells what many do alike as one line', () => {
    const lines = linesOf((timeline) => {
      for (const ward of ['p01', 'p02', 'p03', 'p04']) timeline.entry(signed(`${ward}.truong`, `dang-ky.${ward}`));
      timeline.entry({ ...signed('p05.truong', 'dang-ky.p05'), outcome: 'forbidden', detail: 'không có thẩm quyền' });
    });
    expect(lines).toEqual([
      '19/01/2024 15:30  p01.truong … p04.truong  4 × Ký giao ước · dang-ky.p01 … dang-ky.p04 → Đã nộp đăng ký',
      '19/01/2024 15:30  p05.truong      Ký giao ước · dang-ky.p05 → không có thẩm quyền',
    ]);
  });

  it('keeps the order of what happens between', () => {
    const lines = linesOf((timeline) => {
      timeline.entry(signed('a', 'x'));
      timeline.entry({ kind: 'note', at, text: 'Giải lao\n' });
      timeline.entry(signed('a', 'x'));
      timeline.entry({ kind: 'finding', at, finding: { line: 12, message: 'sai' } });
      timeline.entry({
        kind: 'reminder',
        at,
        deadline: 'campaign.reportDue',
        of: 'phong-trao',
        dueOn: localDate('2024-03-31'),
        offsetDays: -7,
        message: 'Còn 7 ngày.',
        count: 31,
      });
    });
    expect(lines.map((line) => line.slice(18))).toEqual([
      'a               Ký giao ước · x → Đã nộp đăng ký',
      '# Giải lao',
      'a               Ký giao ước · x → Đã nộp đăng ký',
      '✗ thu.yaml:12  sai',
      '(nhắc việc)     31 lượt: Còn 7 ngày.',
    ]);
  });
});
