import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { nowhere } from './addresses.js';
import { gauge, type GaugeArgs } from './gauge.js';
import { code, list } from './parts/list.js';
import { numberOf, parts, slots } from './parts/listed.js';
import { keepMarked, type Wanted } from './parts/mark.js';
import { kinds } from './kinds.js';
import { applications, every, foreseen } from './verdicts.js';

/** The names of all that a style sheet or a page can reach in a gauge, from its manifest. */
const meta: Meta<GaugeArgs> = {
  title: 'Gauge/Parts',
  component: 'zj-goal-gauge',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj<GaugeArgs>;

/** A gauge with the numbers of its parts around it. */
function picture(caption: string, args: GaugeArgs, wanted: Wanted, isOpen = false): TemplateResult {
  let end: (() => void) | undefined;
  const keep = (element: Element | undefined): void => {
    end?.();
    const picture = element?.parentElement;
    end = picture ? keepMarked(picture, wanted) : undefined;
    if (picture && isOpen) void openDetails(picture);
  };
  // The gauge is there before the numbers that follow it.
  return html`
    <div class="named">
      <p>${caption}</p>
      <div class="picture">
        ${gauge(args)}
        <div class="numbers" ${ref(keep)}></div>
      </div>
    </div>
  `;
}

/** Its marks are apart, so that each is drawn. */
const verdict = foreseen(applications(), 97, [90, 104], 0.31);

/** Each number stands at its part, and beside the name of the part in the table. */
export const Named: Story = {
  render: () => html`
    <div class="beside">
      <div>
        ${picture('Marks and words', { verdict }, ({ isBox }) => !isBox)}
        ${picture('Boxes around them', { verdict }, ({ isBox }) => isBox)}
        ${picture('A bound', { verdict: kinds['a ceiling']!, hide: ['source'] }, ({ part }) =>
          ['zone', 'broken', 'limit', 'number', 'end', 'pointer'].includes(part),
        )}
        ${picture(
          'A limit of each year',
          { verdict: kinds['a limit of each year']!, hide: ['source'] },
          ({ part }) => ['period', 'breach', 'cross'].includes(part),
        )}
      </div>
      ${list('Parts', parts, ['number', ({ name }) => numberOf(name)], ['part', ({ name }) => code(name)])}
    </div>
  `,
};

/** Parts that another state or another appearance has. */
export const OfOtherStates: Story = {
  render: () => html`
    <div class="row">
      ${picture(
        'A ring with a figure beyond its end',
        { verdict: every['beyond the target']!, appearance: 'ring' },
        ({ part }) => part === 'finish',
      )}
      ${picture('A failure', { label: 'PCT专利申请量', src: nowhere, goal: 'pct-applications' }, ({ part }) =>
        ['error', 'retry'].includes(part),
      )}
      ${picture('Opened details', { label: 'PCT专利申请量', value: 71, target: 100 }, ({ part }) => part === 'table', true)}
    </div>
  `,
};

/** Opens the details of a gauge, so that its table is seen. */
async function openDetails(picture: Element): Promise<void> {
  const gauge = picture.querySelector('zj-goal-gauge')!;
  await gauge.updateComplete;
  gauge.shadowRoot!.querySelector('details')!.open = true;
}

/** The content of a tag that stays in sight beside the figures. */
export const Slots: Story = {
  render: () => html`
    ${list('Slots', slots, ['slot', ({ name }) => code(name || 'without a name')])}
    <div class="card">
      ${gauge({
        verdict: every['on track']!,
        inside: html`
          <a slot="caption" href="#plan">三大先导产业营业收入</a>
          <p slot="note">口径：园区内规模以上企业。</p>
        `,
      })}
    </div>
  `,
};
