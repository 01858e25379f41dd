import type { Actor } from '../../src/platform/auth/actor';
import { ROLES, type Role } from '../../src/platform/auth/permission';
import { recoveryIdOf } from '../../src/awards';
import { insertRecovery } from '../../src/awards/recoveries/recoveries.repository';
import { derivedId } from '../../src/platform/ids';
import { UnitOfWork } from '../../src/platform/persistence';
import { dong } from '../../workflows/kernel';
import type { AccessApp, SeatAt } from './access-app';

/** A unit with everything that can hang on one, and who holds which seat there. */
export interface Place {
  /** Its mark: part of every name and text of the place. */
  readonly mark: string;
  readonly unitId: string;
  readonly councilId: string;
  /** Ids of what belongs to the place, by kind; the unit is left out, since plans of campaigns name it. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** By role. */
  readonly tokens: Readonly<Record<Role, string>>;
  readonly actors: Readonly<Record<Role, Actor>>;
}

const LONG_AGO = '2020-01-01';
const DATED = '2024-11-01';

/** Adds a unit below another one; answers its id. */
export function aUnit(world: AccessApp, mark: string, level: string, parentId?: string): Promise<string> {
  const unit = { code: `DV-${mark}`, name: `Đơn vị ${mark}`, kind: 'other', level, validFrom: LONG_AGO };
  return world.accepted('unit.add', { ...unit, ...(parentId ? { parentId } : {}) });
}

/** What a place is made of. */
export interface PlaceToBe {
  readonly mark: string;
  readonly unitId: string;
  /** Units that take part in its campaign; itself when absent. */
  readonly takesPart?: readonly string[];
  /** The place whose campaign it joins, and to whom it submits a dossier. */
  readonly above?: Place;
}

/** Fills a unit: people, accounts, a council, a campaign, pledges, dossiers, a sitting, a decision, a freeze. */
export async function settle(world: AccessApp, place: PlaceToBe): Promise<Place> {
  return new Settling(world, place).done();
}

class Settling {
  private readonly ids: Partial<Record<string, string[]>> = {};
  private readonly tokens: Partial<Record<Role, string>> = {};
  private readonly actors: Partial<Record<Role, Actor>> = {};
  private people: string[] = [];
  private councilId = '';

  private readonly mark: string;
  private readonly unitId: string;

  constructor(
    private readonly world: AccessApp,
    private readonly place: PlaceToBe,
  ) {
    this.mark = place.mark;
    this.unitId = place.unitId;
  }

  async done(): Promise<Place> {
    await this.register();
    const campaignId = await this.campaign();
    const office = this.as('standingOffice');
    await this.pledge(campaignId, office);
    const caseId = await this.listedCase(this.unitId, office);
    await this.sitting(caseId);
    await this.opinions(caseId, office);
    await this.decision(caseId);
    await this.presentations(caseId);
    await this.freeze();
    await this.history();
    await this.statement();
    await this.wishes();
    await this.following(campaignId);
    await this.scoring();
    const { above } = this.place;
    if (above) {
      await this.pledge(above.ids.campaigns?.[0] ?? '', above.actors.standingOffice);
      const caseAbove = await this.listedCase(above.unitId, above.actors.standingOffice);
      await this.opinion({ caseId: caseAbove }, above.actors.standingOffice);
    }
    await this.world.drain();
    await this.notices();
    const { mark, unitId, councilId, ids } = this;
    const seated = { tokens: this.tokens as Place['tokens'], actors: this.actors as Place['actors'] };
    return { mark, unitId, councilId, ids: ids as Place['ids'], ...seated };
  }

  private async add(kind: string, type: string, input: object, actor?: Actor): Promise<string> {
    const id = await this.world.accepted(type, input, undefined, actor);
    (this.ids[kind] ??= []).push(id);
    return id;
  }

  private as(role: Role): Actor {
    const actor = this.actors[role];
    if (!actor) throw new Error(`${this.mark} has no ${role}`);
    return actor;
  }

