import type { Day, PublishedVerdict } from '@zj/metrics';

/** The last day whose figures count: what is reported of the days after the period's end says nothing of the goal. */
export function countedThrough({
  dataThrough,
  period,
}: Pick<PublishedVerdict, 'dataThrough' | 'period'>): Day | null {
  return dataThrough && dataThrough > period.end ? period.end : dataThrough;
}
