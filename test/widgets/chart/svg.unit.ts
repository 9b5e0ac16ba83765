import { expect, test } from 'vitest';
import { chartSvg, pictureRoom, type ChartPicture } from '../../../packages/widgets/src/chart/svg.js';
import { colours } from '../../../packages/widgets/src/theme/tokens.js';
import { findOutside, readPicture } from '../picture.js';

const picture: ChartPicture = {
  lang: 'zh-CN',
  title: '三大先导产业营业收入，年内累计',
  demo: '示例数据',
  status: { word: '进度正常', icon: 'M3 8h10M9 4l4 4-4 4', colour: colours['on-track'][0] },
  summary: '1—10月累计5,036亿元，完成目标6,000亿元的83.9%，比时序进度快0.6个百分点，同比增长12.1%。',
  drawing: {
    tree: ['svg', {}, ['path', { d: 'M0 0L300 200', stroke: '#0a62d0' }]],
    width: 300,
    height: 200,
  },
  lines: ['❶ 9月 首批GMP厂房投产，新增产能12家企业'],
  credits: ['来源：区统计局', '数据截至2026年10月'],
};

test('a picture has the title, the sentence, the drawing and the source, each once, in order', () => {
  const svg = chartSvg(picture, { width: 900 });
  const texts = readPicture(svg)
    .filter(({ tag }) => tag === 'text')
    .map(({ text }) => text);
  expect(texts).toEqual([
    picture.title,
    '示例数据',
    '进度正常',
    picture.summary,
    ...picture.lines,
    ...picture.credits,
  ]);
  expect(svg.match(/<svg /g)).toHaveLength(2);
});

test('what a screen reader and a search engine read is the title and the sentence', () => {
  const svg = chartSvg(picture, { width: 360 });
  expect(svg).toContain(`<title>${picture.title}</title>`);
  expect(svg).toContain(`<desc>${picture.summary}\n来源：区统计局\n数据截至2026年10月</desc>`);
});

test.each([280, 360, 860, 1200])('nothing reaches out of a picture of %i pixels', (width) => {
  const room = pictureRoom(width);
  const drawing = { ...picture.drawing!, width: room };
  expect(findOutside(chartSvg({ ...picture, drawing }, { width }), width)).toEqual([]);
});

test('a picture has no style, no script, no id and no address but the name space', () => {
  const svg = chartSvg(picture, { width: 640 });
  expect(svg).not.toMatch(/style=|<style|<script|\sid=|class=|part=|href/);
  expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
});

test('a title with signs of markup stays text', () => {
  const svg = chartSvg({ ...picture, title: '<b>&"' }, { width: 640 });
  expect(svg).toContain('<title>&#60;b&#62;&#38;&#34;</title>');
});

test('without a drawing the words stand alone', () => {
  const svg = chartSvg({ ...picture, drawing: null, status: undefined }, { width: 640 });
  expect(svg.match(/<svg /g)).toHaveLength(1);
});
