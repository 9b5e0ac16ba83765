import type { Day, PublishedVerdict } from '@zj/metrics';

/** The last day whose figures count. Figures after the period's end do not count for the goal. */
export function countedThrough({
  dataThrough,
  period,
}: Pick<PublishedVerdict, 'dataThrough' | 'period'>): Day | null {
  return dataThrough && dataThrough > period.end ? period.end : dataThrough;
}