  private async register(): Promise<void> {
    const { mark, unitId } = this;
    for (const number of [1, 2, 3]) {
      const nationalId = `0311${mark.charCodeAt(3)}00000${number}`.padEnd(12, '0').slice(0, 12);
      const person = { name: `Người ${mark} ${number}`, nationalId, birthday: '1980-05-19' };
      this.people.push(await this.add('people', 'person.add', { ...person, unitId }));
    }
    await this.add('collectives', 'collective.add', { name: `Tổ ${mark}`, unitId });
    await this.add('households', 'household.add', { headName: `Hộ ${mark}`, address: `Ngõ ${mark}`, unitId });
    const council = { code: `HD-${mark}`, name: `Hội đồng ${mark}`, kind: 'fullCouncil', unitId };
    this.councilId = await this.add('councils', 'council.found', council);
    for (const [index, seat] of ['chair', 'member', 'secretary'].entries()) {
      const membership = { personId: this.people[index], seat, validFrom: LONG_AGO };
      await this.world.accepted('council.seatMember', membership, this.councilId);
    }
    for (const role of ROLES) await this.account(role);
    this.ids.users?.push(await this.world.aUser(`khach.${mark.toLowerCase()}`, unitId, []));
  }

  private async account(role: Role): Promise<void> {
    const { world, unitId, councilId } = this;
    const inCouncil = role === 'councilChair' || role === 'councilMember';
    const personId = { councilChair: this.people[0], councilMember: this.people[1] }[role as 'councilChair'];
    const seat: SeatAt = { role, unitId, ...(inCouncil ? { councilId } : {}) };
    const login = `${role.toLowerCase()}.${this.mark.toLowerCase()}`;
    const userId = await world.aUser(login, unitId, [seat], personId);
    (this.ids.users ??= []).push(userId);
    const { token } = await world.aToken(userId);
    this.tokens[role] = token;
    this.actors[role] = await world.actorOf(token);
  }

  private async campaign(): Promise<string> {
    const { world, mark, unitId } = this;
    const plan = planOf(mark, unitId, this.place.takesPart ?? [unitId]);
    await this.add('draftCampaigns', 'campaign.draft', { ...plan, code: `NHAP-${mark}` }, this.as('standingOffice'));
    const id = await this.add('campaigns', 'campaign.draft', plan, this.as('standingOffice'));
    await world.accepted('campaign.submit', {}, id, this.as('standingOffice'));
    const approval = { number: '15', symbol: 'KH-UBND', approvedOn: '2024-01-19' };
    await world.accepted('campaign.approve', approval, id, this.as('decidingAuthority'));
    return world.accepted('campaign.launch', {}, id, this.as('decidingAuthority'));
  }

  /** A registered pledge with a verified report. */
  private async pledge(campaignId: string, office: Actor): Promise<void> {
    const { world, mark, unitId } = this;
    const officer = this.as('unitOfficer');
    const values = [{ measureCode: 'm', value: '60', reason: `Lý do ${mark}` }];
    const draft = { campaignId, unitId, kind: 'registration', values };
    const id = await this.add('pledges', 'pledge.draft', draft, officer);
    await world.accepted('pledge.sign', { unitId }, id, this.as('unitHead'));
    await world.accepted('pledge.submit', {}, id, officer);
    await world.accepted('pledge.accept', {}, id, office);
    const report = { period: '2024-Q1', asOf: '2024-03-31', values: [{ measureCode: 'm', value: '61' }] };
    await world.accepted('pledge.report', report, id, officer);
    const [row] = await world.rows<{ id: string }>('SELECT id FROM progress_reports WHERE pledge_id = ?', [id]);
    (this.ids.reports ??= []).push(row?.id ?? '');
    await world.accepted('pledge.verify', { reportId: row?.id, values: [] }, id, office);
    const stated = { campaignId, unitId, of: 1, reached: 1, exceeded: 0, asOf: '2024-03-31' };
    await this.add('result-statements', 'resultStatement.record', { ...stated, paperTitle: `Báo cáo ${mark}` }, office);
  }

