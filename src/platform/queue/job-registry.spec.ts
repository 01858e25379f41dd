import type { JobHandler } from './job-handler';
import { DEFAULT_JOB_POLICY } from './job-policy';
import { JobRegistry } from './job-registry';

class Payload {}

function aHandler(job: string, source = 'Some.method', policy = DEFAULT_JOB_POLICY): JobHandler {
  return { job, source, policy, payload: Payload, handle: () => Promise.resolve() };
}

describe(JobRegistry.name, () => {
  it('finds the one handler of a name', () => {
    const registry = new JobRegistry().fill(
      [aHandler('send-mail', 'Mail.send'), aHandler('tell')],
      [{ job: 'tell', neededBy: 'planner' }],
    );
    expect(registry.find('send-mail')?.source).toBe('Mail.send');
    expect(registry.find('unknown')).toBeUndefined();
    expect(registry.all()).toHaveLength(2);
  });

  it('refuses two handlers for one name and names both', () => {
    expect(() => new JobRegistry().fill([aHandler('tell', 'A.one'), aHandler('tell', 'B.two')])).toThrow(
      /"tell" is handled by A\.one and B\.two: keep one @OnJob/,
    );
  });

  it('refuses a name that somebody asks for and nobody handles, and says how to mend it', () => {
    const required = ['campaign@1', 'campaign@2'].map((neededBy) => ({ job: 'announce-campaign', neededBy }));
    expect(() => new JobRegistry().fill([], required)).toThrow(
      /"announce-campaign" has no handler, but campaign@1, campaign@2 asks for it: add a method with @OnJob\(\{ job: 'announce-campaign'/,
    );
  });

  it('names every problem at once', () => {
    const handlers = [aHandler('Tell'), aHandler('slow', 'S.low', { ...DEFAULT_JOB_POLICY, timeoutMs: 90_000 })];
    expect(() => new JobRegistry().fill(handlers, [{ job: 'gone', neededBy: 'x' }])).toThrow(
      /kebab-case[\s\S]*S\.low \(slow\): timeoutMs[\s\S]*"gone" has no handler/,
    );
  });
});
