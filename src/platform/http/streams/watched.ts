import { setTimeout as wait } from 'node:timers/promises';
import { eventText, HEARTBEAT, type StreamEvent } from './event-stream';

/** What is watched, and how. */
export interface Watch {
  /** The state as an event; undefined when it is gone. */
  readonly look: () => Promise<(StreamEvent & { readonly isLast: boolean }) | undefined>;
  /** The event that the client has seen. */
  readonly lastEventId: string | undefined;
  /** Between two looks; ends at once when the signal is aborted. */
  readonly pause?: (signal: AbortSignal) => Promise<void>;
}

/** Half a second: often enough for a bar that moves, rarely enough for hundreds who watch. */
const PAUSE_MS = 500;
/** Looks without news before a sign of life: 15 seconds. */
const LOOKS_TO_HEARTBEAT = 30;

/** Tells each new state of something until the last one. The database is asked: whichever process does the work. */
export async function* watched({ look, lastEventId, pause = halfASecond }: Watch, signal: AbortSignal) {
  let seen = lastEventId;
  for (let silent = 0; !signal.aborted; silent += 1) {
    const state = await look();
    if (!state) return;
    if (state.id !== seen) {
      yield eventText(state);
      [seen, silent] = [state.id, 0];
    } else if (silent >= LOOKS_TO_HEARTBEAT) {
      yield HEARTBEAT;
      silent = 0;
    }
    if (state.isLast) return;
    await pause(signal);
  }
}

async function halfASecond(signal: AbortSignal): Promise<void> {
  try {
    await wait(PAUSE_MS, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
