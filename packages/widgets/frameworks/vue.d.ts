// Written from the manifest by "npm run manifest": the tags of @zj/widgets in Vue's templates.
// Types alone: import '@zj/widgets/vue' in one file of a project.
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type {
  ZjSource,
  ZjGoalGauge,
  ZjTrendChart,
  ZjBreakdownChart,
  ZjDataTable,
  ZjFilter,
  ZjTierLadder,
  ZjTaskBoard,
  ZjGoalBoard,
  ZjVerify,
} from '@zj/widgets';

/** What Vue knows of every element, and of this one. */
type Tag<Element, Props, Events> = new () => Element & {
  $props: Props & Omit<HTMLAttributes, keyof Props> & PublicProps;
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};

/** One release for all elements inside it, one engine and one selection. It has no box of its own. Elements inside need no address: a gauge names its goal, a chart its goal or metric. The engine starts when an element asks a question, not before; sources that name the same `sdk` and `engine` share one, which stops when the last of them is gone. */
export interface ZjSourceProps {
  /** The address of the release's manifest.json. The other files of the release are found by it. */
  manifest?: ZjSource['manifest'] | null | undefined;
  /** The SHA-256 of the manifest, as `sha256-…` in Base64. It pins all files of the release: any other file is rejected. Each file is read once. */
  integrity?: ZjSource['integrity'] | null | undefined;
  /** Minutes until the files are old (default 10), as of `<zj-goal-gauge>`; for all files that elements inside read by this source. */
  refresh?: number | `${number}` | 'never' | null | undefined;
  /** The address of `zj-metrics.js` of @zj/metrics (`dist/browser`), for questions. */
  sdk?: ZjSource['sdk'] | null | undefined;
  /** The folder of the engine's files, such as `/zj/engine/`. */
  engine?: ZjSource['engine'] | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  refreshAfter?: ZjSource['refreshAfter'] | null | undefined;
  /** The page's own metrics, or one of their releases, in place of `sdk` and `engine`. The page closes them. */
  metrics?: ZjSource['metrics'] | null | undefined;
  /** The selection: `where`, conditions as in a query, and `during`, a period. Plain data, frozen. */
  selection?: ZjSource['selection'] | null | undefined;
}