  /** A case in a dossier of its own that goes to this unit, appraised and listed for the council. */
  private async listedCase(authorityUnitId: string, office: Actor): Promise<string> {
    const { world, mark, unitId } = this;
    const officer = this.as('unitOfficer');
    const head = { unitId, authorityUnitId, number: world.next(`TTr-${mark}-`), datedOn: DATED };
    const dossier = { ...head, signerTitle: `Chủ tịch ${mark}` };
    const dossierId = await this.add('dossiers', 'dossier.draft', dossier, officer);
    for (const [code, title] of [
      ['BAO_CAO', 'Báo cáo'],
      ['BIEN_BAN', 'Biên bản'],
    ] as const) {
      const paper = { code, title: `${title} ${mark}`, number: '45/BC', issuer: `UBND ${mark}`, date: DATED };
      await world.accepted('dossier.addPaper', paper, dossierId, officer);
    }
    const nomination = {
      ...{ dossierId, subject: { kind: 'person', id: this.people[2] }, tier: 'GK', commendation: 'merit' },
      ...{ achievementId: derivedId('achievement', dossierId), achievedFrom: '2024-01-01', achievedTo: '2024-10-31' },
    };
    const caseId = await this.add('cases', 'award.draft', nomination, officer);
    await world.accepted('dossier.submit', {}, dossierId, officer);
    await world.accepted('dossier.receive', {}, dossierId, office);
    await this.gap(dossierId, office);
    await world.accepted('dossier.markComplete', {}, dossierId, office);
    await world.drain();
    await world.accepted('award.assign', { officerId: derivedId('officer', mark) }, caseId, office);
    await world.accepted('award.appraise', { finding: 'met', eligible: true }, caseId, office);
    await world.accepted('award.list', {}, caseId, office);
    return caseId;
  }

  /** Something that the dossier lacked, and that was added. */
  private async gap(dossierId: string, office: Actor): Promise<void> {
    const { world, mark } = this;
    await world.accepted('dossier.noteGap', { text: `Thiếu giấy tờ ${mark}` }, dossierId, office);
    const [row] = await world.rows<{ id: string }>('SELECT id FROM dossier_gaps WHERE dossier_id = ?', [dossierId]);
    (this.ids.gaps ??= []).push(row?.id ?? '');
    await world.accepted('dossier.settleGap', { gapId: row?.id }, dossierId, office);
  }

  /** A consolidated list of the case, and what the public is asked about it. */
  private async opinions(caseId: string, office: Actor): Promise<void> {
    const list = { authorityUnitId: this.unitId, caseIds: [caseId] };
    await this.add('consolidations', 'consolidation.draft', list, office);
    await this.opinion({ caseId }, office);
  }

  /** The names are published, and somebody objected. */
  private async opinion(target: object, office: Actor): Promise<void> {
    const { world, mark } = this;
    const asked = { kind: 'publicComment', askedBody: `Nhân dân ${mark}`, place: `Trụ sở ${mark}` };
    const days = { opensOn: DATED, dueOn: '2024-11-30' };
    const id = await this.add('consultations', 'consultation.open', { ...target, ...asked, ...days }, office);
    const objection = { text: `Kiến nghị ${mark}`, receivedOn: DATED };
    await world.accepted('consultation.recordObjection', objection, id, office);
  }

  /** How its head wants to be told. */
  private async wishes(): Promise<void> {
    await this.add('preferences', 'preferences.set', { mail: 'daily' }, this.as('unitHead'));
  }

  /** The council sits and votes for the case. */
  private async sitting(caseId: string): Promise<void> {
    const { world, councilId } = this;
    const [office, chair, member] = [this.as('standingOffice'), this.as('councilChair'), this.as('councilMember')];
    await this.add('quotas', 'quota.open', { councilId, tier: 'CSTDCS', places: 2 }, office);
    const base = { tier: 'CO_CP', unitId: this.unitId, year: 2024, base: 5, source: `Nguồn ${this.mark}` };
    await this.add('tier-quotas', 'tierQuota.stateBase', base, office);
    const schedule = { councilId, meetsOn: '2024-11-15', kind: 'fullCouncil' };
    const id = await this.add('reviews', 'review.schedule', schedule, office);
    await world.accepted('review.putOnAgenda', { caseIds: [caseId] }, id, office);
    await world.drain();
    const members = await world.rows<{ id: string }>(
      'SELECT id FROM council_members WHERE council_id = ? ORDER BY ordinal',
      [councilId],
    );
    await world.accepted('review.convene', { presentIds: members.map((each) => each.id) }, id, office);
    const [item] = await world.rows<{ id: string }>('SELECT id FROM review_items WHERE review_id = ?', [id]);
    (this.ids.items ??= []).push(item?.id ?? '');
    await world.accepted('review.openBallot', { itemIds: [item?.id] }, id, office);
    for (const voter of [chair, member]) {
      await world.accepted('review.cast', { itemId: item?.id, choice: 'inFavour' }, id, voter);
    }
    await world.accepted('review.closeBallot', { itemIds: [item?.id] }, id, office);
    await world.accepted('review.count', {}, id, office);
    await world.accepted('review.minute', { on: '2024-11-15' }, id, office);
    for (const index of [0, 2]) {
      await world.accepted('review.sign', { memberId: members[index]?.id, onPaper: true }, id, office);
    }
    await world.accepted('review.close', {}, id, office);
    await world.drain();
    await this.add('reviews', 'review.schedule', { ...schedule, meetsOn: '2024-12-15' }, office);
  }

