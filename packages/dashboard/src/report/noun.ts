import type { Level } from '@spectacle/server/answers';
import { counted } from '../display/count.ts';

/** "186 companies", "1 person". */
export function entities(number: number, level: Level): string {
  return level === 'group' ? counted(number, 'company', 'companies') : counted(number, 'person', 'people');
}
