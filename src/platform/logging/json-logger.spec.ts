import { JsonLogger } from './json-logger';

const captured = (level: ConstructorParameters<typeof JsonLogger>[0] = 'info') => {
  const lines: string[] = [];
  const logger = new JsonLogger(level, { write: (line) => void lines.push(line) });
  return { logger, lines, parsed: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

describe(JsonLogger.name, () => {
  it('writes one JSON object a line with level, time and message', () => {
    const { logger, parsed } = captured();
    logger.event('warn', 'relay is behind', { lagMs: 12 });
    expect(parsed()).toEqual([{ level: 'warn', time: expect.stringMatching(/Z$/), lagMs: 12, msg: 'relay is behind' }]);
  });

  it('takes the context from what Nest says', () => {
    const { logger, parsed } = captured();
    logger.log('started', 'Nest');
    logger.error(new Error('broken'), 'a stack', 'Relay');
    expect(parsed()).toMatchObject([
      { msg: 'started', context: 'Nest' },
      { msg: 'broken', context: 'Relay', err: { type: 'Error', message: 'broken' } },
    ]);
  });

  it('is quiet about wiring and below its level', () => {
    const { logger, lines } = captured();
    logger.log('Mapped {/x, GET} route', 'RouterExplorer');
    logger.debug('detail');
    expect(lines).toEqual([]);
  });

  it('never writes a token, a body or a choice', () => {
    const { logger, lines } = captured('trace');
    logger.log({ body: 'SECRET-1', nested: { choices: ['SECRET-2'] } }, 'Http');
    logger.warn('header was Authorization: Bearer SECRET-3');
    logger.event('info', 'cast', {
      token: 'SECRET-4',
      err: Object.assign(new Error('x'), { parameters: ['SECRET-5'] }),
    });
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain('SECRET');
  });
});
