import { findBrowsers, tellMissing } from './find.mjs';

/** Closes a run that has the walk in it: in which browsers it went, how long, what it could not do there, and which browsers are not here. */
export class WalkReporter {
  onTestRunEnd(modules) {
    const walks = modules.filter(({ project }) => project.name === 'browsers');
    if (walks.length === 0) return;
    const lines = walks.flatMap(({ children }) => [...children.suites()].flatMap(tellWalk));
    const missing = findBrowsers().missing.map((one) => `Not tested: ${tellMissing(one)}`);
    console.log([...lines, ...missing].map((line) => `  ${line}`).join('\n'));
  }
}

function tellWalk({ name, children }) {
  const tests = [...children.allTests()];
  const metas = tests.map((test) => test.meta());
  const version = metas.find((meta) => meta.version)?.version ?? 'did not start';
  const seconds = tests.reduce((sum, test) => sum + (test.diagnostic()?.duration ?? 0), 0) / 1000;
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  return [
    `${name} (${version}): ${passed} of ${tests.length} steps in ${seconds.toFixed(0)} s`,
    ...metas.flatMap(({ note }) => (note ? [`${name} ${note}`] : [])),
  ];
}
