import { instant } from '../../../workflows/kernel';
import { duration, later, localMoment, moment } from './moment';

describe(moment.name, () => {
  it('reads a time in Vietnam, and an instant', () => {
    expect(moment('2024-01-19 14:00')).toBe('2024-01-19T07:00:00.000Z');
    expect(moment('2024-01-19T07:00:00.000Z')).toBe('2024-01-19T07:00:00.000Z');
  });

  it.each(['2024-01-19', '19/01/2024 14:00', '2024-01-19 24:00', '2024-13-19 14:00'])('refuses %s', (given) => {
    expect(() => moment(given)).toThrow(RangeError);
  });

  it('is written as people write it, whatever the zone of the machine', () => {
    expect(localMoment(instant('2024-01-18T17:05:00.000Z'))).toBe('19/01/2024 00:05');
  });
});

describe(duration.name, () => {
  it.each([
    ['3 days', '2024-01-05T00:00:00.000Z'],
    ['1 hour', '2024-01-02T01:00:00.000Z'],
    ['90 minutes', '2024-01-02T01:30:00.000Z'],
  ])('moves on by %s', (given, moved) => {
    expect(later(instant('2024-01-02T00:00:00.000Z'), duration(given))).toBe(moved);
  });

  it.each(['3', 'days', '-1 days', '1.5 days', '2 weeks'])('refuses %s', (given) => {
    expect(() => duration(given)).toThrow(RangeError);
  });
});
