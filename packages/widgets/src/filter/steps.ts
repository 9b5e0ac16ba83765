import type { Filter, FilterSpec, FilterState, ListedField, Selection } from '@zj/metrics';
import { failureOf, type Failure } from '../element/failure.js';
import type { SourceGift } from '../element/source.js';

/** A filter of the source around, as far as it has come. */
export interface Stepped {
  /** The fields; absent until the filter stands. */
  readonly fields?: readonly ListedField[] | undefined;
  /** The metric of the figures. */
  readonly metric?: Filter['metric'] | undefined;
  /** The last day that the figures can cover. */
  readonly through?: Filter['reportedThrough'] | undefined;
  /** The newest figures; older ones stay while new ones are computed, and when that fails. */
  readonly state?: FilterState | undefined;
  readonly failure?: Failure | undefined;
  /** The filter is being made, or a step is under way. */
  readonly busy: boolean;
}

/** Who makes a filter and moves it along with the selection of the source. */
export interface Stepper {
  /** The figures so far. Another source, other data or another question make another filter; another selection makes a step. */
  readonly look: (gift: SourceGift, spec: FilterSpec) => Stepped;
  /** Tries the same again. */
  readonly retry: () => void;
  readonly end: () => void;
}

/** Makes one; `update` is called when something arrives. */
export function createStepper(update: () => void): Stepper {
  let asked: readonly unknown[] = [];
  let stepped: Stepped = { busy: false };
  let filter: Filter | undefined;
  let opening: AbortController | undefined;
  /** The selection of the newest step. */
  let selected: Selection | undefined;

  const end = (): void => {
    opening?.abort();
    opening = undefined;
    // One that is being made is closed when it stands.
    void filter?.close().catch(() => undefined);
    filter = undefined;
    selected = undefined;
    asked = [];
  };

  const open = async (gift: SourceGift, spec: FilterSpec, mine: AbortController): Promise<void> => {
    try {
      const made = await gift.filter(spec, { signal: mine.signal });
      if (opening !== mine) return void made.close();
      filter = made;
      stepped = { ...factsOf(made), state: made.state, busy: false };
    } catch (error) {
      // One that was overtaken says nothing.
      if (opening !== mine) return;
      stepped = { ...stepped, failure: failureOf(error), busy: false };
    }
    update();
  };

  const step = async (own: Filter, selection: Selection): Promise<void> => {
    const isNewest = (): boolean => filter === own && selected === selection;
    try {
      const state = await own.select(selection);
      if (!isNewest()) return;
      stepped = { ...factsOf(own), state, busy: false };
    } catch (error) {
      if (!isNewest()) return;
      stepped = { ...stepped, failure: failureOf(error), busy: false };
    }
    update();
  };

  return {
    look(gift, spec) {
      const question = [gift, gift.era, JSON.stringify(spec)];
      if (!question.every((part, at) => part === asked[at])) {
        const isOther = asked[2] !== undefined && asked[2] !== question[2];
        end();
        asked = question;
        const mine = (opening = new AbortController());
        stepped = isOther ? { busy: true } : { ...stepped, failure: undefined, busy: true };
        void open(gift, spec, mine);
      } else if (filter && selected !== gift.selection) {
        const { selection } = gift;
        const isNothing = selected === undefined && selection.where.length === 0 && !selection.during;
        selected = selection;
        if (!isNothing) {
          stepped = { ...stepped, failure: undefined, busy: true };
          void step(filter, selection);
        }
      }
      return stepped;
    },
    retry() {
      end();
      update();
    },
    end,
  };
}

/** The facts of a filter that are the same in all its states. */
function factsOf({
  fields,
  metric,
  reportedThrough: through,
}: Filter): Pick<Stepped, 'fields' | 'metric' | 'through'> {
  return { fields, metric, through };
}