export interface ZjSourceEvents {
  /** The manifest is read, for the first time or with new content. */
  'zj-source-ready': GlobalEventHandlersEventMap['zj-source-ready'];
  /** Another selection. */
  'zj-selection-changed': GlobalEventHandlersEventMap['zj-selection-changed'];
  /** `ATTRIBUTE`: an attribute is invalid, or 20 seconds have passed without `manifest` and `metrics`. `RELEASE`: the manifest cannot be read. The elements inside show it, too. */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

/** The progress of one goal: attainment, target, schedule and status, with the reason, the clause, the source and the query. It reads a release (`src` and `goal`, or `goal` inside a `<zj-source>`), or shows the figures of its tag (`value`, `target`, …). It shows the content of its tag until figures arrive. If none arrive, the content stays, marked stale. */
export interface ZjGoalGaugeProps {
  /** The address of the release's verdicts.json. Inside a `<zj-source>` it can be left out. */
  src?: ZjGoalGauge['src'] | null | undefined;
  /** The id of the goal in that file, such as `pct-applications`. */
  goal?: ZjGoalGauge['goal'] | null | undefined;
  /** The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected. The file is read once. */
  integrity?: ZjGoalGauge['integrity'] | null | undefined;
  /** Minutes until the figures are old (default 10). The gauge reads old figures again when the page becomes visible or online. With a number, it also reads them while the page is visible. `never` disables this. */
  refresh?: number | `${number}` | 'never' | null | undefined;
  /** The drawing: a dial that opens downward (`arc`, the default), a full circle (`ring`), a bar (`linear`), or only the figure (`number`). Small counts are drawn as segments. */
  appearance?: ZjGoalGauge['appearance'] | null | undefined;
  /** A smaller drawing, without forecast, pace, source and end labels. They stay in the text for assistive technology. */
  compact?: ZjGoalGauge['compact'] | null | undefined;
  /** Left out of the card, and kept in the text for assistive technology: `forecast`, `source`, `through`, or several of them with spaces; `read` leaves out the button that elder mode has. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`. */
  hide?: ZjGoalGauge['hide'] | null | undefined;
  /** Larger type, higher contrast, larger targets (长辈版). */
  elder?: ZjGoalGauge['elder'] | null | undefined;
  /** Stand-alone: the actual figure, at most 10¹⁵. Empty: not reported. */
  value?: ZjGoalGauge['value'] | null | undefined;
  /** Stand-alone: the target figure. */
  target?: ZjGoalGauge['target'] | null | undefined;
  /** Stand-alone: the target is to be kept, not reached: the figure stays at `target` or above it, or at `target` or below it. */
  bound?: ZjGoalGauge['bound'] | null | undefined;
  /** Stand-alone: the figure stays between two figures, both included, such as `4.5..5.5`. In place of `target`. */
  range?: ZjGoalGauge['range'] | null | undefined;
  /** Stand-alone: the level at the start. A target below the baseline is a decrease. */
  baseline?: ZjGoalGauge['baseline'] | null | undefined;
  /** Stand-alone: the unit, such as 亿元, 件, billion yuan, applications. */
  unit?: ZjGoalGauge['unit'] | null | undefined;
  /** Stand-alone: the name of the goal. With `src`: the name until the release is read. */
  label?: ZjGoalGauge['label'] | null | undefined;
  /** Stand-alone: the first day of the period, such as 2026-01-01. */
  start?: ZjGoalGauge['start'] | null | undefined;
  /** Stand-alone: the last day of the period. */
  end?: ZjGoalGauge['end'] | null | undefined;
  /** Stand-alone: the last day that the figure covers; use it with `start` and `end`. Without it, the gauge says that it has no schedule. `asof` is the same attribute. */
  asOf?: ZjGoalGauge['asOf'] | null | undefined;
  /** Stand-alone: the figure is a count of things. A small target is judged by probability. */
  count?: ZjGoalGauge['count'] | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  refreshAfter?: ZjGoalGauge['refreshAfter'] | null | undefined;
  /** The verdict or the withheld goal to show. It has priority over all attributes. */
  verdict?: ZjGoalGauge['verdict'] | null | undefined;
}

export interface ZjGoalGaugeEvents {
  /** The gauge shows new figures. */
  'zj-verdict-changed': GlobalEventHandlersEventMap['zj-verdict-changed'];
  /** `ATTRIBUTE`: an attribute is invalid; a word that the gauge does not know, as in `appearance="dial"`, is told by this event and the console alone, and the default is shown. `RELEASE`: the release cannot be read. `UNKNOWN_NAME`: the release has no such goal. `FAULT`: the gauge has a bug. `PART`: `zj.js` cannot load the file of the element. */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

/** Figures over time: of a goal with its schedule, milestones, last year, forecast and events, or of a metric and its members. A native slider goes through the periods and says each figure; a table has all of them. */
export interface ZjTrendChartProps {
  /** Lines or bars of the figures of each period, or the sum so far. Default: the sum for a goal that is summed, else lines. */
  appearance?: ZjTrendChart['appearance'] | null | undefined;
  /** The periods that are shown, such as `2026`, `2025..2026`, `2026-03..2026-10` or `2026-03..`. The `during` of a query is written otherwise: `2025-11/2026-02`. Default: for a sum the period of the goal, else the newest 24 and those to come. */
  during?: ZjTrendChart['during'] | null | undefined;
  /** Of a series by a dimension the members in colour, at most three, with commas between them. Default: the largest and the smallest of many, else all. */
  members?: ZjTrendChart['members'] | null | undefined;
  /** The name until the data are read. */
  label?: ZjTrendChart['label'] | null | undefined;
  /** Parts that are not shown, with spaces between them: status, summary, readout, remarks, source, through, table, download, read. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`; `download` leaves out csv, svg and png. */
  hide?: ZjTrendChart['hide'] | null | undefined;
  /** Larger type, fewer ticks, larger targets (长辈版). */
  elder?: ZjTrendChart['elder'] | null | undefined;
  /** The address of a series file of a release, such as `/data/series/goals/pct-applications.json`. */
  src?: ZjTrendChart['src'] | null | undefined;
  /** Inside a `<zj-source>`: the id of a goal. */
  goal?: ZjTrendChart['goal'] | null | undefined;
  /** Inside a `<zj-source>`: the id of a metric whose series is published. */
  metric?: ZjTrendChart['metric'] | null | undefined;
  /** With `metric`: the length of the periods. Default: month. */
  grain?: ZjTrendChart['grain'] | null | undefined;
  /** With `metric`: the dimension that the series is split by. */
  by?: ZjTrendChart['by'] | null | undefined;
  /** Inside a `<zj-source>` with an engine: a query as JSON, such as `{"metric":"industry-revenue","by":["month"],"during":"2025-11/2026-02"}`. */
  query?: ZjTrendChart['query'] | null | undefined;
  /** The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected. */
  integrity?: ZjTrendChart['integrity'] | null | undefined;
  /** Minutes until the figures are old (default 10). */
  refresh?: number | `${number}` | 'never' | null | undefined;
  /** The series to show. It has priority over all attributes. */
  series?: ZjTrendChart['series'] | null | undefined;
  /** The result of a query to show. */
  result?: ZjTrendChart['result'] | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  refreshAfter?: ZjTrendChart['refreshAfter'] | null | undefined;
}

export interface ZjTrendChartEvents {
  /** A reader has moved the cursor to another period. */
  'zj-cursor-changed': GlobalEventHandlersEventMap['zj-cursor-changed'];
  /** The chart shows new data. */
  'zj-data-changed': GlobalEventHandlersEventMap['zj-data-changed'];
  /** `ATTRIBUTE`: an attribute is invalid, or 20 seconds have passed without any input; a word that the chart does not know, as in `appearance="pie"`, is told by this event and the console alone, and the default is shown. `RELEASE`: a file cannot be read. `UNKNOWN_NAME`: the release has no such goal or series. `QUERY`: the query has no answer. `ENGINE`: there is no engine. `PART`: a file of the chart itself cannot be read. `FAULT`: the chart has a bug. */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

/** A figure by the members of a dimension: ranked bars in a table, with share, change and contribution. The first members stand one by one, all others as 其他, which opens. A reader sorts it by the heads of its columns and chooses a member by its name. */
export interface ZjBreakdownChartProps {
  /** Bars of the figures (`table`, the default), or of increases and decreases (`change`), or a small chart over time for each member (`multiples`; of a series file alone). */
  appearance?: ZjBreakdownChart['appearance'] | null | undefined;
  /** With `multiples`: one scale for all (the default), or each its own, which each then says. */
  scale?: ZjBreakdownChart['scale'] | null | undefined;
  /** The period, as long as those of the data: `2026-10` of months, `2026-Q3` of quarters, `2026-H1` of half-years, `2026` of years; or one of its days, such as `2026-10-15`. Default: the last with figures. */
  period?: ZjBreakdownChart['period'] | null | undefined;
  /** The figures of the year up to the end of the period, not those of the period alone. */
  cumulative?: ZjBreakdownChart['cumulative'] | null | undefined;
  /** So many members stand one by one (default 8, and 5 where there is little room; 6 small charts). */
  top?: ZjBreakdownChart['top'] | null | undefined;
  /** The order of the rows; `given` is that of the data. Default: by the figures of the bars. */
  order?: ZjBreakdownChart['order'] | null | undefined;
  /** The member that is chosen. Inside a `<zj-source>` its selection says so. */
  chosen?: ZjBreakdownChart['chosen'] | null | undefined;
  /** The name until the data are read. */
  label?: ZjBreakdownChart['label'] | null | undefined;
  /** Parts that are not shown, with spaces between them: status, summary, readout, remarks, source, through, table, download, read. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`; `download` leaves out csv, svg and png. */
  hide?: ZjBreakdownChart['hide'] | null | undefined;
  /** Larger type, fewer ticks, larger targets (长辈版). */
  elder?: ZjBreakdownChart['elder'] | null | undefined;
  /** The address of a series file of a release, such as `/data/series/goals/pct-applications.json`. */
  src?: ZjBreakdownChart['src'] | null | undefined;
  /** Inside a `<zj-source>`: the id of a goal. */
  goal?: ZjBreakdownChart['goal'] | null | undefined;
  /** Inside a `<zj-source>`: the id of a metric whose series is published. */
  metric?: ZjBreakdownChart['metric'] | null | undefined;
  /** With `metric`: the length of the periods. Default: month. */
  grain?: ZjBreakdownChart['grain'] | null | undefined;
  /** With `metric`: the dimension that the series is split by. */
  by?: ZjBreakdownChart['by'] | null | undefined;
  /** Inside a `<zj-source>` with an engine: a query as JSON, such as `{"metric":"industry-revenue","by":["month"],"during":"2025-11/2026-02"}`. */
  query?: ZjBreakdownChart['query'] | null | undefined;
  /** The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected. */
  integrity?: ZjBreakdownChart['integrity'] | null | undefined;
  /** Minutes until the figures are old (default 10). */
  refresh?: number | `${number}` | 'never' | null | undefined;
  /** The series to show. It has priority over all attributes. */
  series?: ZjBreakdownChart['series'] | null | undefined;
  /** The result of a query to show. */
  result?: ZjBreakdownChart['result'] | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  refreshAfter?: ZjBreakdownChart['refreshAfter'] | null | undefined;
}

export interface ZjBreakdownChartEvents {
  /** A reader chose a member, or let it go. Detail: `column`, `member`, and the `condition` of a query (`null` where nothing is chosen). */
  'zj-selected': GlobalEventHandlersEventMap['zj-selected'];
  /** The chart shows new data. */
  'zj-data-changed': GlobalEventHandlersEventMap['zj-data-changed'];
  /** `ATTRIBUTE`: an attribute is invalid, or 20 seconds have passed without any input; a word that the chart does not know, as in `appearance="pie"`, is told by this event and the console alone, and the default is shown. `RELEASE`: a file cannot be read. `UNKNOWN_NAME`: the release has no such goal or series. `QUERY`: the query has no answer. `ENGINE`: there is no engine. `PART`: a file of the chart itself cannot be read. `FAULT`: the chart has a bug. */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

/** A table of rows: of a series file, of the answer to a query, or of a dataset, from a few to a million. A reader orders it by several columns, filters and searches it, selects and copies cells, and saves all rows as CSV. Cells have their exact figures; empty ones say why. The keyboard walks it by cell. */
export interface ZjDataTableProps {
  /** Inside a `<zj-source>` with an engine: the id of a dataset, whose rows are shown. */
  datasetId?: ZjDataTable['datasetId'] | null | undefined;
  /** The name. Default: that of the data. */
  label?: ZjDataTable['label'] | null | undefined;
  /** Parts that are not shown, with spaces between them: summary, find, modes, download, source, through. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`. */
  hide?: ZjDataTable['hide'] | null | undefined;
  /** Rows in pages, or scrolled through. Default: pages in elder mode, in narrow tables and up to 1000 rows, else scrolled. */
  mode?: ZjDataTable['mode'] | null | undefined;
  /** Rows of a page (default 50). Cards are 10 a page. A reader may choose others. */
  pageSize?: ZjDataTable['pageSize'] | null | undefined;
  /** The order until a reader chooses one: names of columns with spaces between, a minus in front of those from the greatest down, such as `-revenue company`. */
  order?: ZjDataTable['order'] | null | undefined;
  /** The address of the page holds the order, the conditions and the page: `?page=3&sort=-revenue&search=03&release=ab12cd34ef56`. With a word, such as `address="detail"`, it stands before each name: `detail-page=3`. Each table of a page needs another one. */
  address?: ZjDataTable['address'] | null | undefined;
  /** Larger type, pages, larger targets (长辈版). */
  elder?: ZjDataTable['elder'] | null | undefined;
  /** The address of a series file of a release, such as `/data/series/goals/pct-applications.json`. */
  src?: ZjDataTable['src'] | null | undefined;
  /** Inside a `<zj-source>`: the id of a goal. */
  goal?: ZjDataTable['goal'] | null | undefined;
  /** Inside a `<zj-source>`: the id of a metric whose series is published. */
  metric?: ZjDataTable['metric'] | null | undefined;
  /** With `metric`: the length of the periods. Default: month. */
  grain?: ZjDataTable['grain'] | null | undefined;
  /** With `metric`: the dimension that the series is split by. */
  by?: ZjDataTable['by'] | null | undefined;
  /** Inside a `<zj-source>` with an engine: a query as JSON, such as `{"metric":"industry-revenue","by":["month"],"during":"2025-11/2026-02"}`. */
  query?: ZjDataTable['query'] | null | undefined;
  /** The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected. */
  integrity?: ZjDataTable['integrity'] | null | undefined;
  /** Minutes until the figures are old (default 10). */
  refresh?: number | `${number}` | 'never' | null | undefined;
  /** The rows to show: columns and rows as data, or a source of rows. It has priority over all others. */
  rows?: ZjDataTable['rows'] | null | undefined;
  /** The series to show. It has priority over all attributes. */
  series?: ZjDataTable['series'] | null | undefined;
  /** The result of a query to show. */
  result?: ZjDataTable['result'] | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  refreshAfter?: ZjDataTable['refreshAfter'] | null | undefined;
}

export interface ZjDataTableEvents {
  /** The table shows other rows. */
  'zj-data-changed': GlobalEventHandlersEventMap['zj-data-changed'];
  /** A reader ordered, filtered or searched the rows, or went to another page. Detail: `orderBy`, `where`, `search`, `mode`, `page`. */
  'zj-arranged': GlobalEventHandlersEventMap['zj-arranged'];
  /** `ATTRIBUTE`: an attribute is invalid. `RELEASE`: a file cannot be read. `UNKNOWN_NAME`: the release has no such goal or series. `QUERY`: the question has no answer. `ENGINE`: there is no engine. `FAULT`: the table has a bug. */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

/** Chooses periods and values of a dataset for all elements of the source around it. Each field shows how many rows every value has under the conditions of all other fields. The conditions stand in words above; the address of the page holds them, if it is to. */
export interface ZjFilterProps {
  /** Inside a `<zj-source>` with an engine: the id of the dataset whose rows are counted. */
  datasetId?: ZjFilter['datasetId'] | null | undefined;
  /** The columns to choose from, with spaces between them, and at most one length of periods: `month industry zone`. */
  fields?: ZjFilter['fields'] | null | undefined;
  /** A metric over the dataset: its figure is the height of the periods' bars. Default: the rows. */
  metric?: ZjFilter['metric'] | null | undefined;
  /** The name. Default: 筛选. */
  label?: ZjFilter['label'] | null | undefined;
  /** Parts that are not shown, with spaces between them: count, chips, quick, dates, hint. */
  hide?: ZjFilter['hide'] | null | undefined;
  /** The address of the page holds the choices: `?industry=集成电路&month=2026-01..2026-10&release=ab12cd34ef56`. With a word, such as `address="detail"`, it stands before each name: `detail-month=2026-10`. Filters of two sources need two. */
  address?: ZjFilter['address'] | null | undefined;
  /** Larger type, larger targets (长辈版). */
  elder?: ZjFilter['elder'] | null | undefined;
}

export interface ZjFilterEvents {
  /** The figures of a selection have arrived. */
  'zj-filtered': GlobalEventHandlersEventMap['zj-filtered'];
  /** `ATTRIBUTE`: an attribute is invalid. `UNKNOWN_NAME`: there is no such dataset, column or metric. `QUERY`: the question has no answer. `ENGINE`: there is no engine. `FAULT`: the filter has a bug. */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

/** The ladder of enterprises that a plan cultivates: how many stand on each tier, how many stood there at the start of the period, who came and who left, and the moves between tiers. All figures come from `ladder.json` of a release, at `src` or in the release of a `<zj-source>` around it. */
export interface ZjTierLadderProps {
  /** The address of the file, such as `/data/ladder.json`. Without it, the release of the `<zj-source>` around has it. */
  src?: ZjTierLadder['src'] | null | undefined;
  /** The period: `2026`, `2026-H1`, `2026-Q3` or `2026-07`. Default: the year of the last day of the register. A reader can choose another year. */
  period?: ZjTierLadder['period'] | null | undefined;
  /** Parts that are not shown, with spaces between them: summary, period, remarks, source, through, table, read. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`. */
  hide?: ZjTierLadder['hide'] | null | undefined;
  /** The name. Default: a word for the content. */
  label?: ZjTierLadder['label'] | null | undefined;
  /** Larger type, larger targets (长辈版). */
  elder?: ZjTierLadder['elder'] | null | undefined;
  /** The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected. */
  integrity?: ZjTierLadder['integrity'] | null | undefined;
  /** Minutes until the figures are old (default 10). */
  refresh?: number | `${number}` | 'never' | null | undefined;
  /** The ladder to show. It has priority over `src`. */
  ladder?: ZjTierLadder['ladder'] | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  refreshAfter?: ZjTierLadder['refreshAfter'] | null | undefined;
}

export interface ZjTierLadderEvents {
  /** The element shows a new ladder. */
  'zj-ladder-changed': GlobalEventHandlersEventMap['zj-ladder-changed'];
  /** `ATTRIBUTE`: an attribute is invalid, or 20 seconds have passed without any input. `RELEASE`: the file cannot be read, or the release has none. `FAULT`: the element has a bug. */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

/** The tasks of a plan by areas, with their measures: the state that those responsible reported, the days, a note and the evidence. A task without a report has the state 没有报告, and no colour. All of it comes from `tasks.json` of a release, at `src` or in the release of a `<zj-source>` around it. */
export interface ZjTaskBoardProps {
  /** The address of the file, such as `/data/tasks.json`. Without it, the release of the `<zj-source>` around has it. */
  src?: ZjTaskBoard['src'] | null | undefined;
  /** Parts that are not shown, with spaces between them: summary, counts, safeguards, remarks, source, through, read. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`. */
  hide?: ZjTaskBoard['hide'] | null | undefined;
  /** The name. Default: a word for the content. */
  label?: ZjTaskBoard['label'] | null | undefined;
  /** Larger type, larger targets (长辈版). */
  elder?: ZjTaskBoard['elder'] | null | undefined;
  /** The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected. */
  integrity?: ZjTaskBoard['integrity'] | null | undefined;
  /** Minutes until the figures are old (default 10). */
  refresh?: number | `${number}` | 'never' | null | undefined;
  /** The tasks to show. It has priority over `src`. */
  tasks?: ZjTaskBoard['tasks'] | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  refreshAfter?: ZjTaskBoard['refreshAfter'] | null | undefined;
}

export interface ZjTaskBoardEvents {
  /** The element shows new tasks. */
  'zj-tasks-changed': GlobalEventHandlersEventMap['zj-tasks-changed'];
  /** `ATTRIBUTE`: an attribute is invalid, or 20 seconds have passed without any input. `RELEASE`: the file cannot be read, or the release has none. `FAULT`: the element has a bug. */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

/** All goals of a plan on one board: how each stands, its actual figure against its target, what was due by now, what is needed in each month that is left. A goal opens its clause, the reasons and all its figures. The counts are filters; a reader searches and orders. Goals that have not begun, without data, that cannot be assessed or are withheld are counted apart. Inside a `<zj-source>` the goals stand by the themes of the plan. */
export interface ZjGoalBoardProps {
  /** The address of the release's verdicts.json. Inside a `<zj-source>` it can be left out. */
  src?: ZjGoalBoard['src'] | null | undefined;
  /** The name. Default: 目标进展. */
  label?: ZjGoalBoard['label'] | null | undefined;
  /** Parts that are not shown, with spaces between them: summary, counts, search, order, remarks, source, through, read. Items of the menu are left out by `menu-csv`, `menu-sql` and so on (table, csv, svg, png, embed, cite, source, conflicts, sql, verify), the whole menu by `menu`. */
  hide?: ZjGoalBoard['hide'] | null | undefined;
  /** Larger type, larger targets (长辈版). */
  elder?: ZjGoalBoard['elder'] | null | undefined;
  /** The SHA-256 of the file at `src`, as `sha256-…` in Base64. Any other file is rejected. */
  integrity?: ZjGoalBoard['integrity'] | null | undefined;
  /** Minutes until the figures are old (default 10). */
  refresh?: number | `${number}` | 'never' | null | undefined;
  /** The content of a verdicts.json to show. It has priority over all attributes. */
  verdicts?: ZjGoalBoard['verdicts'] | null | undefined;
  /** The `plan` of a manifest.json, whose themes order the goals. Default: that of the source around, where its verdicts are shown. */
  plan?: ZjGoalBoard['plan'] | null | undefined;
  /** The attribute `refresh`, as a property: minutes, or `never`. */
  refreshAfter?: ZjGoalBoard['refreshAfter'] | null | undefined;
}

export interface ZjGoalBoardEvents {
  /** The board shows other verdicts. */
  'zj-board-changed': GlobalEventHandlersEventMap['zj-board-changed'];
  /** `ATTRIBUTE`: an attribute is invalid, or nothing says which goals to show. `RELEASE`: the file cannot be read. `FAULT`: the board has a bug. */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

/** 核验: computes the published figures of the source around it again, in the reader's own browser, from the published data, and says whether they are equal, also to those that the gauges of the source show. It begins when a reader presses the button, and not before. */
export interface ZjVerifyProps {
  /** The id of the one goal whose figures and steps are shown. Everything is compared; all differences are shown. */
  goal?: ZjVerify['goal'] | null | undefined;
  /** The name. Default: 核验, with the name of the goal. */
  label?: ZjVerify['label'] | null | undefined;
  /** Larger type, larger targets (长辈版). */
  elder?: ZjVerify['elder'] | null | undefined;
}

export interface ZjVerifyEvents {
  /** The result is there. */
  'zj-verified': GlobalEventHandlersEventMap['zj-verified'];
  /** `ATTRIBUTE`: an attribute is invalid, or there is no source. `UNKNOWN_NAME`: the plan has no such goal. `RELEASE`: the release cannot be read, or has changed. `ENGINE`: there is no engine. `QUERY`: it could not be computed. `FAULT`: the element has a bug. */
  'zj-failed': GlobalEventHandlersEventMap['zj-failed'];
}

declare module 'vue' {
  interface HTMLAttributes {
    /** The slot of an element that this stands in. */
    slot?: string | undefined;
  }
  interface GlobalComponents {
    'zj-source': Tag<ZjSource, ZjSourceProps, ZjSourceEvents>;
    'zj-goal-gauge': Tag<ZjGoalGauge, ZjGoalGaugeProps, ZjGoalGaugeEvents>;
    'zj-trend-chart': Tag<ZjTrendChart, ZjTrendChartProps, ZjTrendChartEvents>;
    'zj-breakdown-chart': Tag<ZjBreakdownChart, ZjBreakdownChartProps, ZjBreakdownChartEvents>;
    'zj-data-table': Tag<ZjDataTable, ZjDataTableProps, ZjDataTableEvents>;
    'zj-filter': Tag<ZjFilter, ZjFilterProps, ZjFilterEvents>;
    'zj-tier-ladder': Tag<ZjTierLadder, ZjTierLadderProps, ZjTierLadderEvents>;
    'zj-task-board': Tag<ZjTaskBoard, ZjTaskBoardProps, ZjTaskBoardEvents>;
    'zj-goal-board': Tag<ZjGoalBoard, ZjGoalBoardProps, ZjGoalBoardEvents>;
    'zj-verify': Tag<ZjVerify, ZjVerifyProps, ZjVerifyEvents>;
  }
}
