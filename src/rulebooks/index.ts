export { releaseFrom, rulesHash, rulesText, type Calendar, type Release } from './release';
export { RulebookFilesError, type FileProblem } from './rulebooks.errors';
export { loadRelease, type RulebookDirectories } from './rulebooks.loader';
export { RulebooksModule } from './rulebooks.module';
export { RulebooksService, type Place } from './rulebooks.service';
export { RulebookViewsModule } from './rulebook-views/rulebook-views.module';
export { countsByStatus, rowsAtPlace, rowsOfRulebook, type StatusCounts } from './rulebook-views/rulebook-rows';
