import { HEARTBEAT } from './event-stream';
import { watched, type Watch } from './watched';

/** Shows these states one after another, the last one for ever. */
function showing(states: readonly string[]): Watch['look'] {
  let at = 0;
  return () => {
    const id = states[Math.min(at, states.length - 1)] ?? '';
    at += 1;
    return Promise.resolve({ id, event: 'progress', data: { id }, isLast: id === 'end' });
  };
}

async function told(watch: Omit<Watch, 'pause'>, signal = new AbortController().signal): Promise<string[]> {
  const texts: string[] = [];
  for await (const text of watched({ ...watch, pause: () => Promise.resolve() }, signal)) texts.push(text);
  return texts;
}

const textOf = (id: string): string => `id: ${id}\nevent: progress\ndata: {"id":"${id}"}\n\n`;

describe(watched.name, () => {
  it('tells each state once and ends with the last one', async () => {
    expect(await told({ look: showing(['1', '1', '2', 'end']), lastEventId: undefined })).toEqual(
      ['1', '2', 'end'].map(textOf),
    );
  });

  it('goes on after the event that the client has seen', async () => {
    expect(await told({ look: showing(['2', 'end']), lastEventId: '2' })).toEqual([textOf('end')]);
  });

  it('gives a sign of life when nothing happens for long', async () => {
    const states = [...Array.from({ length: 40 }, () => '1'), 'end'];
    expect(await told({ look: showing(states), lastEventId: undefined })).toEqual([
      textOf('1'),
      HEARTBEAT,
      textOf('end'),
    ]);
  });

  it('ends when the client goes, and when what is watched is gone', async () => {
    const gone = new AbortController();
    const look: Watch['look'] = () => {
      gone.abort();
      return Promise.resolve({ id: '1', event: 'progress', data: {}, isLast: false });
    };
    expect(await told({ look, lastEventId: '1' }, gone.signal)).toEqual([]);
    expect(await told({ look: () => Promise.resolve(undefined), lastEventId: undefined })).toEqual([]);
  });
});
