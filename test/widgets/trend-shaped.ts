import {
  trendShape,
  type TrendData,
  type TrendLook,
  type TrendShape,
} from '../../packages/widgets/src/trend-chart/trend-shape.js';

/** The shape of data that can be drawn. */
export function shaped(data: TrendData, look: Partial<TrendLook> = {}): TrendShape {
  const shape = trendShape(data, { locale: 'zh-CN', ...look });
  if ('problem' in shape) throw new Error('There is a problem.');
  return shape;
}

/** The reason why data are not drawn, in Chinese. */
export function problemOf(data: TrendData, look: Partial<TrendLook> = {}): string {
  const shape = trendShape(data, { locale: 'zh-CN', ...look });
  return 'problem' in shape ? shape.problem.message({ badAttribute: (name: string) => name } as never) : '';
}
