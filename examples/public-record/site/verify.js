import { at, element, show } from './dom.js';
import { withRelease } from './session.js';
import { say, words } from './words.js';

/** Computes every published figure again in this browser, and says of each whether it is equal. */
export function wireVerify() {
  at('verify').addEventListener('click', () =>
    withRelease(at('verify'), at('verify-progress'), async (metrics) => {
      const text = words();
      show(at('verify-progress'), text.computing);
      const { equal, goals, head, verdictsFile, rows } = await metrics.verify();
      const check = (good, line) => element('li', { class: good ? 'good' : 'bad' }, line);
      show(
        at('verify-result'),
        element(
          'ul',
          { class: 'checks' },
          check(head.equal && verdictsFile.equal, text.fileCheck(head.equal && verdictsFile.equal)),
          ...rows.map(({ equal: same, name }) => check(same, text.rowsCheck(say(name), same))),
          ...goals.map(({ goal, equal: same, published, recomputed }) =>
            element(
              'li',
              { class: same ? 'good' : 'bad', 'data-goal': goal, 'data-equal': String(same) },
              text.goalCheck(say((recomputed ?? published).name), same),
            ),
          ),
        ),
        element('p', { class: equal ? 'outcome good' : 'outcome bad' }, text.outcome(equal, goals.length)),
      );
    }),
  );
}
