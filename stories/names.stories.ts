import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { code, list } from './parts/list.js';
import { properties, states } from './parts/listed.js';

/** The names for a style sheet that no picture can show. */
const meta: Meta = {
  title: 'Theme/Names',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

/** The design tokens. */
export const Properties: Story = {
  render: () =>
    list(
      'Custom properties',
      properties,
      ['property', ({ name }) => code(name)],
      ['default', ({ default: value = '' }) => code(value)],
    ),
};

/** A style sheet selects a gauge by the attributes that the gauge sets. */
export const States: Story = {
  render: () =>
    list('Attributes that the gauge sets', states, ['attribute', ({ name }) => code(`[${name}]`)]),
};
