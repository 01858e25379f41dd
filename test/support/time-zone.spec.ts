describe('the zone of the test run', () => {
  it('is neither Vietnam nor UTC', () => {
    expect(new Date('2024-01-19T17:00:00.000Z').getTimezoneOffset()).toBe(210);
  });
});
