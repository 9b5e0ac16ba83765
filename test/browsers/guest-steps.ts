import { formatShare, statusWord } from '@zj/metrics';
import { expect } from 'vitest';
import { findOverlaps, readSheets } from '../sheets.js';
import type { Tab } from './driver.js';
import { press, seen, styleOf, texts, until } from './press.js';
import type { Step, Walk } from './walk.js';

/** Puts a page with gauges of the release under the park's address, and opens it. */
async function openGuest(
  { tab, park, verdicts }: Walk,
  name: string,
  { head = '', body = '', attributes = '' } = {},
): Promise<void> {
  const tags = verdicts.verdicts
    .map(
      ({ goal }) =>
        `<zj-goal-gauge src="/release/verdicts.json" goal="${goal}" ${attributes}></zj-goal-gauge>`,
    )
    .join('');
  park.own.set(
    `/walk/${name}`,
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">` +
      `<link rel="stylesheet" href="/zj/zj.css">${head}</head><body><main>${tags}</main>${body}</body></html>`,
  );
  await tab.open(`${park.address}/walk/${name}`);
  await until(
    tab,
    'four gauges have painted',
    () => document.querySelectorAll('zj-goal-gauge[status]').length === 4,
  );
}

const classic = '<script src="/zj/zj-goal-gauge.js"></script>';

/** What a page could change of a gauge. */
const properties = [
  ...['color', 'background-color', 'font-family', 'font-size', 'font-weight', 'font-style', 'line-height'],
  ...['letter-spacing', 'word-spacing', 'text-transform', 'text-align', 'text-indent', 'text-shadow'],
  ...['white-space', 'direction', 'cursor', 'display', 'visibility', 'width', 'height', 'fill', 'stroke'],
];

/** A page that says of every element what no guest would like. */
const hostile = `*{${[
  ...[
    'color:red',
    'font:italic 9px/3 cursive',
    'letter-spacing:.3em',
    'word-spacing:1em',
    'text-transform:uppercase',
  ],
  ...[
    'text-align:right',
    'text-indent:2em',
    'text-shadow:1px 1px red',
    'white-space:pre',
    'line-break:anywhere',
  ],
  ...['direction:rtl', 'stroke:lime', 'fill:lime', 'cursor:wait', 'contain:none'],
]
  .map((rule) => `${rule}!important`)
  .join(
    ';',
  )}}html,body,main{direction:ltr!important}zj-goal-gauge{display:flex!important}svg,p,table,b,small,figure,details,.root,.dial{display:none!important}`;

