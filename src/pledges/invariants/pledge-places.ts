import type { Invariant, InvariantContext, Violation } from '../../platform/invariants/invariant';
import { lookTwice, MOST_VIOLATIONS } from '../../platform/invariants/scan';
import { countOf } from '../../platform/invariants/stored-instances';

/** States of a pledge that came to nothing: the unit may pledge again. */
const FREES_ITS_PLACE = "('refused', 'withdrawn', 'discontinued')";

/** A unit, like a person, has at most one pledge that stands in a campaign: each of these holds the one place, and no other does. */
export const onePledgePerUnit: Invariant = {
  name: 'one-pledge-per-unit',
  promise: 2,
  describe: {
    vi: 'Trong một phong trào, mỗi đơn vị, mỗi cá nhân chỉ có một bản đăng ký đang có hiệu lực.',
    en: 'A unit, and a person, has at most one standing pledge in a campaign.',
  },
  check: async (context) => {
    context.checked(await countOf(context.reads, 'pledges'));
    return lookTwice(async () => [...(await withoutPlace(context)), ...(await withoutPledge(context))]);
  },
};

async function withoutPlace({ reads }: InvariantContext): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string }>(
    `SELECT p.id FROM pledges p
     LEFT JOIN pledge_places place
       ON place.pledge_id = p.id AND place.campaign_id = p.campaign_id AND place.unit_id = p.unit_id
     LEFT JOIN people m ON m.id = p.person_id
     LEFT JOIN pledge_person_places own ON own.pledge_id = p.id AND own.campaign_id = p.campaign_id
       AND own.person_id = COALESCE(m.merged_into_id, p.person_id)
     WHERE p.state NOT IN ${FREES_ITS_PLACE}
       AND CASE WHEN p.person_id IS NULL THEN place.pledge_id ELSE own.pledge_id END IS NULL
     ORDER BY p.id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id }) => ({
    subject: `pledge ${id}`,
    message: "stands without its unit's place in the campaign",
  }));
}

async function withoutPledge({ reads }: InvariantContext): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string }>(
    `SELECT place.pledge_id AS "id"
     FROM (SELECT pledge_id, unit_id, NULL AS person_id FROM pledge_places
           UNION ALL SELECT pledge_id, NULL AS unit_id, person_id FROM pledge_person_places) place
     LEFT JOIN pledges p ON p.id = place.pledge_id AND p.state NOT IN ${FREES_ITS_PLACE}
     LEFT JOIN people m ON m.id = p.person_id
     WHERE p.id IS NULL
       OR COALESCE(m.merged_into_id, p.person_id, '') <> COALESCE(place.person_id, '')
     ORDER BY place.pledge_id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id }) => ({ subject: `pledge ${id}`, message: 'holds a place in a campaign and does not stand' }));
}
