import { say } from '../../base/sentence.js';
import type { Problem } from '../../base/problem.js';
import { BrokenPart, findDamage, pathOf, readPart, type Archive } from './archive.js';
import { readBook, readRelations, relationsPath, type PartRelation } from './book-part.js';
import type { Book, BookSheet } from './book.js';
import type { NumberFormat } from './number-format.js';
import { readStrings } from './shared-strings.js';
import type { Sheet } from './sheet.js';
import { readSheet, type SheetContext } from './sheet-part.js';
import { damaged } from './source.js';
import { readStyles } from './styles.js';

/**
 * Opens a workbook of Office Open XML: .xlsx, .xlsm. Every part of the archive must match its check sum; only the content of
 * sheets is read from them.
 */
export async function openXlsx(archive: Archive, name: string): Promise<Book | Problem> {
  try {
    const part = await bookPath(archive);
    const { sheets, since1904, isStale } = await bookPart(archive, part);
    const relations = await relationsOf(archive, part);
    const formats = await formatsOf(archive, pathOfType(relations, 'styles'));
    const strings = await stringsOf(archive, pathOfType(relations, 'sharedStrings'));
    const context: SheetContext = { strings, formats, since1904, isStale };
    const read = new Set([...relations.values()].filter(isOwn).map(({ path }) => pathOf(path)));
    const harmed = await findDamage(archive, (path) => read.has(path));
    if (harmed !== undefined) return damaged(name, say`The part ${harmed} of this workbook is damaged.`);
    return {
      sheets: sheets.flatMap((listed): BookSheet[] => {
        const relation = relations.get(listed.id);
        // Charts and dialogs have sheets of their own, without cells.
        if (relation && /^(chart|dialog|xlMacro|xlIntlMacro)sheet$/.test(relation.type)) return [];
        const readIt = async () => {
          if (!relation) throw new BrokenPart(say`the workbook does not say which of its parts it is`);
          const reader = readSheet(context);
          await readPart(archive, relation.path, reader);
          return reader.sheet(listed.name);
        };
        let sheet: Promise<Sheet> | undefined;
        return [{ name: listed.name, isHidden: listed.isHidden, read: () => (sheet ??= readIt()) }];
      }),
    };
  } catch (error) {
    if (!(error instanceof BrokenPart)) throw error;
    return damaged(name, say`This workbook cannot be read: ${error.reason}.`);
  }
}

/** Parts that are read and checked, or not looked at. */
function isOwn({ type }: PartRelation): boolean {
  return type === 'worksheet' || type === 'styles' || type === 'sharedStrings';
}

/** The path of the part that lists the sheets. */
async function bookPath(archive: Archive): Promise<string> {
  if (!archive.entries.has('_rels/.rels')) return 'xl/workbook.xml';
  const root = await relationsOf(archive, '');
  return pathOfType(root, 'officeDocument') ?? 'xl/workbook.xml';
}

async function bookPart(archive: Archive, path: string) {
  const reader = readBook();
  await readPart(archive, path, reader);
  return reader.book();
}

async function relationsOf(archive: Archive, part: string): Promise<ReadonlyMap<string, PartRelation>> {
  const reader = readRelations(part);
  await readPart(archive, relationsPath(part), reader);
  return reader.relations();
}

function pathOfType(relations: ReadonlyMap<string, PartRelation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.path;
}

async function formatsOf(archive: Archive, path: string | undefined): Promise<readonly NumberFormat[]> {
  if (path === undefined) return [];
  const reader = readStyles();
  await readPart(archive, path, reader);
  return reader.formats();
}

async function stringsOf(archive: Archive, path: string | undefined): Promise<readonly string[]> {
  if (path === undefined) return [];
  const reader = readStrings();
  await readPart(archive, path, reader);
  return reader.texts();
}
