import { dropTemplates } from './postgres';

/** Takes away what the workers shared. */
export default function globalTeardown(): Promise<void> {
  return dropTemplates();
}
