import { at, element, list, show, shownVerdicts } from './dom.js';
import { withRelease } from './session.js';
import { say, words } from './words.js';

/** Computes every published figure again in this browser, and says of each whether it is equal. */
export function wireVerify() {
  at('verify').addEventListener('click', () =>
    withRelease(at('verify'), at('verify-progress'), async (metrics) => {
      const text = words();
      show(at('verify-progress'), text.computing);
      const verification = await metrics.verify({ shown: shownVerdicts() });
      const { equal, goals, head, verdictsFile, manifest, rows, series, shown } = verification;
      const wrong = list(verification.facts).filter((fact) => !fact.equal);
      const check = (good, line) => element('li', { class: good ? 'good' : 'bad' }, line);
      show(
        at('verify-result'),
        element(
          'ul',
          { class: 'checks' },
          check(head.equal && verdictsFile.equal, text.fileCheck(head.equal && verdictsFile.equal)),
          ...(manifest ? [check(manifest.equal, text.manifestCheck(manifest.equal))] : []),
          ...(wrong.length > 0
            ? [check(false, text.factsCheck(wrong.map(({ where }) => where).join(', ')))]
            : []),
          ...(series
            ? [
                check(
                  list(series).every((one) => one.equal),
                  text.seriesCheck(series),
                ),
              ]
            : []),
          ...rows.map(({ equal: same, name }) => check(same, text.rowsCheck(say(name), same))),
          ...goals.map(({ goal, equal: same, published, recomputed }) =>
            element(
              'li',
              { class: same ? 'good' : 'bad', 'data-goal': goal, 'data-equal': String(same) },
              text.goalCheck(say((recomputed ?? published).name), same),
            ),
          ),
          ...list(verification.withheld).map(({ goal, name, equal: same, published, recomputed }) =>
            element(
              'li',
              { class: same ? 'good' : 'bad', 'data-withheld': goal, 'data-equal': String(same) },
              text.withheldCheck(say(name), say((published ?? recomputed)?.reason), same),
            ),
          ),
          ...(shown ? [check(shown.equal, text.shownCheck(shown.goals.length, shown.equal))] : []),
        ),
        element('p', { class: equal ? 'outcome good' : 'outcome bad' }, text.outcome(equal, goals.length)),
      );
    }),
  );
}
