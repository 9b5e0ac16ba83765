import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { parkBoard } from './goal-boards.js';
import { revenueSeries } from './goal-series.js';
import { parkLadder } from './ladders.js';
import { revenue } from './verdicts.js';

/** The menu “⋯” in the corner of every element: files, code, citation, source and method, SQL. */
const meta: Meta = { title: 'Menu/States' };
export default meta;

export const Gauge: StoryObj = {
  render: () => html`
    <zj-goal-gauge .verdict=${revenue()}></zj-goal-gauge>
  `,
};

/** A figure that another source published differently has an item of its own. */
export const Conflicts: StoryObj = {
  render: () => html`
    <zj-goal-gauge
      .verdict=${{
        ...revenue(),
        conflicts: [{ value: 5040, date: '2026-10-31', source: { zh: '市统计局', en: 'City bureau' } }],
      }}
    ></zj-goal-gauge>
  `,
};

export const Chart: StoryObj = {
  render: () => html`
    <zj-trend-chart .series=${revenueSeries()}></zj-trend-chart>
  `,
};

export const Ladder: StoryObj = {
  render: () => html`
    <zj-tier-ladder .ladder=${parkLadder()}></zj-tier-ladder>
  `,
};

/** Without files and without SQL. */
export const FewerItems: StoryObj = {
  render: () => html`
    <zj-goal-board .verdicts=${parkBoard} hide="menu-csv menu-sql"></zj-goal-board>
  `,
};

/** Without a menu. */
export const None: StoryObj = {
  render: () => html`
    <zj-goal-gauge .verdict=${revenue()} hide="menu"></zj-goal-gauge>
  `,
};
