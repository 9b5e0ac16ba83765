import { plotInks, plotSeconds } from '../drawing/plot-ink.js';

/**
 * The colours of a plot as a style sheet: those that paper has as attributes (`inkOf`), of the theme. A second name dyes the
 * parts that the first one colours. Later rules go first where a part has several names, as later lines of the list do.
 */
export const plotSheet: string = [
  ...Object.entries(plotSeconds).map(([name, colour]) => `[part~='${name}']{--_dye:var(--_${colour})}`),
  // A quiet label is read as any other.
  `[part~='label'][part~='quiet']{--_dye:var(--_ink)}`,
  ...Object.entries(plotInks).map(([name, { fill, stroke, opacity }]) => {
    const isDyed = fill === undefined || name === 'state' ? 'stroke' : 'fill';
    const paint = (of: 'fill' | 'stroke', colour: string | undefined): string =>
      colour === undefined
        ? ''
        : `${of}:${of === isDyed ? `var(--_dye,var(--_${colour}))` : `var(--_${colour})`};`;
    return `[part~='${name}']{${paint('fill', fill)}${paint('stroke', stroke)}${opacity === undefined ? '' : `fill-opacity:${opacity}`}}`;
  }),
  `[part~='cased']{stroke:var(--_surface)}`,
].join('');
