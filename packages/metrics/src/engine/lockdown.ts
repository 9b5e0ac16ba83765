import { sqlText } from '../sql.js';

/** What is said to a fresh engine: open the database, if there is one, read only, then refuse everything outside it for good. */
export function lockdown(path?: string): readonly string[] {
  return [
    ...(path === undefined ? [] : [`ATTACH ${sqlText(path)} AS published (READ_ONLY)`, 'USE published']),
    'SET enable_external_access = false',
    'SET autoload_known_extensions = false',
    'SET autoinstall_known_extensions = false',
    'SET lock_configuration = true',
  ];
}
