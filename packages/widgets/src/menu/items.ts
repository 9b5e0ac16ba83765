import type { Manifest } from '@zj/metrics';
import {
  hiddenItems,
  menuItems,
  type MenuItem,
  type MenuSubject,
  type MenuTools,
} from '../element/menu-subject.js';
import { aboutOf, conflictsOf } from './about.js';

/** The surroundings on which the items of a menu depend. */
export interface MenuPlace {
  readonly tools: MenuTools<unknown> | null;
  readonly manifest: Manifest | null | undefined;
  /** Whether markup can have the figures. */
  readonly canEmbed: boolean;
  /** Whether an engine is around that computes the figures again. */
  readonly canVerify: boolean;
}

/** The items that make sense for an element and its data, in their order, without those that it hides. */
export function itemsOf(subject: MenuSubject, hide: unknown, place: MenuPlace): readonly MenuItem[] {
  const { tools, manifest, canEmbed, canVerify } = place;
  const { verdicts, sql } = aboutOf(subject.data, manifest);
  const offered: Readonly<Record<MenuItem, boolean>> = {
    table: subject.openTable !== undefined || tools !== null,
    csv: tools !== null,
    svg: tools?.svgOf !== undefined,
    png: tools?.svgOf !== undefined,
    embed: canEmbed,
    cite: true,
    source: true,
    conflicts: verdicts.some((verdict) => conflictsOf(verdict).length > 0),
    sql: sql.length > 0,
    verify: canVerify,
  };
  const hidden = hiddenItems(hide) ?? menuItems;
  return menuItems.filter(
    (item) => offered[item] && !hidden.includes(item) && !subject.without?.includes(item),
  );
}