  private async decision(caseId: string): Promise<void> {
    const draft = { authorityUnitId: this.unitId, caseIds: [caseId] };
    await this.add('decisions', 'decision.draft', draft, this.as('standingOffice'));
  }

  /** A ceremony and a payment list with a case, books of a fund, and something that has to come back. */
  private async presentations(caseId: string): Promise<void> {
    const { world, mark, unitId } = this;
    const office = this.as('standingOffice');
    const ceremony = { unitId, heldOn: DATED, place: `Hội trường ${mark}`, presenter: `Lãnh đạo ${mark}` };
    const payment = { unitId, paidOn: DATED, paper: `DS-${mark}` };
    const ceremonyId = await this.add('ceremonies', 'ceremony.plan', ceremony, office);
    await world.accepted('ceremony.list', { caseIds: [caseId] }, ceremonyId, office);
    const paymentId = await this.add('payment-lists', 'payment.plan', payment, office);
    await world.accepted('payment.list', { caseIds: [caseId] }, paymentId, office);
    const fundId = await this.add('fund', 'fund.open', { unitId, year: 2024 }, office);
    const budget = { source: 'budget', amount: '1000000', bookedOn: DATED, paper: `QĐ-${mark}` };
    await world.accepted('fund.receive', budget, fundId, office);
    const recovery = { caseId, unitId, isArtefactDue: true, moneyDue: dong('0'), openedAt: world.clock.now() };
    const [unit] = await world.rows<{ path: string }>('SELECT path FROM units WHERE id = ?', [unitId]);
    const id = recoveryIdOf(caseId);
    await world.get(UnitOfWork).run((tx) => insertRecovery(tx, { ...recovery, id, unitPath: unit?.path ?? '' }));
    (this.ids.recoveries ??= []).push(id);
  }

  private async freeze(): Promise<void> {
    const [, , subjectId] = this.people;
    const freeze = { subjectKind: 'person', subjectId, startsOn: '2024-12-01', reason: `Đơn thư ${this.mark}` };
    await this.add('freezes', 'subject.freeze', freeze, this.as('standingOffice'));
  }

  /** An example to follow, how many are wanted, and how the campaign is made known. */
  private async following(campaignId: string): Promise<void> {
    const { world, mark, unitId } = this;
    const office = this.as('standingOffice');
    const what = { kind: 'model', title: `Mô hình ${mark}`, field: 'economy', foundOn: DATED };
    const account = `Cách làm hay của ${mark}`;
    await this.add('examples', 'example.find', { ...what, unitId, account }, this.as('unitOfficer'));
    const target = {
      name: `Chỉ tiêu ${mark}`,
      unitId,
      kinds: ['model'],
      stage: 'found',
      direction: 'atLeast',
      value: 1,
    };
    await this.add('example-targets', 'exampleTarget.set', target, office);
    const planId = await this.add('publicity-plans', 'publicity.plan', { campaignId, paper: `KH-${mark}` }, office);
    const due = { channel: 'portal', chargedUnitId: unitId, cadence: 'once', dueOn: DATED };
    await world.accepted('publicity.addPiece', { code: 'T1', content: `Bài viết ${mark}`, ...due }, planId, office);
    const report = { code: 'T1', asOf: DATED, value: '1', reference: `BC-${mark}` };
    await world.accepted('publicity.report', report, planId, this.as('unitOfficer'));
  }

