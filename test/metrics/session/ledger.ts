import type { Contract, Metric } from '@zj/metrics';

const words = (en: string) => ({ zh: en, en });

/** Texts that are hard to order, to find or to print: by UTF-16 units the emoji would come before the full-width tilde. */
export const texts = [
  '集成电路',
  '生物医药',
  "it's",
  'say "so"',
  'Zone',
  'zone',
  '～',
  '😀',
  'a,b',
  '=1+1',
  'ärger',
  'Ä',
];

/** Entries with keys, days, texts, exact amounts, rates and marks. */
export const ledger: Contract = {
  ...{ version: 1, id: 'ledger', name: words('Ledger'), description: words('Entries') },
  ...{ file: 'ledger.csv', source: words('Made up'), reportedThrough: '2026-12-31' },
  columns: [
    { name: 'entry', label: words('Entry'), type: 'INTEGER', required: true, unique: true },
    { name: 'day', label: words('Day'), type: 'DATE', required: true },
    { name: 'name', label: words('Name'), type: 'VARCHAR' },
    { name: 'amount', label: words('Amount'), type: 'DECIMAL(38,10)', unit: words('yuan') },
    { name: 'rate', label: words('Rate'), type: 'DOUBLE', unit: words('%') },
    { name: 'open', label: words('Open'), type: 'BOOLEAN' },
    { name: 'visitors', label: words('Visitors'), type: 'INTEGER' },
  ],
  ...{ key: ['entry'], time: { column: 'day', grain: 'day' }, missing: [{ mark: 'x', means: 'suppressed' }] },
};

const metric = (id: string, measure: Metric['measure'], unit = 'yuan'): Metric => ({
  ...{ id, name: words(id), description: words(id), dataset: 'ledger', measure, unit: words(unit) },
});

/** Sums of amounts and visitors; rates do not add up. */
export const ledgerMetrics: readonly Metric[] = [
  metric('amounts', { sum: 'amount' }),
  metric('visits', { sum: 'visitors' }, 'persons'),
  metric('rates', { average: 'rate' }, '%'),
];

/** A file of so many entries: the same for the same number. */
export function writeLedger(count: number): Uint8Array {
  const lines = ['entry,day,name,amount,rate,open,visitors'];
  for (let i = 0; i < count; i++) {
    const mixed = (i * 48_271) % 1_000_003;
    const day = new Date(Date.UTC(2020, 0, 1 + (mixed % 2500))).toISOString().slice(0, 10);
    const name = mixed % 17 === 0 ? '' : quoteCell(texts[mixed % texts.length]!);
    const amount =
      mixed % 23 === 0 ? 'x' : `${(mixed % 7) - 3 < 0 ? '-' : ''}${mixed}.${String(i).padStart(10, '0')}`;
    const rate = mixed % 19 === 0 ? '' : String((mixed % 1000) / 8);
    const open = mixed % 5 === 0 ? '' : String(mixed % 2 === 0);
    lines.push([i, day, name, amount, rate, open, mixed % 100].join(','));
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function quoteCell(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
