const DEADLINE_MS = 10_000;
const PAUSE_MS = 10;

/** Waits until the assertion holds; throws what it threw last when it still does not after ten seconds. */
export async function eventually(assertion: () => void | Promise<void>): Promise<void> {
  const end = performance.now() + DEADLINE_MS;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
