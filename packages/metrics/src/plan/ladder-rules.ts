import { jsonPath, type Path } from '../base/json-path.js';
import { problem, type Problem } from '../base/problem.js';
import { quote } from '../base/quoting.js';
import { say, type Sentence } from '../base/sentence.js';
import type { Ladder } from './plan.js';

/** That each tier of a ladder with a register has events, and that each event leads to one tier, which it does not end. */
export function* checkLadder({ register, tiers }: Ladder, at: Path): Generator<Problem> {
  const path = [...at, 'tiers'];
  const tell = (keys: Path, message: Sentence, remedy: Sentence): Problem =>
    problem({ code: 'tier-events', where: jsonPath(...path, ...keys), message, remedy });
  const leads = new Map<string, number>();
  for (const [i, { id, events = [], until = [] }] of tiers.entries()) {
    if (!register && events.length + until.length > 0) {
      const message = say`The tier ${id} names events, but the ladder names no register that holds them.`;
      const remedy = say`Add "register": { "dataset": "…", "event": "…", "subject": "…" } to the ladder, or remove the events.`;
      yield tell([i, events.length > 0 ? 'events' : 'until'], message, remedy);
    }
    if (register && events.length === 0) {
      const message = say`No event leads to the tier ${id}.`;
      const remedy = say`Add "events": [ … ] with the events of the register that lead to it. To count no enterprise at all, remove "register".`;
      yield tell([i], message, remedy);
    }
    for (const [j, event] of events.entries()) {
      const other = leads.get(event);
      leads.set(event, other ?? i);
      if (other === undefined) continue;
      const message =
        other === i
          ? say`The event ${quote(event)} is here twice.`
          : say`The event ${quote(event)} leads to two tiers: this one and ${tiers[other]!.id}.`;
      const remedy =
        other === i
          ? say`Remove one of the two.`
          : say`Remove it from one of them: an enterprise stands on the higher tier alone.`;
      yield tell([i, 'events', j], message, remedy);
    }
    for (const [j, event] of until.entries()) {
      if (until.indexOf(event) !== j)
        yield tell(
          [i, 'until', j],
          say`The event ${quote(event)} is here twice.`,
          say`Remove one of the two.`,
        );
      else if (events.includes(event)) {
        const message = say`The event ${quote(event)} leads to the tier ${id}, and ends it.`;
        yield tell([i, 'until', j], message, say`Remove it from "events" or from "until".`);
      }
    }
  }
}
