/** @import { ColumnValue, Contract } from '@zj/metrics' */

/**
 * The order of a run; everything written follows from it.
 *
 * @typedef {object} Order
 * @property {number} seed A whole number from 0 to 2³² − 1.
 * @property {number} rows Rows of industry revenue; the registers follow in proportion.
 */

/**
 * A made-up dataset: its contract, and its lines without their line ends, the header first.
 *
 * @typedef {object} DemoDataset
 * @property {string} id
 * @property {(order: Order) => Contract} contract
 * @property {(order: Order) => Iterable<string>} lines
 */

/** The seed where none is given, around which the demo's story is told. */
export const defaultSeed = 42;

/** The name by which published demo data call this program: another would change their bytes. */
const generator = 'park/generate';

/** The last day of the demo's figures. */
export const reportedThrough = '2026-10-31';

/** The day on which the figures of the next month are due. */
const nextUpdate = '2026-11-20';

/**
 * The common part of the contracts of all demo datasets.
 *
 * @param {Order} order
 * @param {Pick<Contract, 'id' | 'name' | 'description' | 'columns' | 'key' | 'time' | 'cube'>} contract
 * @returns {Contract}
 */
export function demoContract({ seed, rows }, contract) {
  const { id, name, description, ...content } = contract;
  return {
    $schema: '@zj/metrics/schema/contract.schema.json',
    version: 1,
    id,
    name,
    description,
    file: `${id}.csv`,
    source: { zh: `示例数据（${generator}）`, en: `Demo data (${generator})` },
    reportedThrough,
    nextUpdate,
    demo: { generator, seed, rows },
    ...content,
  };
}

/**
 * An allowed value and its words.
 *
 * @param {string} value
 * @param {string} zh
 * @param {string} en
 * @returns {ColumnValue}
 */
export function allow(value, zh, en) {
  return { value, label: { zh, en } };
}