  private async statement(): Promise<void> {
    const { mark, unitId } = this;
    const figure = { code: 'n', label: `Số liệu ${mark}`, value: '1' };
    const head = { title: `Bản tin ${mark}`, source: `Cổng thông tin ${mark}`, asOf: '2024-11-15', axis: 'decision' };
    await this.add(
      'statements',
      'statement.publish',
      { ...head, unitId, figures: [figure] },
      this.as('standingOffice'),
    );
  }

  /** What a person of the place has behind it, in every register of history. */
  private async history(): Promise<void> {
    const { mark, unitId } = this;
    const [, , subjectId] = this.people;
    const office = this.as('standingOffice');
    const subject = { subjectKind: 'person', subjectId };
    const paper = { number: `1/${mark}`, issuer: `UBND ${mark}`, date: '2022-12-20' };
    const rating = { period: 'calendarYear', year: 2022, rating: 'good', ratedBy: `UBND ${mark}` };
    await this.add('ratings', 'rating.record', { ...subject, ...rating }, office);
    const decision = { number: '1', symbol: 'QĐ', issuer: `UBND ${mark}`, issuedOn: '2022-12-20' };
    const awards = [{ ...subject, tier: 'CSTDCS' }];
    await this.add('decision-records', 'decisionRecord.enter', { ...decision, awards }, office);
    const initiative = { title: `Sáng kiến ${mark}`, kind: 'initiative', scope: 'unit', authors: [subject], paper };
    await this.add('initiatives', 'initiative.record', initiative, office);
    const measure = { form: 'reprimand', from: '2020-01-01', until: '2020-12-31', paper };
    await this.add('disciplines', 'discipline.record', { ...subject, ...measure }, office);
    const period = { periodFrom: '2024-01-01', periodTo: '2024-10-31', receivedOn: '2024-11-01' };
    const rows = [{ name: `Người ${mark} 3`, unitText: `Đơn vị ${mark}`, what: `Vi phạm ${mark}` }];
    const list = { unitId, agency: `Công an ${mark}`, ...period, paper, rows };
    await this.add('violation-lists', 'violationList.receive', list, office);
  }

  /** A cluster of the place alone, which nobody heads, its sheet, and its score that was handed in. */
  private async scoring(): Promise<void> {
    const { mark, unitId } = this;
    const office = this.as('standingOffice');
    const days = { period: '2024', periodType: 'calendarYear', startsOn: '2024-01-01', endsOn: '2024-12-31' };
    const cluster = { ...days, code: `CUM-${mark}`, name: `Cụm ${mark}`, unitId, memberIds: [unitId] };
    const clusterId = await this.add('clusters', 'cluster.found', cluster, office);
    const criteria = [{ code: '1', name: `Tiêu chí ${mark}`, kind: 'score', method: 'given', maxPoints: '10' }];
    const sheet = { unitId, code: `BCD-${mark}`, name: `Bảng chấm điểm ${mark}`, criteria, roundTo: 2 };
    const sheetId = await this.add('scoring-sheets', 'scoringSheet.define', sheet, office);
    await this.world.accepted('scoringSheet.useIn', { clusterId }, sheetId, office);
    const score = { clusterId, unitId, entries: [{ criterionCode: '1', value: '9' }] };
    const scoreId = await this.add('scores', 'score.draft', score, this.as('unitOfficer'));
    await this.world.accepted('score.handIn', {}, scoreId, this.as('unitHead'));
  }

  private async notices(): Promise<void> {
    const rows = await this.world.rows<{ id: string }>(
      'SELECT n.id FROM notices n JOIN users u ON u.id = n.user_id WHERE u.unit_id = ?',
      [this.unitId],
    );
    this.ids.notices = rows.map(({ id }) => id);
  }
}

function planOf(mark: string, unitId: string, unitIds: readonly string[]): object {
  const plan = { name: `Kế hoạch ${mark}`, value: '60' };
  const measure = { code: 'm', name: `Tiêu chí ${mark}`, isMandatory: true, unit: '%', direction: 'atLeast' };
  return {
    ...{ code: `PT-${mark}`, name: `Phong trào ${mark}`, kind: 'regular', periodType: 'calendarYear' },
    ...{ startsOn: '2024-01-01', endsOn: '2024-12-31', issuerIds: [unitId], unitIds, rounds: [] },
    indicators: [{ code: '1', name: `Chỉ tiêu ${mark}`, measures: [{ ...measure, plans: [plan] }] }],
    allocations: [],
  };
}
