import type { ColumnValue, Contract } from '@zj/metrics';

/** What is asked of a run; everything written follows from it. */
export interface Order {
  /** A whole number from 0 to 2³² − 1. */
  readonly seed: number;
  /** Rows of industry revenue; the registers follow in proportion. */
  readonly rows: number;
}

/** A made-up dataset: its contract, and its lines without their line ends, the header first. */
export interface DemoDataset {
  readonly id: string;
  contract(order: Order): Contract;
  lines(order: Order): Iterable<string>;
}

/** The seed where none is given, around which the demo's story is told. */
export const defaultSeed = 42;

/** The last day of the demo's figures. */
export const reportedThrough = '2026-10-31';

/** What the contracts of all demo datasets say alike. */
export function demoContract(
  { seed, rows }: Order,
  contract: Pick<Contract, 'id' | 'name' | 'description' | 'columns' | 'key' | 'time' | 'cube'>,
): Contract {
  const { id, name, description, ...content } = contract;
  return {
    $schema: '@zj/metrics/schema/contract.schema.json',
    version: 1,
    id,
    name,
    description,
    file: `${id}.csv`,
    source: { zh: '示例数据（zj generate）', en: 'Demo data (zj generate)' },
    reportedThrough,
    demo: { generator: 'zj generate', seed, rows },
    ...content,
  };
}

/** An allowed value and its words. */
export function allow(value: string, zh: string, en: string): ColumnValue {
  return { value, label: { zh, en } };
}
