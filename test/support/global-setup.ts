import { probePostgres } from './postgres';

/**
 * Runs the tests in a zone that is not Vietnam's, not UTC and not a whole hour away from either:
 * what depends on the machine's zone fails here. Workers inherit the environment.
 */
export default async function globalSetup(): Promise<void> {
  process.env.TZ = 'America/St_Johns';
  await probePostgres();
}
