import { isDay } from '../base/day.js';
import { isPeriodStart } from '../base/period.js';
import type { Column, Contract, Form } from './contract.js';
import { longPeriods, readPeriod } from './period-spelling.js';
import { typePattern } from './spelling.js';

const all: readonly Form[] = ['full-width', 'thousands', 'dates'];

/**
 * The fewest forms that a contract would have to allow beside its own, so that a cell that is not written as its type asks
 * would be; none where no form helps.
 */
export function neededForms(column: Column, text: string, contract: Contract): readonly Form[] {
  const { forms = [] } = contract;
  // Is it not its spelling that is wrong?
  if (isStrict(column, spellOut(column, text, forms, contract), contract)) return [];
  const more = all.filter((form) => !forms.includes(form));
  const ways = more.flatMap((form, i) => [[form], ...more.slice(i + 1).map((other) => [form, other])]);
  ways.sort((a, b) => a.length - b.length);
  return (
    ways.find((way) => isStrict(column, spellOut(column, text, [...forms, ...way], contract), contract)) ?? []
  );
}

/** Whether a text is written as its column asks without any forms; a day that dates the rows is the first of its period. */
function isStrict({ name, type }: Column, text: string, { time, fiscalStart }: Contract): boolean {
  if (type === 'VARCHAR' || !new RegExp(`^(?:${typePattern(type)})$`).test(text)) return false;
  if (type !== 'DATE') return isWithin(type, text);
  if (!isDay(text) || name !== time.column || time.grain === 'day') return isDay(text);
  return isPeriodStart(text, { grain: time.grain, fiscalStart });
}

/** Whether the digits of a number have room in its type. */
function isWithin(type: Column['type'], text: string): boolean {
  if (type === 'INTEGER') return Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31;
  const [, digits, decimals] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (digits === undefined) return true;
  return /^-?0*(\d*)/.exec(text)![1]!.length <= Number(digits) - Number(decimals);
}

/** A cell as the contract spells it strictly: the same as `strictSql` makes of it in an engine. */
export function spellOut(
  { name, type }: Pick<Column, 'name' | 'type'>,
  text: string,
  forms: readonly Form[],
  contract: Pick<Contract, 'time' | 'fiscalStart'>,
): string {
  if (type === 'VARCHAR' || type === 'BOOLEAN') return text;
  const narrow = forms.includes('full-width')
    ? text.replace(/[０-９．－／]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    : text;
  if (type === 'DATE')
    return forms.includes('dates')
      ? dashed(narrow, name === contract.time.column ? contract : undefined)
      : narrow;
  const isGrouped = forms.includes('thousands') && /^-?[0-9]{1,3}([,，][0-9]{3})+([.][0-9]+)?$/.test(narrow);
  return isGrouped ? narrow.replace(/[,，]/g, '') : narrow;
}

function dashed(text: string, dates: Pick<Contract, 'time' | 'fiscalStart'> | undefined): string {
  const months = /^[0-9]{4}(\/[0-9]{1,2}|年[0-9]{1,2}月|-[0-9]{1,2})$/;
  if (/^[0-9]{4}(\/[0-9]{1,2}\/[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)$/.test(text)) return dash(text, '');
  if (dates?.time.grain === 'month' && months.test(text)) return dash(text, '-01');
  const long = dates && longPeriods(dates);
  return (long && readPeriod(text, long)) ?? text;
}

function dash(text: string, suffix: string): string {
  const parts = text.replace(/[/年月日]/g, '-').replace(/-?$/, suffix);
  return parts.replace(/-([0-9])(?=-|$)/g, '-0$1');
}
