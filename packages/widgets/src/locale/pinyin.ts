/** The letters with which syllables of pinyin begin, and of each the first character in the pinyin order of Unicode's CLDR. */
const letters = 'abcdefghjklmnopqrstwxyz';
const firsts = [...'阿八嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀'];

/** After the last characters that have a reading come those that have none, by their radicals. Their order differs between versions. */
const lasts = ['咗', '糳', '做'];

/** The order by pinyin of this browser; `undefined` where it has none. It is made when it is first needed: that takes time. */
let pinyin: Intl.Collator | null | undefined;

function findPinyin(): Intl.Collator | undefined {
  if (pinyin === undefined) {
    const found = new Intl.Collator('zh-u-co-pinyin');
    // A browser without Chinese has another order, by code point or by strokes, in which these do not stand one after another.
    const isOrdered = firsts.every((one, at) => at === 0 || found.compare(firsts[at - 1]!, one) < 0);
    pinyin = Intl.Collator.supportedLocalesOf('zh').length > 0 && isOrdered ? found : null;
  }
  return pinyin ?? undefined;
}

/**
 * The first letters of the pinyin of a text, by which its reader searches: one for each Chinese character; letters of ASCII, in lower
 * case, and digits stand for themselves, all else is left out. `undefined` where the browser has no Chinese order, so that nothing is offered.
 *
 * A character that is read in several ways has one of them, whatever the word: 重庆 is `zq`, 银行 `yx`, 长江 `zj`. Whoever offers a search by
 * these letters says that it may miss such words, and searches the text itself, too.
 *
 * @example pinyinInitials('集成电路') // 'jcdl'
 */
export function pinyinInitials(text: string): string | undefined {
  const order = findPinyin();
  if (!order) return undefined;
  // Full-width letters are letters, and a radical of its own is the character.
  return Array.from(text.normalize('NFKC'), (character) => initialOf(character, order)).join('');
}

const known = new Map<string, string>();

function initialOf(character: string, order: Intl.Collator): string {
  if (/[a-z\d]/i.test(character)) return character.toLowerCase();
  if (!/\p{Script=Han}/u.test(character)) return '';
  const before = known.get(character);
  if (before !== undefined) return before;
  const isRead = lasts.some((last) => order.compare(character, last) <= 0);
  const initial = isRead ? letters.charAt(lastNotAfter(character, order)) : '';
  known.set(character, initial);
  return initial;
}

/** The place of the last of the first characters that does not stand after one, by halving. */
function lastNotAfter(character: string, order: Intl.Collator): number {
  let [low, high] = [0, firsts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (order.compare(firsts[middle]!, character) <= 0) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The distinct ones of some texts in the order of pinyin, those that are equal in it by code unit: the `ranks` of an order of rows.
 * `undefined` where the browser has no Chinese order. Characters that are read in several ways stand by one of their readings, and the
 * order may differ a little between browsers: only the order by code point is the same everywhere.
 *
 * @example rankByPinyin(['生物医药', '集成电路', '人工智能']) // ['集成电路', '人工智能', '生物医药']
 */
export function rankByPinyin(values: Iterable<string>): readonly string[] | undefined {
  const order = findPinyin();
  return (
    order && [...new Set(values)].sort((one, other) => order.compare(one, other) || (one < other ? -1 : 1))
  );
}
