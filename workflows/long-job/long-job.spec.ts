import { addCounts, isOver, LONG_JOB_STATES, mayCancel, mayResume, MOST_FAILURES, stateAfterFailure } from './long-job';

describe('long work', () => {
  it.each([
    ['queued', { over: false, cancel: true, resume: false }],
    ['running', { over: false, cancel: true, resume: false }],
    ['done', { over: true, cancel: false, resume: false }],
    ['failed', { over: true, cancel: true, resume: true }],
    ['cancelled', { over: true, cancel: false, resume: false }],
  ] as const)('that is %s', (state, expected) => {
    expect({ over: isOver(state), cancel: mayCancel(state), resume: mayResume(state) }).toEqual(expected);
  });

  it('stops after so many failures in a row and not before', () => {
    expect(stateAfterFailure('running', MOST_FAILURES - 1)).toBe('running');
    expect(stateAfterFailure('running', MOST_FAILURES)).toBe('failed');
  });

  it('adds up what became of its rows', () => {
    expect(addCounts({ accepted: 2 }, { accepted: 1, refused: 3 })).toEqual({ accepted: 3, refused: 3 });
  });

  it('has five states', () => {
    expect(LONG_JOB_STATES).toHaveLength(5);
  });
});
