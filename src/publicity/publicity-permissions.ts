import type { Permission } from '../platform/auth/permission';

/** Whoever runs the campaign plans; whoever is in charge of a piece reports on it. Measured on the unit of each. */
export function publicityPermissions(command: string): readonly Permission[] {
  return command === 'publicity.report' || command === 'publicity.withdrawReport'
    ? ['publicity.report', 'campaign.run', 'system']
    : ['campaign.run', 'system'];
}
