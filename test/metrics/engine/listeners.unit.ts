import type { EngineEvent } from '@zj/metrics';
import { expect, test } from 'vitest';
import { Listeners } from '../../../packages/metrics/src/engine/listeners.js';

test('every listener hears, one that throws harms nobody, one that has left hears nothing', () => {
  const listeners = new Listeners();
  const heard: string[] = [];
  listeners.add(() => {
    throw new Error('broken');
  });
  const hear = ({ state }: EngineEvent): void => void heard.push(state);
  const leave = listeners.add(hear);
  listeners.add(hear);
  listeners.tell({ state: 'ready' });
  expect(heard).toEqual(['ready', 'ready']);
  leave();
  leave();
  listeners.tell({ state: 'closed' });
  expect(heard).toEqual(['ready', 'ready', 'closed']);
});

test('a listener may leave while it hears, and what is closed is not closed again', () => {
  const listeners = new Listeners();
  const heard: string[] = [];
  const leave = listeners.add(({ state }) => {
    heard.push(state);
    leave();
  });
  listeners.add(({ state }) => void heard.push(state));
  listeners.tell({ state: 'closed' });
  listeners.tell({ state: 'ready' });
  listeners.tell({ state: 'closed' });
  listeners.tell({ state: 'closed' });
  expect(heard).toEqual(['ready', 'ready', 'closed']);
});
