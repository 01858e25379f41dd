import type { Schema } from '../platform/persistence';
import { CreatePublicity1767227020000 } from './migrations/1767227020000-create-publicity';
import { PublicityPiece, PublicityPlan, PublicityReport } from './publicity.entity';

export { publicityInvariants } from './publicity.invariants';
export { PublicityModule } from './publicity.module';

/** The tables of publicity plans. */
export const publicitySchema: Schema = {
  entities: [PublicityPlan, PublicityPiece, PublicityReport],
  migrations: [CreatePublicity1767227020000],
};
