import { at, element, show } from './dom.js';
import { failure } from './problems.js';
import { openSession } from './session.js';
import { say, words } from './words.js';

let opened;

/** Opens the release whose manifest the reader named; gives whether it is open. */
export async function openRelease() {
  const button = at('open').querySelector('button');
  button.disabled = true;
  show(at('release'), element('p', { class: 'soft' }, words().opening));
  try {
    const { metrics } = await openSession();
    opened = undefined;
    await metrics.open(new URL(at('manifest').value, document.baseURI).href);
    opened = metrics;
    showRelease();
    return true;
  } catch (error) {
    show(at('release'), failure(error));
    return false;
  } finally {
    button.disabled = false;
  }
}

/** What the open release is. */
export function showRelease() {
  if (!opened) return;
  const text = words();
  const { plan, asOf, demo, datasets, metrics } = opened.manifest;
  const facts = [
    text.asOf(asOf),
    text.datasetCount(datasets.length),
    text.metricCount(metrics.length),
    opened.verified ? text.verified : text.unverified,
  ];
  show(
    at('release'),
    element(
      'ul',
      { class: 'facts' },
      element('li', {}, element('b', {}, say(plan.document.title))),
      ...facts.map((fact) => element('li', { class: 'soft' }, fact)),
      ...(demo ? [element('li', { class: 'badge' }, text.demo)] : []),
    ),
  );
}