/** Without white space. A font may give a character by another that looks the same. */
function tighten(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** A sheet of A4, and the margin around what is printed on it, in points. */
const [sheetWidth, sheetHeight, margin] = [595, 842, 42];

/** The words of a page on paper. No sheet but the last is half empty, no words lie over others, and none are cut off or made smaller. */
async function readPaper(pdf: Uint8Array): Promise<string> {
  // The number of a sheet stands in its margin, however empty the sheet is.
  const sheets = (await readSheets(pdf)).map((pieces) =>
    pieces.filter(({ top }) => top < sheetHeight - margin),
  );
  const ends = sheets.map((pieces) => Math.max(0, ...pieces.map(({ bottom }) => bottom)));
  for (const [at, end] of ends.slice(0, -1).entries())
    // A card that would break goes on to the next sheet, and leaves the rest of this one empty.
    expect(end, `sheet ${at + 1} of ${ends.length}: ${ends.join(' ')}`).toBeGreaterThan(sheetHeight / 2);
  // The detail of one gauge takes a sheet and a half; of the twelve cards, two or three have room on one.
  expect(sheets.length).toBeLessThan(10);
  const { top, bottom } = sheets[0]![0]!;
  // Of nine tenths of its size a letter is seen. Chromium prints a page smaller on which something is too wide.
  expect(bottom - top, sheets[0]![0]!.text).toBeCloseTo(9 * 0.9, 0);
  expect(sheets.flat().filter(({ right }) => right > sheetWidth - margin + 1)).toEqual([]);
  expect(sheets.flatMap(findOverlaps)).toEqual([]);
  return tighten(
    sheets
      .flat()
      .map(({ text }) => text)
      .join(''),
  );
}

/** Whether a text of a PDF holds words. Firefox writes some Chinese characters without saying which they are, and other dashes. */
function holds(text: string, wanted: string): boolean {
  const pattern = [...tighten(wanted)].map((one) => {
    if (/[-–]/.test(one)) return '[-‐‒–\ufffd]';
    return one > '~' ? `[${one}\ufffd]` : one.replace(/[^\w]/, '\\$&');
  });
  return new RegExp(pattern.join('')).test(text);
}

export const guestSteps: readonly Step[] = [
  {
    name: 'under a strict policy gauges run from either script, and what the policy forbids is heard',
    async take(walk) {
      const { tab, park } = walk;
      const policy = (await fetch(`${park.address}/`)).headers.get('content-security-policy');
      expect(policy).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; /,
      );
      await openGuest(walk, 'module', { head: '<script type="module" src="/zj/zj.js"></script>' });
      await press(tab, 'zj-goal-gauge', 'summary');
      await seen(tab, 'zj-goal-gauge', 'details table');
      await openGuest(walk, 'classic', { body: classic });
      await press(tab, 'zj-goal-gauge', 'summary');
      await seen(tab, 'zj-goal-gauge', 'details table');
      expect(await tab.run(() => inPage.heard)).toEqual([]);
      expect(park.reports).toEqual([]);

      await openGuest(walk, 'forbidden', {
        head: '<style>main{color:red}</style>',
        body: `${classic}<script>document.title = 'ran'</script><img src="http://elsewhere.example/x.png" alt="">`,
      });
      await until(
        tab,
        'three violations',
        () => inPage.heard.filter((one) => one.startsWith('policy')).length >= 3,
      );
      await expect.poll(() => park.reports.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
      expect(await tab.run(() => document.title)).toBe('forbidden');
      // They were to be heard.
      park.reports.length = 0;
      await tab.run(() => inPage.heard.splice(0));
    },
  },
  {
    name: 'on a hostile page a gauge has the same type, colours and sizes',
    async take(walk) {
      const { tab, park } = walk;
      const place = 'main{position:absolute;top:0;left:0;width:288px}';
      const look = async (name: string, style: string): Promise<string[]> => {
        park.own.set(`/walk/${name}.css`, place + style);
        await openGuest(walk, name, {
          head: `<link rel="stylesheet" href="/walk/${name}.css">`,
          body: classic,
        });
        await press(tab, 'zj-goal-gauge', 'summary');
        await seen(tab, 'zj-goal-gauge', 'details table');
        return tab.run((names) => inPage.styles(['zj-goal-gauge', 'figure, figure *'], names), properties);
      };
      const plain = await look('plain', '');
      const styled = await look('hostile', hostile);
      expect(plain.length).toBeGreaterThan(200);
      expect(styled).toEqual(plain);
      await walk.keep(tab, 'hostile');
    },
  },
  {
    name: 'on paper there are figures, words and what was opened, and nothing to press',
    async take(walk) {
      const { tab, verdicts } = walk;
      await tab.open(`${walk.park.address}/`);
      await press(tab, 'zj-goal-gauge', 'summary');
      await seen(tab, 'zj-goal-gauge', 'details table');
      const pdf = await tab.print();
      const text = pdf ? await readPaper(pdf) : await layPaper(walk, tab);
      expect(holds(text, verdicts.plan.title.zh!), text).toBe(true);
      for (const { attainment, status, qualifier, count } of verdicts.verdicts) {
        expect(holds(text, statusWord(status, qualifier).zh), text).toBe(true);
        if (!count) expect(text).toContain(formatShare(attainment!));
      }
      // The formula stands in the detail alone. Firefox does not say which characters its monospaced ones are.
      expect(text).toContain(`=${formatShare(verdicts.verdicts[0]!.attainment!)}`);
      for (const button of ['开始核验', 'English', '长辈版']) expect(text).not.toContain(button);
      const counts = await texts(tab, 'zj-tier-ladder', '[part=count]');
      expect(counts).toHaveLength(4);
      // Laid over a screen, paper is read by its gauges alone.
      if (pdf) for (const count of counts) expect(holds(text, count), count).toBe(true);
    },
  },
];

/** What is seen where the rules for paper hold on the screen: no proof of pages, but of what stands on them and how. */
async function layPaper(walk: Walk, tab: Tab): Promise<string> {
  walk.tell(
    'prints nothing: its driver has no command for it. The page’s rules for paper are laid over the screen instead, so breaks between sheets are not tried.',
  );
  await tab.run(() => inPage.layPaper());
  expect(await styleOf(tab, 'background-color', 'body')).toBe('rgb(255, 255, 255)');
  const text = await tab.run(() => inPage.read());
  await walk.keep(tab, 'paper');
  return tighten(text);
}
