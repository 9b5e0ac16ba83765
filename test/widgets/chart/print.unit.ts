import { describe, expect, test } from 'vitest';
import { breakdownHtml, breakdownSvg, trendHtml, trendSvg } from '../../../packages/widgets/src/print.js';
import { levelSeries, limitSeries, revenueSeries } from '../../../stories/goal-series.js';
import { balances, industries, longNames, overlapping, single } from '../../../stories/industries.js';
import { withheld } from '../../../stories/verdicts.js';

const trends = {
  'a goal that is summed': revenueSeries(),
  'a bound': limitSeries(),
  'a level': levelSeries(),
  'a metric by members': industries(),
  'a metric with gaps': single([5, null, 7, 9]),
};
const breakdowns = {
  'ranked fields': industries({ merged: true }),
  balances: balances(),
  'fields that overlap': overlapping(),
  'long names': longNames(),
};
const locales = ['zh-CN', 'en'];

/** Elements and attributes that content management systems let through: text, tables, drawings; nothing that runs, styles or fetches. */
const tags =
  /^(figure|figcaption|span|small|p|b|ul|li|div|details|summary|table|caption|thead|tbody|tr|th|td|bdi|a|svg|g|path|rect|circle|line|text)$/;
const attributes =
  /^(lang|dir|direction|href|scope|role|aria-(hidden|label)|viewBox|width|height|x|y|x1|x2|y1|y2|cx|cy|r|rx|d|dx|dy|transform|fill|fill-opacity|stroke|stroke-(width|dasharray|linecap|linejoin)|text-anchor|font-(size|weight)|paint-order|overflow)$/;

function audit(html: string): readonly string[] {
  return [...html.matchAll(/<(\w+)([^>]*)>/g)].flatMap(([, tag, written]) => [
    ...(tags.test(tag!) ? [] : [tag!]),
    ...[...written!.matchAll(/([\w:-]+)="/g)].flatMap(([, name]) =>
      attributes.test(name!) ? [] : [`${tag} ${name}`],
    ),
  ]);
}

/** The text of markup, as a reader has it. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

describe.each(locales)('in %s', (locale) => {
  test.each(Object.entries(trends))(
    '%s is printed with its sentence, its drawing and its table',
    (_, series) => {
      const html = trendHtml(series, { locale });
      expect(audit(html)).toEqual([]);
      expect(html.match(/<svg /g)!.length).toBeLessThanOrEqual(2);
      expect(html).toMatch(
        /^<figure lang="(zh-CN|en)" dir="ltr"><figcaption>.*<table>.*<\/table>.*<\/figure>$/,
      );
      expect(textOf(html)).toContain(locale === 'en' ? 'Demo data' : '示例数据');
    },
  );

  test.each(Object.entries(breakdowns))('%s is printed as one table with bars', (_, series) => {
    const html = breakdownHtml(series, { locale });
    expect(audit(html)).toEqual([]);
    expect(html.match(/<table>/g)).toHaveLength(1);
    const rows = html.split('<tr>').length - 2;
    expect(rows).toBeGreaterThanOrEqual(series.lines.length - 1);
  });
});

test('the table of a printed trend has every figure of the series that it shows', () => {
  const series = single([5, 1234.5, 0.25, -7]);
  const text = textOf(trendHtml(series, { locale: 'zh-CN' }));
  for (const figure of ['5', '1,234.5', '0.25', '−7']) expect(text).toContain(` ${figure} `);
});

test('a printed breakdown has every member, also those that the page folds', () => {
  const text = textOf(breakdownHtml(industries(), { locale: 'zh-CN' }));
  for (const { member } of industries().lines) if (member) expect(text).toContain(member);
});

test('small charts are printed with a table of their figures, and on scales of their own if so wanted', () => {
  const html = breakdownHtml(industries(), { locale: 'zh-CN', appearance: 'multiples' });
  expect(audit(html)).toEqual([]);
  expect(html).toMatch(/<table>.*生物医药.*<\/table>/);
  const print = (scale: 'one' | 'own'): string =>
    breakdownSvg(industries(), { locale: 'zh-CN', appearance: 'multiples', scale });
  expect(print('own')).not.toBe(print('one'));
  expect(print('own')).not.toMatch(/NaN|undefined| (class|style|id|part)=/);
});

test('of a goal that is withheld the name and the reason are printed, and no figure', () => {
  const html = trendHtml(withheld, { locale: 'zh-CN' });
  expect(audit(html)).toEqual([]);
  expect(textOf(html)).toContain(withheld.reason.zh);
  expect(html).not.toContain('<table>');
  const svg = trendSvg(withheld, { locale: 'en' });
  expect(textOf(svg).replaceAll(/\s+/g, ' ')).toContain(withheld.name.en!);
});

test('data that a chart cannot show are refused in words', () => {
  expect(() => breakdownHtml(single([1, 2]), { locale: 'zh-CN' })).toThrow(/[\u4e00-\u9fff]/);
  expect(() => breakdownSvg(industries(), { locale: 'en', period: '2031-01' })).toThrow(/2031/);
  expect(() => trendHtml(revenueSeries(), { locale: 'en', during: '1990' })).toThrow(/1990/);
});

test.each([280, 340, 480, 860, 1200])(
  'pictures of %i pixels have that width, and no names, styles or addresses',
  (width) => {
    for (const svg of [
      trendSvg(revenueSeries(), { locale: 'zh-CN', width }),
      breakdownSvg(industries({ merged: true }), { locale: 'en', width, cumulative: true }),
    ]) {
      expect(svg).toMatch(new RegExp(`^<svg xmlns="http://www.w3.org/2000/svg" width="${width}" `));
      expect(svg).not.toMatch(/ (class|style|id|part|href|on\w+)=/);
      expect(svg.match(/https?:/g)).toHaveLength(1);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  },
);

test('the sentence of a picture is its description', () => {
  const svg = trendSvg(revenueSeries(), { locale: 'zh-CN' });
  const [, described] = /<desc>([^<]*)<\/desc>/.exec(svg)!;
  expect(textOf(trendHtml(revenueSeries(), { locale: 'zh-CN' }))).toContain(described!.split('\n')[0]);
});
