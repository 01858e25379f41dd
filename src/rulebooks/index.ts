export type { Calendar, Release } from './release';
export { RulebookFilesError, type FileProblem } from './rulebooks.errors';
export { loadRelease, type RulebookDirectories } from './rulebooks.loader';
export { RulebooksModule } from './rulebooks.module';
export { RulebooksService } from './rulebooks.service';
