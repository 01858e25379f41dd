import type { PersistenceOptions } from '../../src/platform/persistence';
import { AccessApp } from './access-app';
import { aUnit, settle, type Place } from './access-place';

/** A province with two districts; the first has two wards, which take part in its campaign and submit dossiers to it. */
export interface Land {
  readonly world: AccessApp;
  readonly district: Place;
  readonly a: Place;
  readonly b: Place;
  readonly elsewhere: Place;
}

/** Opens the application with such a province in it. */
export async function openLand(database: PersistenceOptions): Promise<Land> {
  const world = await AccessApp.open(database);
  const root = await aUnit(world, 'TINH', 'province');
  const [districtId, elsewhereId] = [
    await aUnit(world, 'MATD', 'district', root),
    await aUnit(world, 'MATE', 'district', root),
  ];
  const wards = [await aUnit(world, 'MATA', 'unit', districtId), await aUnit(world, 'MATB', 'unit', districtId)];
  const takesPart = [districtId, ...wards];
  const district = await settle(world, { mark: 'MATD', unitId: districtId, takesPart });
  const [a, b] = [
    await settle(world, { mark: 'MATA', unitId: wards[0] ?? '', above: district }),
    await settle(world, { mark: 'MATB', unitId: wards[1] ?? '', above: district }),
  ];
  return { world, district, a, b, elsewhere: await settle(world, { mark: 'MATE', unitId: elsewhereId }) };
}
