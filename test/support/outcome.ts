/** True when a test of this file has failed so far. For `afterAll`: what a failed test left behind is kept. */
export function hasFailedTest(): boolean {
  return (globalThis as { thiduaTestFailed?: boolean }).thiduaTestFailed === true;
}
