/** The plan of a small campaign, as HTTP takes it. */
export function plan(code: string, unitId: string): Readonly<Record<string, unknown>> {
  return {
    code,
    name: `Phong trào thi đua mẫu ${code}`,
    kind: 'thematic',
    periodType: 'severalYears',
    startsOn: '2026-01-01',
    endsOn: '2030-12-31',
    issuerIds: [unitId],
    unitIds: [unitId],
    rounds: [],
    indicators: [
      {
        code: '1',
        name: 'Tiêu chí mẫu',
        measures: [
          {
            code: '1',
            name: 'Mục tiêu mẫu',
            isMandatory: true,
            unit: '%',
            direction: 'atLeast',
            plans: [{ name: 'Kế hoạch mẫu', value: '90' }],
          },
        ],
      },
    ],
    allocations: [],
  };
}
