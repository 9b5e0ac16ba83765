import { say } from '../../base/sentence.js';
import { ReadingFault } from './reading-fault.js';
import { isOn } from './sheet-part.js';
import { pathOf } from './archive.js';
import type { XmlReader } from './xml.js';

/** Where the parts are that a part refers to. */
export interface PartRelation {
  /** The last word of its type: `worksheet`, `sharedStrings`. */
  readonly type: string;
  /** Its path in the archive. */
  readonly path: string;
}

/** Reads the references of a part. */
export interface RelationsReader extends XmlReader {
  relations(): ReadonlyMap<string, PartRelation>;
}

/** `part` is the path of the part whose relations they are. */
export function readRelations(part: string): RelationsReader {
  const relations = new Map<string, PartRelation>();
  return {
    open(name, attributes) {
      const [id, target] = [attributes.get('Id'), attributes.get('Target')];
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      if (attributes.get('TargetMode') === 'External') return;
      const type = attributes.get('Type')?.replace(/^.*\//, '') ?? '';
      relations.set(id, { type, path: resolvePath(part, target) });
    },
    text: () => undefined,
    close: () => undefined,
    relations: () => relations,
  };
}

/** The path of the relations of a part: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationsPath(part: string): string {
  return part.replace(/[^/]*$/, '_rels/$&.rels');
}

function resolvePath(part: string, target: string): string {
  if (/^[\\/]/.test(target)) return pathOf(target);
  const steps = part.split('/').slice(0, -1);
  for (const step of pathOf(target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The properties of a workbook. */
export interface BookPart {
  readonly sheets: readonly ListedSheet[];
  readonly since1904: boolean;
  readonly isStale: boolean;
}

export interface ListedSheet {
  readonly name: string;
  /** Of the relation to its part. */
  readonly id: string;
  readonly isHidden: boolean;
}

/** Reads the part that lists the sheets. */
export interface BookReader extends XmlReader {
  book(): BookPart;
}

export function readBook(): BookReader {
  const sheets: ListedSheet[] = [];
  let [depth, since1904, isStale] = [0, false, false];
  return {
    open(name, attributes) {
      depth++;
      if (depth === 1 && name !== 'workbook') throw new ReadingFault(say`it lists no sheets`);
      if (depth === 2 && name === 'workbookPr') since1904 = isOn(attributes.get('date1904'));
      // The results that stand in it are not those that its program would show.
      if (depth === 2 && name === 'calcPr')
        isStale =
          isOn(attributes.get('fullCalcOnLoad')) || /^(0|false)$/.test(attributes.get('calcCompleted') ?? '');
      if (depth !== 3 || name !== 'sheet') return;
      const id = [...attributes].find(([attribute]) => attribute.endsWith(':id'))?.[1];
      const title = attributes.get('name');
      if (id === undefined || title === undefined)
        throw new ReadingFault(say`it lists a sheet without a name or a part`);
      sheets.push({ name: title, id, isHidden: /hidden/i.test(attributes.get('state') ?? '') });
    },
    text: () => undefined,
    close: () => void depth--,
    book: () => ({ sheets, since1904, isStale }),
  };
}
