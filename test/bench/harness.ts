/** What is measured: how long a block of the same work takes, once for us and once for the reference. */
export interface Contest {
  readonly name: string;
  /** What `value` counts: `commands/s`. */
  readonly unit: string;
  readonly reference: string;
  /** The ratio that ours should reach against the reference; null where none was set. */
  readonly target: number | null;
  /** Units of work in one block. */
  readonly blockSize: number;
  /** Measured pairs; eleven unless told otherwise. */
  readonly pairs?: number;
  /** Ours always first: the reference replays what ours did. */
  readonly inOrder?: true;
  readonly ours: (block: number) => Promise<void>;
  readonly theirs: (block: number) => Promise<void>;
}

/** One line of the result. */
export interface Measurement {
  readonly name: string;
  /** Ours, median over the blocks. */
  readonly value: number;
  readonly unit: string;
  /** What it was measured against, and how fast that was. */
  readonly reference: { readonly name: string; readonly value: number };
  /** Ours divided by the reference, block by block, then the median: machines are noisy, neighbours in time are not. */
  readonly ratio: number;
  /** Lower and upper quartile of the ratios. */
  readonly spread: readonly [number, number];
  readonly target: number | null;
  readonly ok: boolean;
}

const PAIRS = 11;

/** Runs the contest in interleaved blocks, first of each pair changing, after one unmeasured pair. */
export async function measure(contest: Contest): Promise<Measurement> {
  await contest.ours(-1);
  await contest.theirs(-1);
  const pairs: { ours: number; theirs: number }[] = [];
  for (let block = 0; block < (contest.pairs ?? PAIRS); block += 1) {
    const isOursFirst = contest.inOrder === true || block % 2 === 0;
    const first = await timed(isOursFirst ? contest.ours : contest.theirs, block);
    const second = await timed(isOursFirst ? contest.theirs : contest.ours, block);
    pairs.push(isOursFirst ? { ours: first, theirs: second } : { ours: second, theirs: first });
  }
  const ratios = pairs.map(({ ours, theirs }) => theirs / ours);
  const ratio = quantile(ratios, 0.5);
  const perSecond = (seconds: readonly number[]): number => Math.round(contest.blockSize / quantile(seconds, 0.5));
  return {
    name: contest.name,
    value: perSecond(pairs.map(({ ours }) => ours)),
    unit: contest.unit,
    reference: { name: contest.reference, value: perSecond(pairs.map(({ theirs }) => theirs)) },
    ratio: round(ratio),
    spread: [round(quantile(ratios, 0.25)), round(quantile(ratios, 0.75))],
    target: contest.target,
    ok: contest.target === null || ratio >= contest.target,
  };
}

async function timed(work: (block: number) => Promise<void>, block: number): Promise<number> {
  const start = process.hrtime.bigint();
  await work(block);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
