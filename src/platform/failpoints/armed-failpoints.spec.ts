import { ArmedFailpoints, FailpointError, failpointsOf } from './armed-failpoints';
import { parseFailpoint } from './armed-failpoint';
import { NoFailpoints } from './failpoints';

describe(ArmedFailpoints.name, () => {
  it('kills at the place and the pass it was armed for, and nowhere else', () => {
    const kill = jest.fn();
    const failpoints = new ArmedFailpoints([parseFailpoint('relay.afterClaim:2')], kill);
    failpoints.hit('relay.afterClaim');
    failpoints.hit('relay.afterEnqueue');
    expect(kill).not.toHaveBeenCalled();
    failpoints.hit('relay.afterClaim');
    failpoints.hit('relay.afterClaim');
    expect(kill).toHaveBeenCalledTimes(1);
  });

  it('throws instead when told to', () => {
    const failpoints = failpointsOf(['job.beforeHandler=throw']);
    expect(() => failpoints.hit('job.beforeHandler')).toThrow(FailpointError);
  });

  it('does nothing when no place is armed', () => {
    expect(failpointsOf([])).toBeInstanceOf(NoFailpoints);
  });

  it.each(['relay.afterclaim', 'relay.afterClaim:0', 'relay.afterClaim=explode', ''])('refuses "%s"', (text) => {
    expect(() => parseFailpoint(text)).toThrow(RangeError);
  });
});
