import { Injectable } from '@nestjs/common';
import { localDateOf } from '../../../workflows/kernel';
import type { Layer, Rulebook, SubjectKind, Tier } from '../../../workflows/rulebook';
import { Clock } from '../../platform/clock';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { RulebooksService } from '../rulebooks.service';
import type {
  LayerResponse,
  RulebookListResponse,
  RulebookResponse,
  RulebookSummary,
  RulebookTierResponse,
} from './dto/rulebook.response';
import { countsByStatus, rowsAtPlace, rowsOfRulebook, type RulebookRow } from './rulebook-rows';

/** Shows the rulebooks with their sources. */
@Injectable()
export class RulebookViewsQueries {
  constructor(
    private readonly rulebooks: RulebooksService,
    private readonly clock: Clock,
  ) {}

  /** Every rulebook by its dates, every layer, and which of them end soon. */
  list(): RulebookListResponse {
    const { hash, rulebooks, layers = [] } = this.rulebooks.release();
    return {
      release: hash,
      items: rulebooks.map((rulebook) => summaryOf(rulebook, rowsOfRulebook(rulebook))),
      layers: layers.map(layerResponse),
      endings: this.rulebooks.endingsNear(localDateOf(this.clock.now())),
    };
  }

  /** One rulebook with all its rows. Throws NotFoundError. */
  one(id: string): RulebookResponse {
    const rulebook = this.rulebooks.release().rulebooks.find((each) => each.id === id);
    if (!rulebook) throw new NotFoundError('rulebook', id);
    const rows = rowsOfRulebook(rulebook);
    return Object.assign(summaryOf(rulebook, rows), { tiers: rulebook.tiers.map(tierResponse), rows });
  }
}

function summaryOf(rulebook: Rulebook, rows: readonly RulebookRow[]): RulebookSummary {
  const { id, regime, effectiveFrom, effectiveTo, document, citation, status } = rulebook;
  return { id, regime, effectiveFrom, effectiveTo, document, citation, status, rowCounts: countsByStatus(rows) };
}

function layerResponse({ overrides, delegations: _, ...layer }: Layer): LayerResponse {
  return { ...layer, rows: overrides.flatMap(({ at, row }) => rowsAtPlace(row, at)) };
}

function tierResponse({ code, name, family, kind, level, subjects, standards = {} }: Tier): RulebookTierResponse {
  return { code, name, family, kind, level, subjects, standardsFor: Object.keys(standards) as SubjectKind[] };
}
