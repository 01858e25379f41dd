import { checkAnchors } from '../../persistence/event-anchors';
import type { Invariant } from '../invariant';
import { countOf } from '../stored-instances';

/** The anchors of the days fit the events and each other. */
export const eventAnchors: Invariant = {
  name: 'event-anchors',
  promise: 9,
  describe: {
    vi: 'Mã neo của mỗi ngày khớp với các sự kiện của ngày đó và với ngày trước.',
    en: 'The anchor of every day fits the events of that day and the anchor before.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, 'event_anchors'));
    const broken = await checkAnchors(reads);
    return broken.map(({ day, reason }) => ({
      subject: `anchor ${day}`,
      message:
        reason === 'events' ? 'the events of the day are others than were anchored' : 'another anchor precedes it',
    }));
  },
};
