import { forecastWords, type Backtest, type ForecastMethod, type ForecastTrial } from '@zj/metrics';
import type { Tellable } from './tellable.js';
import type { Row, Teller } from './teller.js';

/** Every forecasting method that was weighed, with its forecast, or ruled out, with the reason (METHODS §5). */
export function trialRows({ forecasts, forecast }: Tellable, teller: Teller): readonly Row[] {
  const { word } = teller;
  return forecasts.map((trial) => [
    forecastName(trial.method, teller),
    tellTrial(trial, teller) + (trial.method === forecast?.method ? word.chosen : ''),
  ]);
}

/** A forecasting method's name; of one that is newer than this script, its code. */
export function forecastName(method: ForecastMethod, { word }: Teller): string {
  return Object.hasOwn(forecastWords, method) ? word.forecastName(method) : method;
}

function tellTrial(
  { point, backtest, why }: ForecastTrial,
  { word, say, estimate, apartEstimate }: Teller,
): string {
  if (why) return word.ruledOut(say(why));
  return [estimate(point), backtest ? word.error(apartEstimate(backtest.error)) : '']
    .filter(Boolean)
    .join(word.semicolon);
}

/** How a method would have done before. */
export function tellBacktest(
  { origins, error, relative, coverage }: Backtest,
  { word, face, apartEstimate }: Teller,
): string {
  return [
    word.origins(origins),
    word.error(apartEstimate(error)),
    relative === null ? '' : word.relative(face.share(relative)),
    coverage === null ? '' : word.coverage(face.share(coverage)),
  ]
    .filter(Boolean)
    .join(word.semicolon);
}
