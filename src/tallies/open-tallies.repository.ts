import { readInFlight, type RowReader } from '../platform/persistence';
import { instanceIdsOf } from '../platform/runner/workflow-effects.payload';
import type { TallyCampaignPayload } from './dto/tally-campaign.payload';
import type { TallyPersonPayload } from './dto/tally-person.payload';
import { readCasesOfPeople } from './ledger.repository';
import { TALLY_PERSON } from './merged-people';

/** Messages that are on their way and not done. */
const openOf = (job: string): string => `FROM outbox WHERE job = '${job}' AND done_at IS NULL AND dead_at IS NULL`;

/** Messages to count a case that are on their way and not done. */
const OPEN = openOf('tally-campaign');

interface Message {
  readonly payload: string;
}

/** Cases whose turn to be counted has come, each once, at most so many. */
export async function openTallyCases(rows: RowReader, most: number): Promise<readonly string[]> {
  return casesOf((await readInFlight(rows, 'tally-campaign', most)) as readonly TallyCampaignPayload[]);
}

/** All cases that wait to be counted, whether on their way or not handed over yet; what was given up on waits for nobody. */
export async function uncountedCases(rows: RowReader): Promise<ReadonlySet<string>> {
  const ofPeople = await rows.rows<Message>(`SELECT payload ${openOf(TALLY_PERSON)}`);
  const people = ofPeople.map(({ payload }) => (JSON.parse(payload) as TallyPersonPayload).personId);
  return new Set([...casesOf(await openMessages(rows)), ...(await readCasesOfPeople(rows, people))]);
}

async function openMessages(rows: RowReader): Promise<readonly TallyCampaignPayload[]> {
  const messages = await rows.rows<Message>(`SELECT payload ${OPEN}`);
  return messages.map(({ payload }) => JSON.parse(payload) as TallyCampaignPayload);
}

function casesOf(payloads: readonly TallyCampaignPayload[]): readonly string[] {
  return [...new Set(payloads.filter(({ workflow }) => workflow === 'award').flatMap(instanceIdsOf))];
}
