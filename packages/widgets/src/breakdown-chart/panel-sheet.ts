import { plotInks } from '../drawing/plot-ink.js';
import { css } from '../element/css.js';

/** The parts of a small chart. */
const parts = ['grid', 'zero', 'tick', 'last-year', 'casing', 'line', 'dot', 'label'] as const;

/** Their colours, of the theme: those that a file has as attributes. */
const inks = parts
  .map((part) => {
    const { fill, stroke } = plotInks[part]!;
    const paints = [fill && `fill:var(--_${fill})`, stroke && `stroke:var(--_${stroke})`];
    return `.panels [part~='${part}']{${paints.filter(Boolean).join(';')}}`;
  })
  .join('');

const panels = css`
  .panels {
    display: grid;
    gap: 1.5em 2.25em;
    margin: 0.6em 0;
    padding: 0;
    list-style: none;
  }
  .of2 {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .of3 {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .of4 {
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }
  .of5 {
    grid-template-columns: repeat(5, minmax(0, 1fr));
  }
  .of6 {
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }
  .head {
    display: flex;
    flex-flow: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.6em;
    font-size: var(--_elder-small, 0.9375em);
  }
  .head [part='choose'] {
    font-weight: 700;
  }
  .panels .chosen {
    background: none;
    box-shadow: 0 -3px var(--_on-track);
  }
  .scale {
    display: block;
    color: var(--_ink-soft);
    font-size: var(--_small);
    text-align: end;
  }
  .panels svg {
    display: block;
    overflow: visible;
  }
  .panels li {
    break-inside: avoid;
  }
`;

/** Small charts beside and below each other. */
export const panelSheet: string = panels + inks + `.panels [part~='cased']{stroke:var(--_surface)}`;
