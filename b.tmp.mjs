var __defProp = Object.defineProperty;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// packages/metrics/src/nearest.ts
function nearest(name, known) {
  if (name.length > LONGEST2) return void 0;
  const typed = name.toLowerCase();
  let best;
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1;
  let candidates = 0;
  for (const candidate of known) {
    if (++candidates > MOST_CANDIDATES) break;
    if (candidate.length > LONGEST2 || Math.abs(candidate.length - typed.length) >= least) continue;
    const distance = editDistance(typed, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}
function suggest(name, known) {
  const names2 = [...known];
  const meant = nearest(name, names2);
  if (meant !== void 0) return `Did you mean "${meant}"?`;
  if (names2.length === 0) return "None is declared: declare it first, or remove the name.";
  const more = names2.length > MOST_NAMED ? `, \u2026 (${names2.length} in all)` : "";
  return `Use one of: ${names2.slice(0, MOST_NAMED).join(", ")}${more}.`;
}
function editDistance(a, b) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, beforeLast[j - 2] + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length];
}
var LONGEST2, MOST_CANDIDATES, MOST_NAMED;
var init_nearest = __esm({
  "packages/metrics/src/nearest.ts"() {
    "use strict";
    LONGEST2 = 64;
    MOST_CANDIDATES = 1e3;
    MOST_NAMED = 12;
  }
});

// packages/metrics/src/quote.ts
function quote(value) {
  if (typeof value === "string") {
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}\u2026` : value);
  }
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "number" || typeof value === "boolean" || value === null ? String(value) : "nothing";
}
var init_quote = __esm({
  "packages/metrics/src/quote.ts"() {
    "use strict";
  }
});

// packages/metrics/src/input.ts
import * as v from "valibot";
function collect(problems, { file } = {}) {
  const found = [];
  for (const problem of problems) {
    if (found.length === MOST_PROBLEMS) {
      const message = `There are more problems than these ${MOST_PROBLEMS}.`;
      found.push({
        code: "more-problems",
        where: file ?? "$",
        message,
        remedy: "Mend these, then check again."
      });
      break;
    }
    found.push(file === void 0 ? problem : { ...problem, where: `${file} ${problem.where}` });
  }
  return found;
}
var MOST_PROBLEMS;
var init_input = __esm({
  "packages/metrics/src/input.ts"() {
    "use strict";
    init_quote();
    MOST_PROBLEMS = 100;
  }
});

// packages/metrics/src/dataset/turn.ts
function nextTurn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(void 0);
  });
}
var sliceLength;
var init_turn = __esm({
  "packages/metrics/src/dataset/turn.ts"() {
    "use strict";
    sliceLength = 4096;
  }
});

// packages/metrics/src/dataset/read/source.ts
function damaged(name, message, remedy = "Export or copy the file again.") {
  return { code: "damaged-file", where: name, message, remedy };
}
function encrypted(where) {
  const remedy = "Open it in its program and save it without a password.";
  return { code: "encrypted-file", where, message: "This workbook is protected by a password.", remedy };
}
function emptyFile(name) {
  const remedy = "Export it again, with a header that names the columns.";
  return { code: "empty", where: name, message: "The file is empty.", remedy };
}
var init_source = __esm({
  "packages/metrics/src/dataset/read/source.ts"() {
    "use strict";
  }
});

// packages/metrics/src/dataset/read/encoding.ts
async function readUtf8(bytes2, { name, contract }) {
  const marked = markOf(bytes2);
  const { label, length } = marked ?? { label: contract?.encoding ?? "utf-8", length: 0 };
  const declared = contract?.encoding;
  const body = bytes2.subarray(length);
  if (body.length === 0) return emptyFile(name);
  if (declared !== void 0 && marked !== void 0 && !label.startsWith(declared)) {
    const message = `The contract says ${declared}, but the file begins with the byte order mark of ${label}.`;
    const remedy = `Write "encoding": "${label.startsWith("utf-16") ? "utf-16" : label}" in the contract, or remove it.`;
    return { code: "wrong-encoding", where: name, message, remedy };
  }
  const first = await recode(body, label);
  if ("bytes" in first) return withoutNul(first.bytes, name) ?? { bytes: first.bytes, notes: [] };
  if (declared === void 0 && marked === void 0 && !first.isNearly) {
    const second = await recode(body, "gb18030");
    if ("bytes" in second)
      return withoutNul(second.bytes, name) ?? { bytes: second.bytes, notes: [guessed(name)] };
    if (second.line > first.line) return badText(name, "gb18030", second);
  }
  return badText(name, label, first);
}
function markOf(bytes2) {
  const [a, b, c] = bytes2;
  if (a === 239 && b === 187 && c === 191) return { label: "utf-8", length: 3 };
  if (a === 255 && b === 254) return { label: "utf-16le", length: 2 };
  return a === 254 && b === 255 ? { label: "utf-16be", length: 2 } : void 0;
}
async function recode(bytes2, label) {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  const pieces = [];
  try {
    for (let at2 = 0; at2 < bytes2.length; at2 += pieceLength) {
      const stream = at2 + pieceLength < bytes2.length;
      const text = decoder.decode(bytes2.subarray(at2, at2 + pieceLength), { stream });
      if (label !== "utf-8") pieces.push(encoder.encode(text));
      await nextTurn();
    }
  } catch {
    return findBad(bytes2, label);
  }
  if (label === "utf-8") return { bytes: bytes2 };
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return { bytes: whole };
}
async function findBad(bytes2, label) {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  let [line, column, found] = [1, 1, false];
  let [bad, beyond] = [0, 0];
  for (let at = 0; at < bytes2.length; at += pieceLength) {
    const stream = at + pieceLength < bytes2.length;
    const text = decoder.decode(bytes2.subarray(at, at + pieceLength), { stream });
    for (const c of text) {
      if (c > "\x7F") beyond++;
      if (c === "\uFFFD") {
        bad++;
        found = true;
      }
      if (found) continue;
      if (c === "\n") [line, column] = [line + 1, 1];
      else column++;
    }
    await nextTurn();
  }
  return { line, column, isNearly: bad * 10 < beyond };
}
function badText(name, label, { line, column }) {
  const words3 = encodingWords[label.startsWith("utf-16") ? "utf-16" : label];
  return {
    code: "bad-encoding",
    where: `${name}:${line}:${column}`,
    message: `The bytes here are no character of ${words3}.`,
    remedy: 'Save the file again as UTF-8 (in Excel: "CSV UTF-8 (Comma delimited)"), or declare its "encoding" in the contract.'
  };
}
function withoutNul(bytes2, name) {
  if (!bytes2.includes(0)) return void 0;
  const message = "This is not a text file, or it is UTF-16 without a byte order mark.";
  const remedy = 'Export it again as CSV, or declare "encoding": "utf-16" in the contract.';
  return { code: "not-text", where: name, message, remedy };
}
function guessed(name) {
  const message = "This is no UTF-8, and was read as GB 18030 (GBK).";
  const remedy = 'See that names read well; declare the "encoding" in the contract where they do not.';
  return { code: "guessed-encoding", where: name, message, remedy };
}
var pieceLength, encodingWords;
var init_encoding = __esm({
  "packages/metrics/src/dataset/read/encoding.ts"() {
    "use strict";
    init_turn();
    init_source();
    pieceLength = 1 << 20;
    encodingWords = {
      "utf-8": "UTF-8",
      gb18030: "GB 18030",
      "utf-16": "UTF-16"
    };
  }
});

// packages/metrics/src/json.ts
function parseJson(text, { file, line = 1 } = {}) {
  const json = text.replace(/^\uFEFF/, "");
  const prefix = file === void 0 ? "" : `${file}:`;
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    const { offset, message, remedy } = findFault(json, line);
    return { problems: [{ code: "syntax", where: prefix + place(json, offset, line), message, remedy }] };
  }
  const problems = collect(findDuplicates(json, prefix, line));
  return problems.length > 0 ? { problems } : { value, problems: [] };
}
function* findDuplicates(json, prefix, firstLine) {
  const open = [];
  let [line, column, counted] = [firstLine, 1, 0];
  let isKey = false;
  for (let at = 0; at < json.length; at++) {
    const c = json[at];
    if (c === "\n" || c === "\r" && json[at + 1] !== "\n") [line, column, counted] = [line + 1, 1, at + 1];
    else if (c === "{" || c === "[") {
      isKey = c === "{";
      open.push(isKey ? /* @__PURE__ */ new Set() : void 0);
    } else if (c === "}" || c === "]") open.pop();
    else if (c === ",") isKey = open.at(-1) !== void 0;
    else if (c === '"') {
      const end = endOfString(json, at);
      const keys = isKey ? open.at(-1) : void 0;
      const key = keys && JSON.parse(json.slice(at, end));
      if (keys?.has(key)) {
        column += [...json.slice(counted, at)].length;
        counted = at;
        const message = `The object has the key ${quote(key)} already.`;
        const remedy = "Keep the right one of the two, and remove the other.";
        yield { code: "duplicate-key", where: `${prefix}${line}:${column}`, message, remedy };
      }
      keys?.add(key);
      isKey = false;
      at = end - 1;
    }
  }
}
function place(text, offset, line) {
  const lines2 = text.slice(0, offset).split(/\r\n|\n|\r/);
  return `${line + lines2.length - 1}:${[...lines2.at(-1)].length + 1}`;
}
function findFault(text, line) {
  const open = [];
  let next = "a value";
  let at = 0;
  const afterValue = () => open.length > 0 ? "a comma" : "the end of the file";
  const isOpen = (bracket2) => open.length > 0 && text[open.at(-1)] === bracket2;
  for (; ; ) {
    while (" 	\n\r".includes(text[at] ?? "-")) at++;
    const c = text[at];
    if (c === void 0) break;
    const closes = c === "}" && isOpen("{") || c === "]" && isOpen("[");
    if (closes && (next === "a comma" || next.endsWith(c))) {
      open.pop();
      next = afterValue();
      at++;
    } else if (next === "a comma" && c === ",") {
      next = isOpen("{") ? "a key in quotes" : "a value";
      at++;
    } else if (next === "a colon" && c === ":") {
      next = "a value";
      at++;
    } else if (next.startsWith("a key") && c === '"') {
      const end = endOfString(text, at, line);
      if (typeof end !== "number") return end;
      next = "a colon";
      at = end;
    } else if (next.startsWith("a value")) {
      if (c === "{" || c === "[") {
        open.push(at++);
        next = c === "{" ? "a key in quotes or }" : "a value or ]";
        continue;
      }
      const end = c === '"' ? endOfString(text, at, line) : endOfWord(text, at);
      if (end === void 0) return unexpected(text, at, next);
      if (typeof end !== "number") return end;
      next = afterValue();
      at = end;
    } else {
      return unexpected(text, at, next);
    }
  }
  if (open.length === 0) {
    const message2 = next === "the end of the file" ? "The file is too large or too deep to be read." : "The file is empty.";
    return { offset: at, message: message2, remedy: "Write JSON into it, or name another file." };
  }
  const bracket = text[open.at(-1)];
  const message = `The file ends too early: the ${bracket} of ${place(text, open.at(-1), line)} is still open.`;
  return {
    offset: at,
    message,
    remedy: `Close it with ${bracket === "{" ? "}" : "]"}, or copy the whole file again.`
  };
}
function endOfString(text, start, line = 1) {
  let at = start + 1;
  for (; at < text.length; at++) {
    const c = text[at];
    if (c === '"') return at + 1;
    if (c < " ") break;
    if (c !== "\\") continue;
    const escape = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at, at + 6));
    if (!escape) {
      const message = `The backslash before ${JSON.stringify(text[at + 1] ?? "")} means nothing in JSON.`;
      return { offset: at, message, remedy: "Write two backslashes for one." };
    }
    at += escape[0].length - 1;
  }
  const isTab = text[at] === "	";
  return {
    offset: at,
    message: `The text that begins at ${place(text, start, line)} ${isTab ? "holds a tab" : "is not closed on its line"}.`,
    remedy: isTab ? "Write \\t, or a space." : 'Put a straight double quote (") at its end; write \\n for a new line.'
  };
}
function endOfWord(text, start) {
  let at = start;
  while (at < text.length && /[\w.+-]/.test(text[at])) at++;
  try {
    JSON.parse(text.slice(start, at));
    return at;
  } catch {
    return void 0;
  }
}
function unexpected(text, offset, next) {
  const found = JSON.stringify(
    /^[\w.+-]{1,20}/.exec(text.slice(offset, offset + 20))?.[0] ?? String.fromCodePoint(text.codePointAt(offset))
  );
  const expected = next === "a comma" ? "a comma or the closing bracket" : next;
  return {
    offset,
    message: `Here must be ${expected}, not ${found}.`,
    remedy: remedyFor(text, offset, next)
  };
}
function remedyFor(text, offset, next) {
  const c = text[offset];
  const before = text.slice(Math.max(0, offset - 200), offset);
  if (fullWidth.test(c)) return 'Use the plain characters , : " { } [ ] in place of full-width ones.';
  if (c === "'") return 'Use straight double quotes (").';
  if (c === "/" || c === "#") return "Remove the comment: JSON has none.";
  if ("}]".includes(c) && /,\s*$/.test(before)) return "Remove the comma before it.";
  if (next === "the end of the file") return "Remove what follows the last bracket.";
  if ("}]".includes(c)) return "Check that every { has its } and every [ its ].";
  if (next === "a comma") return "Put a comma between the two entries.";
  if (next.startsWith("a key")) return 'Put the key in straight double quotes (").';
  return `Write ${next} here, or remove what stands here.`;
}
var fullWidth;
var init_json = __esm({
  "packages/metrics/src/json.ts"() {
    "use strict";
    init_input();
    fullWidth = /[\uFF0C\u3001\uFF1A\u201C\u201D\u2018\u2019\uFF02\uFF5B\uFF5D\uFF3B\uFF3D\u3010\u3011\u300C\u300D]/;
  }
});

// packages/metrics/src/dataset/checks.ts
function isRequired({ name, required, confidential }, { key, time, cube }) {
  const needed = [...key, time.column, ...cube ? [...cube.dimensions, ...cube.measures] : []];
  return required === true || confidential === true || needed.includes(name);
}
var init_checks = __esm({
  "packages/metrics/src/dataset/checks.ts"() {
    "use strict";
  }
});

// packages/metrics/src/dataset/contract.ts
function headerOf({ name, header = name }) {
  return header;
}
var init_contract = __esm({
  "packages/metrics/src/dataset/contract.ts"() {
    "use strict";
  }
});

// packages/metrics/src/dataset/read/json-span.ts
function* itemsOf(text, start) {
  let at = skipSpace(text, start + 1);
  while (text[at] !== "]") {
    const end = endOfValue(text, at);
    yield { start: at, end };
    at = skipSeparator(text, end);
  }
}
function* entriesOf(text, start) {
  let at = skipSpace(text, start + 1);
  while (text[at] !== "}") {
    const keyEnd = endOfValue(text, at);
    const value = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = endOfValue(text, value);
    yield { key: JSON.parse(text.slice(at, keyEnd)), keyStart: at, start: value, end };
    at = skipSeparator(text, end);
  }
}
function skipSpace(text, at) {
  while (" 	\n\r".includes(text[at])) at++;
  return at;
}
function skipSeparator(text, end) {
  const at = skipSpace(text, end);
  return text[at] === "," ? skipSpace(text, at + 1) : at;
}
function endOfValue(text, start) {
  let depth = 0;
  for (let at = start; ; at++) {
    const c = text[at];
    if (c === '"') at = endOfString2(text, at) - 1;
    else if (c === "{" || c === "[") depth++;
    else if (c === "}" || c === "]") depth--;
    else if (depth === 0) {
      while (at < text.length && !",}] 	\n\r".includes(text[at])) at++;
      return at;
    }
    if (depth === 0) return at + 1;
  }
}
function endOfString2(text, start) {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}
var init_json_span = __esm({
  "packages/metrics/src/dataset/read/json-span.ts"() {
    "use strict";
  }
});

// packages/metrics/src/dataset/read/json.ts
var json_exports = {};
__export(json_exports, {
  readJson: () => readJson,
  readJsonLines: () => readJsonLines
});
async function readJson(bytes2, options) {
  const { name } = options;
  const source = await readUtf8(bytes2, options);
  if ("code" in source) return { problems: [source] };
  const text = new TextDecoder().decode(source.bytes);
  const { value, problems } = parseJson(text, { file: name });
  if (problems.length > 0) return { problems };
  const list = Array.isArray(value) ? text.search(/\S/) : rowsAt(text, value);
  if (list === void 0) {
    const message = `This JSON is ${quote(value)} without rows.`;
    const remedy = 'Write the rows as a list of objects: [{ \u2026 }, { \u2026 }], or { "rows": [ \u2026 ] }.';
    return { problems: [{ code: "no-rows", where: name, message, remedy }] };
  }
  return buildTable(text, itemsOf(text, list), { ...options, notes: source.notes });
}
async function readJsonLines(bytes2, options) {
  const { name } = options;
  const source = await readUtf8(bytes2, options);
  if ("code" in source) return { problems: [source] };
  const text = new TextDecoder().decode(source.bytes);
  if (text.trim() === "") return { problems: [emptyFile(name)] };
  return buildTable(text, linesOf(text, name), { ...options, notes: source.notes });
}
function* linesOf(text, file) {
  const pattern = /[^\r\n]*(\r\n|\n|\r|$)/y;
  for (let line = 1; pattern.lastIndex < text.length; line++) {
    const at = pattern.lastIndex;
    const end = at + pattern.exec(text)[0].trimEnd().length;
    const json = text.slice(at, end);
    if (json.trim() === "") continue;
    const { problems } = parseJson(json, { file, line });
    const start = at + json.search(/\S/);
    yield problems[0] ? { start, end, problem: problems[0] } : { start, end };
  }
}
function rowsAt(text, value) {
  if (typeof value !== "object" || value === null || !("rows" in value) || !Array.isArray(value.rows))
    return void 0;
  for (const { key, start } of entriesOf(text, text.search(/\S/))) if (key === "rows") return start;
  return void 0;
}
function buildTable(text, items, { name, contract, notes }) {
  const columns = /* @__PURE__ */ new Map();
  const rows = [];
  const rejects = [];
  const placeAt = placesOf(text, name);
  for (const { start, end, problem } of items) {
    const fault = problem ?? rowFault(text, start, placeAt);
    if (fault) {
      rejects.push({
        place: fault.where,
        text: text.slice(start, Math.min(end, start + 2e3)),
        problem: fault
      });
      continue;
    }
    for (const entry of entriesOf(text, start)) {
      let column = columns.get(entry.key);
      if (!column) columns.set(entry.key, column = { place: placeAt(entry.keyStart), cells: [] });
      fill(column.cells, rows.length);
      column.cells.push(cellOf(text.slice(entry.start, entry.end)));
    }
    rows.push(start);
  }
  for (const column of contract?.columns ?? []) {
    const header = headerOf(column);
    if (columns.has(header) || isRequired(column, contract)) continue;
    columns.set(header, { place: `${name}:1:1`, cells: [] });
  }
  const all = [...columns];
  for (const [, { cells }] of all) fill(cells, rows.length);
  const table2 = {
    file: name,
    header: all.map(([key, { place: place2 }]) => ({ name: key, place: place2 })),
    rowCount: rows.length,
    columns: all.map(([, { cells }]) => cells),
    placeOf(row, column) {
      const start = rows[row];
      const [key] = all[column];
      for (const entry of entriesOf(text, start)) if (entry.key === key) return placeAt(entry.start);
      return placeAt(start);
    },
    rejects,
    notes
  };
  return { table: table2, problems: [] };
}
function fill(cells, length) {
  while (cells.length < length) cells.push(null);
}
function rowFault(text, start, placeAt) {
  if (text[start] !== "{") {
    const message = "This is no object, so it is no row.";
    const remedy = 'Write each row as an object: { "month": "2026-09-01", \u2026 }.';
    return { code: "not-a-row", where: placeAt(start), message, remedy };
  }
  for (const entry of entriesOf(text, start)) {
    if (!"{[".includes(text[entry.start])) continue;
    const message = `${quote(entry.key)} holds ${text[entry.start] === "{" ? "an object" : "a list"}, not a single value.`;
    const remedy = "Write its parts under keys of their own.";
    return { code: "nested-value", where: placeAt(entry.start), message, remedy };
  }
  return void 0;
}
function cellOf(json) {
  if (json === "null" || json === '""') return null;
  return json.startsWith('"') ? JSON.parse(json) : json;
}
function placesOf(text, file) {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  const isPlain = !/[\ud800-\udbff]/.test(text);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = low + high >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    const start = starts[low];
    const before = isPlain ? offset - start : [...text.slice(start, offset)].length;
    return `${file}:${low + 1}:${before + 1}`;
  };
}
var init_json2 = __esm({
  "packages/metrics/src/dataset/read/json.ts"() {
    "use strict";
    init_input();
    init_json();
    init_checks();
    init_contract();
    init_encoding();
    init_source();
    init_json_span();
  }
});

// packages/metrics/src/dataset/read/zip.ts
function listZip(bytes2) {
  const view = viewOf(bytes2);
  let end = bytes2.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endMark) end--;
  if (end < 0) return void 0;
  const directory = directoryOf(view, end);
  if (!directory) return void 0;
  const entries = [];
  let at = directory.offset;
  for (let left = directory.count; left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return void 0;
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const extra = at + 46 + nameLength;
    const wide = wideFields(view, extra, Math.min(extra + extraLength, end));
    const field = (place2) => {
      const value = view.getUint32(at + place2, true);
      return value === wide32 ? wide.shift() : value;
    };
    const [size, packed2, offset] = [field(24), field(20), field(42)];
    if (size === void 0 || packed2 === void 0 || offset === void 0) return void 0;
    entries.push({
      name: nameText.decode(bytes2.subarray(at + 46, extra)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      ...{ packed: packed2, size, offset }
    });
    at = extra + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}
function directoryOf(view, end) {
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== wide16 && offset !== wide32) return { count, offset };
  if (end < 20 || view.getUint32(end - 20, true) !== largePlaceMark) return { count, offset };
  const at = wideNumber(view, end - 12);
  if (at + 56 > end || view.getUint32(at, true) !== largeEndMark) return void 0;
  return { count: wideNumber(view, at + 32), offset: wideNumber(view, at + 48) };
}
function wideFields(view, from, to) {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = Math.floor(Math.min(view.getUint16(at + 2, true), to - at - 4) / 8);
    return Array.from({ length: Math.min(count, 3) }, (_, i) => wideNumber(view, at + 4 + 8 * i));
  }
  return [];
}
function wideNumber(view, at) {
  return Number(view.getBigUint64(at, true));
}
async function isSound(bytes2, { method, isEncrypted, crc, packed: packed2, size, offset }, onPiece = () => void 0) {
  const view = viewOf(bytes2);
  if (isEncrypted) return false;
  if (offset + 30 > bytes2.length || view.getUint32(offset, true) !== partMark) return false;
  if (view.getUint16(offset + 8, true) !== method) return false;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes2.subarray(start, start + packed2);
  if (content.length < packed2) return false;
  const sum = sumOf();
  const take = (piece) => {
    sum.add(piece);
    onPiece(piece);
  };
  if (method === 0) take(content);
  else if (method !== 8 || !await inflate(content, size, take)) return false;
  return sum.length() === size && sum.crc() === crc;
}
async function inflate(packed2, length, onPiece) {
  let left = length;
  try {
    const stream = new Blob([new Uint8Array(packed2)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const reader = stream.getReader();
    for (; ; ) {
      const { done, value } = await reader.read();
      if (done) return true;
      left -= value.length;
      if (left < 0) {
        await reader.cancel();
        return false;
      }
      onPiece(value);
    }
  } catch {
    return false;
  }
}
function viewOf({ buffer, byteOffset, byteLength }) {
  return new DataView(buffer, byteOffset, byteLength);
}
function sumOf() {
  let [crc, length] = [4294967295, 0];
  return {
    add: (piece) => {
      for (const byte of piece) crc = table[(crc ^ byte) & 255] ^ crc >>> 8;
      length += piece.length;
    },
    crc: () => (crc ^ 4294967295) >>> 0,
    length: () => length
  };
}
var endMark, largeEndMark, largePlaceMark, entryMark, partMark, wide16, wide32, nameText, table;
var init_zip = __esm({
  "packages/metrics/src/dataset/read/zip.ts"() {
    "use strict";
    endMark = 101010256;
    largeEndMark = 101075792;
    largePlaceMark = 117853008;
    entryMark = 33639248;
    partMark = 67324752;
    [wide16, wide32] = [65535, 4294967295];
    nameText = new TextDecoder();
    table = Uint32Array.from({ length: 256 }, (_, n) => {
      for (let bit = 0; bit < 8; bit++) n = n & 1 ? 3988292384 ^ n >>> 1 : n >>> 1;
      return n >>> 0;
    });
  }
});

// packages/metrics/src/dataset/read/xml.ts
function readXml(reader) {
  const open = [];
  let prefix;
  let [pieces, waiting, wanted] = [[], 0, pieceLength3];
  const localName = (name) => {
    if (prefix === "") return name;
    return name.startsWith(prefix) ? name.slice(prefix.length) : `:${name}`;
  };
  const begin = (name, written, isEmpty) => {
    if (prefix !== void 0 && open.length === 0) throw new Error("it goes on after its end");
    prefix ??= name.slice(0, name.indexOf(":") + 1);
    const local = localName(name);
    reader.open(local, written === "" ? none : attributesOf(written));
    if (isEmpty) reader.close(local);
    else open.push(name);
  };
  const finish = (name) => {
    const begun = open.pop();
    if (begun !== name)
      throw new Error(`</${name}> closes ${begun === void 0 ? "nothing" : `<${begun}>`}`);
    reader.close(localName(name));
  };
  const text = (words3) => {
    if (open.length > 0) reader.text(words3);
    else if (/\S/.test(words3)) throw new Error("it has text outside of its elements");
  };
  const scan2 = (source, isLast) => {
    let at = 0;
    for (; ; ) {
      const next = source.indexOf("<", at);
      if (next < 0) {
        if (isLast) text(plain(source.slice(at)));
        return isLast ? source.length : at;
      }
      if (next > at) text(plain(source.slice(at, next)));
      at = next;
      const second = source.charCodeAt(next + 1);
      if (second === 33 || second === 63) {
        if (source.length - next < 9 && !isLast) return next;
        const [first, last] = specialAt(source, next);
        const end = source.indexOf(last, next + first.length);
        if (end < 0) return cutOff(next, isLast);
        if (first === "<![CDATA[") text(lines(source.slice(next + first.length, end)));
        at = end + last.length;
      } else if (second === 47) {
        const end = source.indexOf(">", next);
        if (end < 0) return cutOff(next, isLast);
        finish(source.slice(next + 2, end).trimEnd());
        at = end + 1;
      } else {
        tag.lastIndex = next;
        const found = tag.exec(source);
        if (!found) {
          if (!isLast && source.length - next < longestTag) return next;
          throw new Error(`${JSON.stringify(source.slice(next, next + 30))} is no tag`);
        }
        begin(found[1], found[2], found[3] !== "");
        at = tag.lastIndex;
      }
    }
  };
  return {
    push(piece) {
      pieces.push(piece);
      waiting += piece.length;
      if (waiting < wanted) return;
      const source = pieces.join("");
      const rest = source.slice(scan2(source, false));
      [pieces, waiting, wanted] = [[rest], rest.length, Math.max(pieceLength3, 2 * rest.length)];
    },
    end() {
      scan2(pieces.join(""), true);
      if (open.length > 0 || prefix === void 0) throw new Error("it is cut off");
    }
  };
}
function cutOff(at, isLast) {
  if (isLast) throw new Error("it is cut off");
  return at;
}
function specialAt(source, at) {
  if (source.startsWith("<!--", at)) return ["<!--", "-->"];
  if (source.startsWith("<![CDATA[", at)) return ["<![CDATA[", "]]>"];
  if (source.startsWith("<?", at)) return ["<?", "?>"];
  throw new Error("it declares a document type");
}
function attributesOf(written) {
  const attributes = /* @__PURE__ */ new Map();
  for (const [, name, double, single] of written.matchAll(pairs)) {
    if (attributes.has(name)) throw new Error(`an element has ${name} twice`);
    attributes.set(name, plain(double ?? single));
  }
  return attributes;
}
function plain(text) {
  if (!text.includes("&")) return lines(text);
  return lines(text).replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+))?;?/g, (whole, decimal2, hex, name) => {
    const code = decimal2 === void 0 ? hex === void 0 ? void 0 : parseInt(String(hex), 16) : Number(decimal2);
    const meant = code === void 0 ? entities[String(name)] : code <= 1114111 ? String.fromCodePoint(code) : void 0;
    if (meant === void 0 || !whole.endsWith(";")) throw new Error(`it does not say what ${whole} means`);
    return meant;
  });
}
function lines(text) {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
var tag, pairs, none, pieceLength3, longestTag, entities;
var init_xml = __esm({
  "packages/metrics/src/dataset/read/xml.ts"() {
    "use strict";
    tag = /<([^\s/<>"'=&]+)((?:\s+[^\s/<>"'=&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
    pairs = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
    none = /* @__PURE__ */ new Map();
    [pieceLength3, longestTag] = [1 << 18, 1 << 20];
    entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  }
});

// packages/metrics/src/dataset/read/archive.ts
function openArchive(bytes2) {
  const listed = listZip(bytes2);
  if (!listed) return void 0;
  const entries = /* @__PURE__ */ new Map();
  for (const entry of listed) {
    const path = pathOf(entry.name);
    if (entries.has(path)) throw new BrokenPart(`it has two parts ${entry.name}`);
    entries.set(path, entry);
  }
  return { bytes: bytes2, entries };
}
function pathOf(name) {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}
async function readPart({ bytes: bytes2, entries }, path, reader) {
  const entry = entries.get(pathOf(path));
  if (!entry) throw new BrokenPart(`its part ${path} is missing`);
  const input = readXml(reader);
  let decoder;
  let fault;
  const take = (piece) => {
    if (fault !== void 0) return;
    try {
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
      input.push(decoder.decode(piece, { stream: true }));
    } catch (error) {
      fault = error;
    }
  };
  if (!await isSound(bytes2, entry, take)) throw new BrokenPart(`its part ${path} is damaged`);
  try {
    if (fault !== void 0) throw fault;
    input.push(decoder?.decode() ?? "");
    input.end();
  } catch (error) {
    throw new BrokenPart(error instanceof Error ? error.message : String(error));
  }
}
async function readBytes({ bytes: bytes2, entries }, path) {
  const entry = entries.get(pathOf(path));
  if (!entry) throw new BrokenPart(`its part ${path} is missing`);
  const pieces = [];
  if (!await isSound(bytes2, entry, (piece) => pieces.push(piece)))
    throw new BrokenPart(`its part ${path} is damaged`);
  return new Uint8Array(await new Blob(pieces.map((piece) => new Uint8Array(piece))).arrayBuffer());
}
function encodingOf([first, second]) {
  if (first === 255 && second === 254) return "utf-16le";
  return first === 254 && second === 255 ? "utf-16be" : "utf-8";
}
async function findDamage({ bytes: bytes2, entries }, read2) {
  for (const [path, entry] of entries) if (!read2(path) && !await isSound(bytes2, entry)) return entry.name;
  return void 0;
}
var BrokenPart;
var init_archive = __esm({
  "packages/metrics/src/dataset/read/archive.ts"() {
    "use strict";
    init_zip();
    init_xml();
    BrokenPart = class extends Error {
    };
  }
});

// packages/metrics/src/dataset/read/address.ts
function addressOf(row, column) {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + (n - 1) % 26) + letters;
  return `${letters}${row + 1}`;
}
function parseAddress(address) {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address.replaceAll("$", "")) ?? [];
  if (letters === void 0) return void 0;
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column <= mostColumns && row <= mostRows ? { row: row - 1, column: column - 1 } : void 0;
}
function parseRange(text) {
  const [first = "", last = first, ...others] = text.split(":");
  const [start, end] = [parseAddress(first), parseAddress(last)];
  if (!start || !end || others.length > 0 || end.row < start.row || end.column < start.column)
    return void 0;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
var mostRows, mostColumns;
var init_address = __esm({
  "packages/metrics/src/dataset/read/address.ts"() {
    "use strict";
    [mostRows, mostColumns] = [1048576, 16384];
  }
});

// packages/metrics/src/dataset/read/figure.ts
function plainText(value) {
  const text = String(value);
  const [, sign = "", whole = "", fraction = "", exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === void 0) return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  return point > 0 ? `${sign}${digits.padEnd(point, "0")}` : `${sign}0.${"0".repeat(-point)}${digits}`;
}
function workbookText(value) {
  if (Number.isInteger(value)) return plainText(value);
  const shown = Number(value.toPrecision(15));
  const digits = shown.toExponential().replace(/^-|\.|e.*$/g, "").length;
  const isRest = digits < 15 && Math.abs(value - shown) <= Math.min(8 * stepOf(value), 5e-4);
  return plainText(isRest ? shown : value);
}
function longText(text) {
  if (String(Number(text)) === text) return void 0;
  const [, sign, whole = "", decimals = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const value = Number(text);
  if (sign === void 0 || value === 0 || !Number.isFinite(value)) return void 0;
  const digits = significant(whole + decimals);
  const precision = Math.min(digits.length, 100);
  const known = [plainText(value), value.toExponential(precision - 1).replace(/e.*$/, "")].map(significant);
  if (known.includes(digits)) return void 0;
  return sign + decimalText(BigInt(whole + decimals), decimals.length - Number(exponent));
}
function significant(text) {
  return text.replace(/\D/g, "").replace(/^0+|0+$/g, "");
}
function isCut(value) {
  return Number.isInteger(value) && Math.abs(value) >= 1e15 && (value % 10 === 0 || !Number.isSafeInteger(value));
}
function stepOf(value) {
  return 2 ** (Math.floor(Math.log2(Math.abs(value))) - 52);
}
function singleText(value) {
  for (let digits = 1; digits <= 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return plainText(short);
  }
  return plainText(value);
}
function decimalText(unscaled, scale) {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  return `${unscaled < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
function shiftedText(text, places) {
  const [, sign, whole, decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (sign === void 0) return text;
  const unscaled = BigInt(`${whole}${decimals}`);
  const shifted = decimalText(unscaled, decimals.length - places);
  const short = shifted.includes(".") ? shifted.replace(/\.?0+$/, "") : shifted;
  return unscaled === 0n ? "0" : sign + short;
}
var init_figure = __esm({
  "packages/metrics/src/dataset/read/figure.ts"() {
    "use strict";
  }
});

// packages/metrics/src/dataset/read/moment.ts
function dayText(days) {
  const date = new Date(days * dayLength * 1e3);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : String(days);
}
function momentText(ticks, perSecond2) {
  const perDay = perSecond2 * BigInt(dayLength);
  const rest = (ticks % perDay + perDay) % perDay;
  const day = dayText(Number((ticks - rest) / perDay));
  if (rest === 0n) return day;
  const seconds = timeText(Number(rest / perSecond2));
  const fraction = rest % perSecond2;
  if (fraction === 0n) return `${day} ${seconds}`;
  return `${day} ${seconds}.${String(fraction).padStart(String(perSecond2).length - 1, "0")}`;
}
function serialText(serial, since1904, isTime = false) {
  const seconds = Math.round(serial * dayLength);
  const [days, rest] = [Math.floor(seconds / dayLength), seconds % dayLength];
  if (seconds < 0 || days > 2958465) return plainText(serial);
  if (days === 0 && isTime) return timeText(rest);
  const time = rest === 0 ? "" : timeText(rest);
  if (days === 0 && !since1904) return time === "" ? plainText(serial) : time;
  const day = since1904 ? dayText(days - 24107) : days === 60 ? "1900-02-29" : dayText(days - (days < 60 ? 25568 : 25569));
  return time === "" ? day : `${day} ${time}`;
}
function spanText(days) {
  const seconds = Math.round(days * dayLength);
  if (!Number.isSafeInteger(seconds)) return plainText(days);
  return seconds < 0 ? `-${timeText(-seconds)}` : timeText(seconds);
}
function isoText(text) {
  const [, day, time, fraction] = /^(\d{4}-\d\d-\d\d)?(?:(?:^|T)(\d\d:\d\d:\d\d)(?:[.,](\d+?)0*)?)?Z?$/.exec(text) ?? [];
  if (day === void 0 && time === void 0) return void 0;
  const isMidnight = day !== void 0 && /^[0:]*$/.test(`${time ?? ""}${fraction ?? ""}`);
  const rest = fraction === void 0 || /^0*$/.test(fraction) ? "" : `.${fraction}`;
  return [day, ...isMidnight ? [] : [`${time ?? ""}${rest}`]].filter((part) => part !== void 0).join(" ");
}
function timeText(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
var dayLength;
var init_moment = __esm({
  "packages/metrics/src/dataset/read/moment.ts"() {
    "use strict";
    init_figure();
    dayLength = 86400;
  }
});

// packages/metrics/src/dataset/read/cell.ts
function readCell(written, meaning) {
  const { column, type, formula } = written;
  const value = type === "str" || type === "inlineStr" ? written.value : written.value?.replace(space, "");
  if (formula !== void 0) {
    const none2 = { column, text: `=${formula}`, kind: "number" };
    if (meaning.isStale || value === void 0) return { ...none2, fault: "formula" };
    if (value === "") return { ...none2, fault: type === "str" ? "blank" : "formula" };
  }
  if (value === void 0)
    return type === "e" ? { column, text: "#ERROR", kind: "number", fault: "error" } : null;
  switch (type) {
    case "n":
      return numberCell(column, value, meaning);
    case "str":
    case "inlineStr":
    case "s":
      return value === "" ? null : { column, text: value, kind: "text" };
    case "b": {
      const isTrue = value === "1" || value === "true";
      if (isTrue || value === "0" || value === "false")
        return { column, text: String(isTrue), kind: "truth" };
      break;
    }
    case "d": {
      const text = isoText(value);
      if (text !== void 0) return { column, text, kind: "day" };
      break;
    }
    case "e":
      return { column, text: value === "" ? "#ERROR" : value, kind: "number", fault: "error" };
  }
  return { column, text: value, kind: "number", fault: "value" };
}
function numberCell(column, written, meaning) {
  const value = Number(written);
  if (!decimal.test(written) || !Number.isFinite(value))
    return { column, text: written, kind: "number", fault: "number" };
  return figureCell(column, value, meaning, longText(written));
}
function figureCell(column, value, { kind, since1904 }, exact) {
  if (kind === "span") return { column, text: spanText(value), kind: "day" };
  if (kind === "day" || kind === "time")
    return { column, text: serialText(value, since1904, kind === "time"), kind: "day" };
  const percent = kind === "percent" && { isPercent: true };
  if (exact !== void 0) return { column, text: exact, kind: "number", ...percent };
  const cut = isCut(value) && { fault: "digits" };
  return { column, text: workbookText(value), kind: "number", ...percent, ...cut };
}
var decimal, space;
var init_cell = __esm({
  "packages/metrics/src/dataset/read/cell.ts"() {
    "use strict";
    init_figure();
    init_moment();
    decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
    space = /^[ \t\n\r]+|[ \t\n\r]+$/g;
  }
});

// packages/metrics/src/dataset/read/shared-strings.ts
function readStrings() {
  const texts = [];
  const item = readText();
  let depth = 0;
  return {
    open(name) {
      depth++;
      if (name === "si" && depth === 2) item.begin();
      else item.open(name);
    },
    text: (words3) => item.text(words3),
    close(name) {
      if (name === "si" && depth === 2) texts.push(item.end());
      else item.close(name);
      depth--;
    },
    texts: () => texts
  };
}
function readText() {
  let text = "";
  let [isOpen, isText, unspoken] = [false, false, 0];
  return {
    begin() {
      [text, isOpen, isText, unspoken] = ["", true, false, 0];
    },
    open(name) {
      if (name === "rPh" || unspoken > 0) unspoken++;
      else if (name === "t") isText = isOpen;
    },
    text(words3) {
      if (isText) text += words3;
    },
    close(name) {
      if (unspoken > 0) unspoken--;
      else if (name === "t") isText = false;
    },
    end() {
      isOpen = false;
      return unescaped(text);
    }
  };
}
function unescaped(text) {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([\da-fA-F]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}
var init_shared_strings = __esm({
  "packages/metrics/src/dataset/read/shared-strings.ts"() {
    "use strict";
  }
});

// packages/metrics/src/dataset/read/sheet-part.ts
function readSheet(context) {
  const path = [];
  const rows = [];
  const [merges, hiddenRows, hiddenColumns] = [[], [], []];
  const inline = readText();
  let arrays = [];
  let [row, column, missing] = [-1, -1, 0];
  let cells = [];
  let cell;
  let sink;
  const openRow = (attributes) => {
    const written = attributes.get("r");
    const at = written === void 0 ? row + 1 : Number(written) - 1;
    if (!Number.isInteger(at) || at >= mostRows) throw new Error(`no sheet has a row ${written ?? at + 1}`);
    if (at <= row) throw new Error(`row ${at + 1} stands below row ${row + 1}`);
    [row, column, cells] = [at, -1, []];
    arrays = arrays.filter(({ bottom }) => bottom >= row);
    if (isOn(attributes.get("hidden"))) hiddenRows.push(row);
  };
  const openCell = (attributes) => {
    const written = attributes.get("r") ?? addressOf(row, column + 1);
    const place2 = parseAddress(written);
    if (place2?.row !== row || place2.column <= column)
      throw new Error(`the cell ${written} does not stand where it belongs`);
    column = place2.column;
    cell = { column, type: attributes.get("t") ?? "n", style: Number(attributes.get("s") ?? 0) };
  };
  const openPart = (name, attributes) => {
    if (name === "extLst") return;
    const here = addressOf(row, column);
    if (name === "is") {
      inline.begin();
      sink = "inline";
    } else if (name === "v" && cell.value === void 0) {
      cell.value = "";
      sink = "value";
    } else if (name === "f" && cell.formula === void 0) {
      cell.formula = "";
      sink = "formula";
      const ref = attributes.get("ref");
      if (!/^(array|dataTable)$/.test(attributes.get("t") ?? "") || ref === void 0) return;
      const range = parseRange(ref);
      if (!range) throw new Error(`the formula of the cell ${here} fills no cells (${ref})`);
      if (range.bottom > range.top || range.right > range.left) arrays.push(range);
    } else throw new Error(`the cell ${here} holds <${name}> where no value is`);
  };
  const closeCell = ({ style, type, ...open }) => {
    const here = addressOf(row, column);
    const kind = context.kinds[style];
    if (kind === void 0 && style !== 0)
      throw new Error(`the cell ${here} names the style ${style}, which is not there`);
    const isResult = arrays.some(({ left, right, top }) => left <= column && column <= right && top <= row);
    const value = type === "s" ? sharedText(open.value, here) : open.value;
    const read2 = readCell(
      {
        ...{ column, type },
        value: value !== void 0 && /^(str|inlineStr)$/.test(type) ? unescaped(value) : value,
        formula: open.formula ?? (isResult ? "" : void 0)
      },
      { ...context, kind: kind ?? "number" }
    );
    if (read2) cells.push(read2);
  };
  const sharedText = (index, here) => {
    if (index === void 0) return void 0;
    const text = /^\s*\d+\s*$/.test(index) ? context.strings[Number(index)] : void 0;
    if (text === void 0)
      throw new Error(`the cell ${here} names the shared text ${JSON.stringify(index)}, which is not there`);
    return text;
  };
  const closeRow = () => {
    if (cells.length === 0) return;
    for (const { left, right } of arrays) {
      const held = new Set(cells.map((one) => one.column));
      for (let at = left; at <= right; at++) {
        if (held.has(at)) continue;
        if (++missing > mostMissing) throw new Error("its array formulas fill too many cells");
        cells.push({ column: at, text: "=", kind: "number", fault: "formula" });
      }
    }
    if (arrays.length > 0) cells.sort((a, b) => a.column - b.column);
    rows.push({ at: row, cells });
  };
  const openAside = (name, attributes) => {
    if (name === "mergeCell" && path[1] === "mergeCells") {
      const merge = parseRange(attributes.get("ref") ?? "");
      if (!merge) throw new Error(`it merges no cells (${attributes.get("ref") ?? ""})`);
      merges.push(merge);
    }
    if (name !== "col" || path[1] !== "cols" || !isOn(attributes.get("hidden"))) return;
    const range = parseRange(`A${attributes.get("min")}:A${attributes.get("max")}`);
    if (!range) throw new Error("it hides columns that are not there");
    for (let at = range.top; at <= range.bottom; at++) hiddenColumns.push(at);
  };
  return {
    open(name, attributes) {
      const level = path.push(name) - 1;
      if (level === 0 && name !== "worksheet") throw new Error("it is no worksheet");
      if (level < 2) return;
      const isData = path[1] === "sheetData";
      if (!isData && level === 2) openAside(name, attributes);
      if (!isData) return;
      if (level === 2 && name === "row") openRow(attributes);
      else if (level === 3 && name === "c" && path[2] === "row") openCell(attributes);
      else if (level === 4 && cell) openPart(name, attributes);
      else if (level > 4 && sink === "inline") inline.open(name);
      else if (level < 4 && name !== "extLst") throw new Error(`below row ${row + 1} stands <${name}>`);
    },
    text(words3) {
      if (sink === "inline") inline.text(words3);
      else if (sink !== void 0) cell[sink] += words3;
    },
    close(name) {
      const level = path.length - 1;
      path.pop();
      if (level === 4 && cell) {
        if (name === "is") cell.value = inline.end();
        sink = void 0;
      } else if (level > 4 && sink === "inline") inline.close(name);
      else if (level === 3 && cell) {
        closeCell(cell);
        cell = void 0;
      } else if (level === 2 && name === "row" && path[1] === "sheetData") closeRow();
    },
    sheet: (name) => ({ name, rows, merges, hiddenRows, hiddenColumns })
  };
}
function isOn(value) {
  return value === "1" || value === "true" || value === "on";
}
var mostMissing;
var init_sheet_part = __esm({
  "packages/metrics/src/dataset/read/sheet-part.ts"() {
    "use strict";
    init_address();
    init_cell();
    init_shared_strings();
    mostMissing = 1e6;
  }
});

// packages/metrics/src/dataset/read/book-part.ts
function readRelations(part) {
  const relations = /* @__PURE__ */ new Map();
  return {
    open(name, attributes) {
      const [id, target] = [attributes.get("Id"), attributes.get("Target")];
      if (name !== "Relationship" || id === void 0 || target === void 0) return;
      if (attributes.get("TargetMode") === "External") return;
      const type = attributes.get("Type")?.replace(/^.*\//, "") ?? "";
      relations.set(id, { type, path: resolvePath(part, target) });
    },
    text: () => void 0,
    close: () => void 0,
    relations: () => relations
  };
}
function relationsPath(part) {
  return part.replace(/[^/]*$/, "_rels/$&.rels");
}
function resolvePath(part, target) {
  if (/^[\\/]/.test(target)) return pathOf(target);
  const steps = part.split("/").slice(0, -1);
  for (const step of pathOf(target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}
function readBook() {
  const sheets = [];
  let [depth, since1904, isStale] = [0, false, false];
  return {
    open(name, attributes) {
      depth++;
      if (depth === 1 && name !== "workbook") throw new Error("it lists no sheets");
      if (depth === 2 && name === "workbookPr") since1904 = isOn(attributes.get("date1904"));
      if (depth === 2 && name === "calcPr")
        isStale = isOn(attributes.get("fullCalcOnLoad")) || /^(0|false)$/.test(attributes.get("calcCompleted") ?? "");
      if (depth !== 3 || name !== "sheet") return;
      const id = [...attributes].find(([attribute]) => attribute.endsWith(":id"))?.[1];
      const title = attributes.get("name");
      if (id === void 0 || title === void 0)
        throw new Error("it lists a sheet without a name or a part");
      sheets.push({ name: title, id, isHidden: /hidden/i.test(attributes.get("state") ?? "") });
    },
    text: () => void 0,
    close: () => void depth--,
    book: () => ({ sheets, since1904, isStale })
  };
}
var init_book_part = __esm({
  "packages/metrics/src/dataset/read/book-part.ts"() {
    "use strict";
    init_sheet_part();
    init_archive();
  }
});

// packages/metrics/src/dataset/read/number-format.ts
function builtInKind(id) {
  return ranges.find(([from, to]) => from <= id && id <= to)?.[2] ?? "number";
}
function formatKind(code) {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/general|g\/通用格式|g\/標準|g\/標準格式/gi, "").toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(bare)) return "span";
  const plain3 = bare.replace(/\[[^\]]*\]/g, "").replace(/e[+-]/g, "").replace(/am\/pm|a\/p|上午\/下午/g, "h");
  if (/[ydegab]/.test(plain3)) return "day";
  if (/[hs]/.test(plain3)) return "time";
  if (plain3.includes("m")) return "day";
  return plain3.includes("%") ? "percent" : "number";
}
var ranges;
var init_number_format = __esm({
  "packages/metrics/src/dataset/read/number-format.ts"() {
    "use strict";
    ranges = [
      [9, 10, "percent"],
      [14, 17, "day"],
      [18, 21, "time"],
      [22, 22, "day"],
      [27, 31, "day"],
      [32, 35, "time"],
      [36, 36, "day"],
      [45, 45, "time"],
      [46, 46, "span"],
      [47, 47, "time"],
      [50, 54, "day"],
      [55, 56, "time"],
      [57, 58, "day"],
      [67, 68, "percent"],
      [71, 74, "day"],
      [75, 76, "time"],
      [77, 77, "day"],
      [78, 78, "time"],
      [79, 79, "span"],
      [80, 80, "time"],
      [81, 81, "day"]
    ];
  }
});

// packages/metrics/src/dataset/read/styles.ts
function readStyles() {
  const path = [];
  const declared = /* @__PURE__ */ new Map();
  const formats = [];
  return {
    open(name, attributes) {
      const parent = path.at(-1);
      path.push(name);
      if (name === "numFmt" && parent === "numFmts")
        declared.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
      if (name === "xf" && parent === "cellXfs") formats.push(Number(attributes.get("numFmtId") ?? 0));
    },
    text: () => void 0,
    close: () => void path.pop(),
    kinds: () => formats.map((id) => {
      const code = declared.get(id);
      return code === void 0 ? builtInKind(id) : formatKind(code);
    })
  };
}
var init_styles = __esm({
  "packages/metrics/src/dataset/read/styles.ts"() {
    "use strict";
    init_number_format();
  }
});

// packages/metrics/src/dataset/read/xlsx-book.ts
async function openXlsx(archive, name) {
  try {
    const part = await bookPath(archive);
    const { sheets, since1904, isStale } = await bookPart(archive, part);
    const relations = await relationsOf(archive, part);
    const kinds = await kindsOf(archive, pathOfType(relations, "styles"));
    const strings = await stringsOf(archive, pathOfType(relations, "sharedStrings"));
    const context = { strings, kinds, since1904, isStale };
    const read2 = new Set([...relations.values()].filter(isOwn).map(({ path }) => pathOf(path)));
    const harmed = await findDamage(archive, (path) => read2.has(path));
    if (harmed !== void 0) return damaged(name, `The part ${harmed} of this workbook is damaged.`);
    return {
      sheets: sheets.flatMap((listed) => {
        const relation = relations.get(listed.id);
        if (relation && /^(chart|dialog|xlMacro|xlIntlMacro)sheet$/.test(relation.type)) return [];
        const readIt = async () => {
          if (!relation) throw new BrokenPart("the workbook does not say which of its parts it is");
          const reader = readSheet(context);
          await readPart(archive, relation.path, reader);
          return reader.sheet(listed.name);
        };
        return [{ name: listed.name, isHidden: listed.isHidden, read: readIt }];
      })
    };
  } catch (error) {
    if (!(error instanceof BrokenPart)) throw error;
    return damaged(name, `This workbook cannot be read: ${error.message}.`);
  }
}
function isOwn({ type }) {
  return type === "worksheet" || type === "styles" || type === "sharedStrings";
}
async function bookPath(archive) {
  if (!archive.entries.has("_rels/.rels")) return "xl/workbook.xml";
  const root = await relationsOf(archive, "");
  return pathOfType(root, "officeDocument") ?? "xl/workbook.xml";
}
async function bookPart(archive, path) {
  const reader = readBook();
  await readPart(archive, path, reader);
  return reader.book();
}
async function relationsOf(archive, part) {
  const reader = readRelations(part);
  await readPart(archive, relationsPath(part), reader);
  return reader.relations();
}
function pathOfType(relations, type) {
  return [...relations.values()].find((relation) => relation.type === type)?.path;
}
async function kindsOf(archive, path) {
  if (path === void 0) return [];
  const reader = readStyles();
  await readPart(archive, path, reader);
  return reader.kinds();
}
async function stringsOf(archive, path) {
  if (path === void 0) return [];
  const reader = readStrings();
  await readPart(archive, path, reader);
  return reader.texts();
}
var init_xlsx_book = __esm({
  "packages/metrics/src/dataset/read/xlsx-book.ts"() {
    "use strict";
    init_archive();
    init_book_part();
    init_shared_strings();
    init_sheet_part();
    init_source();
    init_styles();
  }
});

// packages/metrics/src/dataset/read/biff.ts
function cellNumber(row, column) {
  return row * 65536 + column;
}
function readBiff(stream) {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8 || view.getUint16(0, true) !== record.begin) return void 0;
  const isUnicode = view.getUint16(4, true) >= 1536;
  const declared = /* @__PURE__ */ new Set();
  const [formats, starts] = [[], []];
  let codePage;
  for (const { type, at, length } of recordsFrom(view, 0)) {
    if (type === record.codePage && length >= 2) codePage = view.getUint16(at, true);
    if (type === record.sheet && length >= 4) starts.push(view.getUint32(at, true));
    if (type === record.format && length >= 2) declared.add(view.getUint16(at, true));
    if (type === record.style && length >= 4) formats.push(view.getUint16(at + 2, true));
  }
  const kindOf = (style) => {
    const id = formats[style] ?? 0;
    return declared.has(id) ? "number" : builtInKind(id);
  };
  const sheets = [...starts].sort((a, b) => a - b).map((start) => readSheet2(view, start, kindOf));
  return { isUnicode, codePage, sheets };
}
function* recordsFrom(view, start) {
  let depth = 0;
  for (let at = start; at + 4 <= view.byteLength; ) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + length > view.byteLength) return;
    if (type === record.begin) depth++;
    if (type === record.end && --depth <= 0) return;
    if (depth === 1) yield { type, at: at + 4, length };
    at += 4 + length;
  }
}
function readSheet2(view, start, kindOf) {
  const formulas = [];
  const kinds = /* @__PURE__ */ new Map();
  let isStale = false;
  const setKind = (row, column, style) => {
    const kind = kindOf(style);
    if (kind !== "number") kinds.set(cellNumber(row, column), kind);
  };
  for (const { type, at, length } of recordsFrom(view, start)) {
    if (type === record.uncomputed) isStale = true;
    if (length < 6) continue;
    const [row, column] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (type === record.manyNumbers) {
      for (let i = 0; 4 + 6 * (i + 1) + 2 <= length; i++)
        setKind(row, column + i, view.getUint16(at + 4 + 6 * i, true));
    } else if (type === record.number || type === record.shortNumber) {
      setKind(row, column, view.getUint16(at + 4, true));
    } else if (type === record.formula && length >= 16) {
      setKind(row, column, view.getUint16(at + 4, true));
      formulas.push({ row, column, fault: resultFault(view, at) });
    }
  }
  return { kinds, formulas: isStale ? formulas.map((one) => ({ ...one, fault: "formula" })) : formulas };
}
function resultFault(view, at) {
  if ((view.getUint16(at + 14, true) & 2) !== 0) return "formula";
  const isNumber = view.getUint16(at + 12, true) !== 65535;
  return !isNumber && view.getUint8(at + 6) === 3 ? "blank" : void 0;
}
var record;
var init_biff = __esm({
  "packages/metrics/src/dataset/read/biff.ts"() {
    "use strict";
    init_number_format();
    record = {
      formula: 6,
      end: 10,
      codePage: 66,
      uncomputed: 94,
      sheet: 133,
      manyNumbers: 189,
      style: 224,
      number: 515,
      shortNumber: 638,
      format: 1054,
      begin: 2057
    };
  }
});

// packages/metrics/src/dataset/read/code-page.ts
function codePageText(codePage) {
  const name = codePage === void 0 ? void 0 : names[codePage] ?? windowsName(codePage);
  const decoder = name === void 0 ? void 0 : new TextDecoder(name, { fatal: true });
  return (bytes2) => {
    if (!/[^\0-\x7f]/.test(bytes2)) return bytes2;
    try {
      return decoder?.decode(Uint8Array.from(bytes2, (character) => character.charCodeAt(0)));
    } catch {
      return void 0;
    }
  };
}
function windowsName(codePage) {
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : void 0;
}
var names;
var init_code_page = __esm({
  "packages/metrics/src/dataset/read/code-page.ts"() {
    "use strict";
    names = {
      367: "windows-1252",
      866: "ibm866",
      874: "windows-874",
      932: "shift_jis",
      936: "gbk",
      949: "euc-kr",
      950: "big5",
      1e4: "macintosh",
      20932: "euc-jp",
      21866: "koi8-u",
      20866: "koi8-r",
      32768: "macintosh",
      32769: "windows-1252",
      54936: "gb18030",
      65001: "utf-8"
    };
  }
});

// packages/metrics/src/dataset/read/library-book.ts
import {
  read
} from "@e965/xlsx";
function readLibrary(bytes2) {
  return read(bytes2, { type: "array", dense: true, cellStyles: true, cellText: false, cellHTML: false });
}
function orProblem(name, open) {
  try {
    return open();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) return encrypted(name);
    return damaged(
      name,
      `This workbook cannot be read (${message}).`,
      "Open it in its program and save it again as .xlsx."
    );
  }
}
function bookOf(book, untold) {
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((title, i) => {
    const source = book.Sheets[title];
    if (source?.["!type"] !== void 0 && source["!type"] !== "sheet") return [];
    const name = untold.text(title);
    const isHidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    const missing = () => Promise.reject(new Error("its part is missing or damaged"));
    if (!source) return [{ name, isHidden, read: missing }];
    const sheet = sheetOf(name, source, i, since1904, untold);
    return [{ name, isHidden, read: () => Promise.resolve(sheet) }];
  });
  return { sheets };
}
function sheetOf(name, source, at, since1904, untold) {
  const data = source["!data"] ?? [];
  const rows = /* @__PURE__ */ new Map();
  const rowAt = (row) => {
    const cells = rows.get(row) ?? /* @__PURE__ */ new Map();
    rows.set(row, cells);
    return cells;
  };
  for (const [row, cells] of data.entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      if (!cell) continue;
      const kind = cell.z === void 0 ? untold.kind(at, row, column) : formatKind(String(cell.z));
      const read2 = cellOf2(cell, column, { kind, since1904 }, untold.text);
      if (read2) rowAt(row).set(column, read2);
    }
  }
  for (const { row, column, fault } of untold.faults(at, data)) {
    const formula = data[row]?.[column]?.f ?? "";
    rowAt(row).set(column, { column, text: `=${formula}`, kind: "number", fault });
  }
  const ordered = [...rows].map(([row, cells]) => ({
    at: row,
    cells: [...cells.values()].sort((a, b) => a.column - b.column)
  })).sort((a, b) => a.at - b.at);
  const hidden = (lines2 = []) => lines2.flatMap((line, i) => line?.hidden ? [i] : []);
  return {
    name,
    rows: ordered,
    merges: (source["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hidden(source["!rows"]),
    hiddenColumns: hidden(source["!cols"])
  };
}
function cellOf2({ t, v: v2, f }, column, meaning, textOf3) {
  if (t === "e") return { column, text: errors[v2] ?? "#ERROR", kind: "number", fault: "error" };
  if (v2 === void 0)
    return f === void 0 ? null : { column, text: `=${f}`, kind: "number", fault: "formula" };
  if (typeof v2 === "boolean") return { column, text: String(v2), kind: "truth" };
  if (typeof v2 === "number") return figureCell(column, v2, meaning);
  return v2 === "" ? null : { column, text: textOf3(String(v2)), kind: "text" };
}
var errors;
var init_library_book = __esm({
  "packages/metrics/src/dataset/read/library-book.ts"() {
    "use strict";
    init_cell();
    init_number_format();
    init_source();
    errors = {
      0: "#NULL!",
      7: "#DIV/0!",
      15: "#VALUE!",
      23: "#REF!",
      29: "#NAME?",
      36: "#NUM!",
      42: "#N/A",
      43: "#GETTING_DATA"
    };
  }
});

// packages/metrics/src/dataset/read/xls-book.ts
var xls_book_exports = {};
__export(xls_book_exports, {
  openXls: () => openXls
});
import { CFB } from "@e965/xlsx";
function openXls(bytes2, name) {
  return orProblem(name, () => {
    const { FileIndex, FullPaths } = CFB.read(bytes2, { type: "array" });
    const parts = new Map(FullPaths.map((path, i) => [path.replace(/^[^/]*\//, ""), FileIndex[i]]));
    if (parts.has("EncryptedPackage")) return encrypted(name);
    const stream = parts.get("Workbook") ?? parts.get("Book");
    if (!stream) return damaged(name, "This document holds no Excel workbook.", "Save it as .xlsx.");
    if (stream.content.length < stream.size) return damaged(name, "This workbook is cut off.");
    const book = readLibrary(bytes2);
    const biff = readBiff(Uint8Array.from(stream.content));
    if (biff?.sheets.length !== book.SheetNames.length)
      throw new Error("it is older than Excel 5, or damaged");
    return bookOf(book, {
      text: textOf2(biff),
      kind: (sheet, row, column) => biff.sheets[sheet].kinds.get(cellNumber(row, column)) ?? "number",
      faults: (sheet, rows) => faultsOf(biff, sheet, rows)
    });
  });
}
function textOf2({ isUnicode, codePage }) {
  if (isUnicode) return (characters) => characters;
  const decode2 = codePageText(codePage);
  return (characters) => {
    const text = decode2(characters);
    if (text === void 0)
      throw new Error(`its texts cannot be told: their code page is ${codePage ?? "not said"}`);
    return text;
  };
}
function faultsOf({ sheets }, sheet, rows) {
  return sheets[sheet].formulas.flatMap(({ row, column, fault }) => {
    const found = fault ?? (rows[row]?.[column] === void 0 ? "formula" : void 0);
    return found === void 0 ? [] : [{ row, column, fault: found }];
  });
}
var init_xls_book = __esm({
  "packages/metrics/src/dataset/read/xls-book.ts"() {
    "use strict";
    init_biff();
    init_code_page();
    init_library_book();
    init_source();
  }
});

// packages/metrics/src/dataset/read/xlsb-book.ts
var xlsb_book_exports = {};
__export(xlsb_book_exports, {
  openXlsb: () => openXlsb
});
async function openXlsb(archive, part, name) {
  const harmed = await findDamage(archive, () => false);
  if (harmed !== void 0) return damaged(name, `The part ${harmed} of this workbook is damaged.`);
  const isStale = asksToCompute(await readBytes(archive, part));
  return orProblem(name, () => {
    const book = readLibrary(archive.bytes);
    const kind = undeclaredKind(book);
    return bookOf(book, {
      text: (characters) => characters,
      kind: () => kind,
      faults: (_, rows) => faultsOf2(rows, isStale)
    });
  });
}
function undeclaredKind({ Styles, SSF: declared = {} }) {
  const ids = (Styles?.CellXf ?? []).map(({ numFmtId = 0 }) => numFmtId).filter((id) => !(id in declared));
  const [kind = "number", ...others] = new Set(ids.map(builtInKind));
  if (others.length > 0) throw new Error("it does not tell its dates from its numbers");
  return kind;
}
function faultsOf2(rows, isStale) {
  return rows.flatMap(
    (cells, row) => (cells ?? []).flatMap(
      (cell, column) => cell?.f !== void 0 && (isStale || cell.v === "") ? [{ row, column, fault: isStale ? "formula" : "blank" }] : []
    )
  );
}
function asksToCompute(part) {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  let at = 0;
  const number = (most) => {
    let value = 0;
    for (let i = 0; i < most && at < part.length; i++) {
      const byte = part[at++];
      value += (byte & 127) << 7 * i;
      if (byte < 128) break;
    }
    return value;
  };
  while (at < part.length) {
    const [type, length] = [number(2), number(4)];
    if (type === calculation && length >= 26 && at + length <= part.length)
      return (view.getUint16(at + 24, true) & 17) !== 0;
    at += length;
  }
  return false;
}
var calculation;
var init_xlsb_book = __esm({
  "packages/metrics/src/dataset/read/xlsb-book.ts"() {
    "use strict";
    init_archive();
    init_library_book();
    init_number_format();
    init_source();
    calculation = 157;
  }
});

// packages/metrics/src/dataset/read/container.ts
async function openBook(bytes2, name) {
  if (bytes2[0] !== 80) {
    const { openXls: openXls2 } = await Promise.resolve().then(() => (init_xls_book(), xls_book_exports));
    return openXls2(bytes2, name);
  }
  try {
    const archive = openArchive(bytes2);
    if (!archive) return damaged(name, "This workbook is cut off.");
    const paths = [...archive.entries.keys()];
    if ([...archive.entries.values()].some(({ isEncrypted }) => isEncrypted)) return encrypted(name);
    const binary = paths.find((path) => /(^|\/)workbook\.bin$/.test(path));
    if (binary !== void 0) {
      const { openXlsb: openXlsb2 } = await Promise.resolve().then(() => (init_xlsb_book(), xlsb_book_exports));
      return await openXlsb2(archive, binary, name);
    }
    if (!paths.some((path) => /^xl\/|(^|\/)workbook\.xml$/.test(path)))
      return damaged(name, "This archive holds no Excel workbook.", "Save it as .xlsx.");
    return await openXlsx(archive, name);
  } catch (error) {
    if (!(error instanceof BrokenPart)) throw error;
    return damaged(name, `This workbook cannot be read: ${error.message}.`);
  }
}
var init_container = __esm({
  "packages/metrics/src/dataset/read/container.ts"() {
    "use strict";
    init_archive();
    init_source();
    init_xlsx_book();
  }
});

// packages/metrics/src/dataset/read/merged.ts
function mergeRows(sheet, first, isFigure) {
  const below = sheet.rows.slice(indexFrom(sheet.rows, first));
  if (sheet.merges.length === 0) return below;
  const covering = /* @__PURE__ */ new Map();
  for (const merge of sheet.merges) {
    for (let i = indexFrom(below, merge.top); i < below.length && below[i].at <= merge.bottom; i++) {
      const { at } = below[i];
      const others = covering.get(at);
      if (others) others.push(merge);
      else covering.set(at, [merge]);
    }
  }
  const seen = below.flatMap((row) => {
    const merges = covering.get(row.at) ?? [];
    const cells = row.cells.filter(
      ({ column }) => !merges.some((merge) => covers(merge, row.at, column) && !isFirst(merge, row.at, column))
    );
    return cells.length === 0 ? [] : [{ at: row.at, cells }];
  });
  const tall = sheet.merges.filter(({ top, bottom }) => top >= first && bottom > top);
  return tall.length === 0 ? seen : filled(seen, tall, isFigure);
}
function filled(rows, merges, isFigure) {
  const cells = /* @__PURE__ */ new Map();
  for (const { top, left, bottom } of merges) {
    const start = indexFrom(rows, top);
    const cell = rows[start]?.at === top ? rows[start].cells.find(({ column }) => column === left) : void 0;
    if (!cell) continue;
    let end = start;
    while (end < rows.length && rows[end].at <= bottom) end++;
    if (end - start < 2) continue;
    const shared = isFigure(cell) && cell.fault === void 0 ? { ...cell, fault: "merged" } : cell;
    for (const { at } of rows.slice(start, end)) {
      const others = cells.get(at);
      if (others) others.push(shared);
      else cells.set(at, [shared]);
    }
  }
  return rows.map((row) => {
    const shared = cells.get(row.at);
    if (!shared) return row;
    const columns = new Set(shared.map(({ column }) => column));
    const own = row.cells.filter(({ column }) => !columns.has(column));
    return { at: row.at, cells: [...own, ...shared].sort((a, b) => a.column - b.column) };
  });
}
function indexFrom(rows, at) {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = low + high >> 1;
    if (rows[middle].at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
function covers({ top, left, bottom, right }, row, column) {
  return top <= row && row <= bottom && left <= column && column <= right;
}
function isFirst({ top, left }, row, column) {
  return top === row && left === column;
}
var init_merged = __esm({
  "packages/metrics/src/dataset/read/merged.ts"() {
    "use strict";
  }
});

// packages/metrics/src/dataset/read/header-rows.ts
function bestHeader(sheet, contract) {
  const { headerRows, columns } = contract;
  const wanted = new Set(columns.map(headerOf));
  const [likely, width] = [likelyHeader(sheet), widthOf(sheet)];
  const tops = Array.from({ length: Math.min(heightOf(sheet), deepest) }, (_, top) => top);
  const candidates = [
    { ...likely, height: headerRows ?? likely.height },
    ...tops.map((top) => ({ top, height: headerRows ?? 1 }))
  ].map(({ top, height }) => {
    const names2 = new Set(headerNames(sheet, { top, height }, width));
    return { top, height, matches: [...wanted].filter((name) => names2.has(name)).length };
  });
  return candidates.reduce((best, one) => one.matches > best.matches ? one : best);
}
function likelyHeader(sheet) {
  const width = widthOf(sheet);
  const rows = Math.min(heightOf(sheet), deepest);
  let top = 0;
  while (top < rows && !looksLikeHeader(sheet, top, width)) top++;
  if (top === rows) top = sheet.rows[0]?.at ?? 0;
  let bottom = top;
  for (let row = top; row <= bottom && row - top < tallest - 1; row++) {
    for (const merge of sheet.merges) {
      if (merge.top !== row) continue;
      const divided = merge.right > merge.left && merge.bottom === row ? row + 1 : merge.bottom;
      bottom = Math.max(bottom, divided);
    }
  }
  return { top, height: Math.min(bottom - top + 1, tallest), matches: 0 };
}
function looksLikeHeader(sheet, row, width) {
  const names2 = headerNames(sheet, { top: row, height: 1 }, width).filter((name) => name !== "");
  return names2.length >= 0.75 * width && new Set(names2).size >= Math.min(2, width);
}
function heightOf({ rows }) {
  return (rows.at(-1)?.at ?? -1) + 1;
}
function widthOf({ rows }) {
  let width = 0;
  for (const { cells } of rows) width = Math.max(width, (cells.at(-1)?.column ?? -1) + 1);
  return width;
}
function headerNames(sheet, { top, height }, width = widthOf(sheet)) {
  const names2 = Array.from({ length: width }, () => "");
  const last = /* @__PURE__ */ new Map();
  for (let row = top; row < top + height; row++) {
    const cells = new Map(cellsOf(sheet, row).map((cell) => [cell.column, cell]));
    const merged = mergesOf(sheet, row, width);
    for (const column of /* @__PURE__ */ new Set([...cells.keys(), ...merged.keys(), ...last.keys()])) {
      const merge = merged.get(column);
      if (merge !== void 0 && merge === last.get(column)) continue;
      last.set(column, merge);
      const cell = merge ? cellsOf(sheet, merge.top).find((one) => one.column === merge.left) : cells.get(column);
      const name = wordsOf(cell?.text ?? "");
      if (name === "" || column >= width) continue;
      names2[column] = names2[column] === "" ? name : `${names2[column]}/${name}`;
    }
  }
  return names2;
}
function mergesOf({ merges }, row, width) {
  const merged = /* @__PURE__ */ new Map();
  for (const merge of merges) {
    if (merge.top > row || merge.bottom < row) continue;
    for (let column = merge.left; column <= merge.right && column < width; column++) {
      if (!merged.has(column)) merged.set(column, merge);
    }
  }
  return merged;
}
function cellsOf({ rows }, row) {
  const found = rows[indexFrom(rows, row)];
  return found?.at === row ? found.cells : [];
}
function wordsOf(text) {
  return text.replace(/\s*[\r\n]\s*/g, "").trim();
}
var deepest, tallest;
var init_header_rows = __esm({
  "packages/metrics/src/dataset/read/header-rows.ts"() {
    "use strict";
    init_contract();
    init_merged();
    deepest = 200;
    tallest = 9;
  }
});

// packages/metrics/src/dataset/read/cell-problem.ts
function cellProblem({ text, fault }, where) {
  const [code, message, remedy] = words[fault](text);
  return { code, where, message, remedy };
}
var again, words;
var init_cell_problem = __esm({
  "packages/metrics/src/dataset/read/cell-problem.ts"() {
    "use strict";
    again = "Open the workbook in its program and save it there.";
    words = {
      error: (text) => [
        "error-cell",
        `This cell shows ${text}, not a value.`,
        "Mend its formula, or what the formula refers to."
      ],
      formula: () => ["no-result", "The formula of this cell was never computed.", again],
      blank: () => [
        "no-result",
        "The formula of this cell has no result, or an empty text for one: the file does not tell which.",
        `${again} Where nothing is meant, empty the cell.`
      ],
      digits: (text) => [
        "lost-digits",
        `This number has ${text.replace("-", "").length} digits, and a workbook keeps 15 of a number: the last are not known.`,
        "Format the cells as text, then enter their digits again."
      ],
      number: (text) => [
        "not-a-number",
        text === "" ? "This cell is one of a number, and holds none." : `This cell holds ${JSON.stringify(text)} for a number.`,
        "Enter the number again, or export the workbook from its program."
      ],
      value: (text) => [
        "unreadable-cell",
        `This cell holds ${JSON.stringify(text)}, which is no value of its type.`,
        "Enter the value again, or export the workbook from its program."
      ],
      merged: (text) => [
        "merged-figure",
        `The figure ${text} stands in one cell for several rows: nobody can tell how much belongs to which.`,
        "Split the merged cell, and enter a figure in each row."
      ]
    };
  }
});

// packages/metrics/src/dataset/read/sheet-notes.ts
function hiddenNote({ hiddenRows, hiddenColumns, rows }, first, used, where) {
  const last = rows.at(-1)?.at ?? -1;
  const rowCount = hiddenRows.filter((row) => row >= first && row <= last).length;
  const shown = new Set(used);
  const columnCount = hiddenColumns.filter((column) => shown.has(column)).length;
  if (rowCount + columnCount === 0) return [];
  const parts = [
    ...rowCount > 0 ? [`${rowCount} ${rowCount === 1 ? "row" : "rows"}`] : [],
    ...columnCount > 0 ? [`${columnCount} ${columnCount === 1 ? "column" : "columns"}`] : []
  ];
  const message = `This sheet hides ${parts.join(" and ")}, which were read like all others.`;
  const remedy = "Remove them from the workbook where they are not meant.";
  return [{ code: "hidden-cells", where, message, remedy }];
}
function percentNote(rows, names2, shiftOf, where) {
  const found = /* @__PURE__ */ new Map();
  for (const { at, cells } of rows) {
    for (const { column, text, isPercent } of cells) {
      if (!isPercent) continue;
      const known = found.get(column);
      if (known) known.count++;
      else found.set(column, { place: addressOf(at, column), text, count: 1 });
    }
  }
  return [...found].map(([column, { place: place2, text, count }]) => {
    const what = `${count} ${count === 1 ? "cell" : "cells"} of ${names2[column] || "a column without a name"} ${count === 1 ? "is" : "are"} shown as a percentage`;
    const shift = shiftOf(column);
    const shown = shiftedText(text, 2);
    return {
      code: "percent-cells",
      where: `${where}!${place2}`,
      ...shift === void 0 ? {
        message: `${what}, and the unit of the column is not %: what is stored was read, ${text} for ${shown} %.`,
        remedy: "Where the column is in %, give it the unit % in the contract."
      } : {
        message: `${what} and ${count === 1 ? "was" : "were"} read as what is shown: ${shiftedText(text, shift)} for ${shown} %, which is stored as ${text}.`,
        remedy: "Make sure that cells which are not shown so are in the same unit."
      }
    };
  });
}
function blankNote(count, where) {
  if (count === 0) return [];
  const message = `${count} ${count === 1 ? "row holds" : "rows hold"} only formulas whose result is an empty text, and ${count === 1 ? "was" : "were"} left out.`;
  const remedy = "Where figures are meant, open the workbook in its program and save it there.";
  return [{ code: "blank-rows", where, message, remedy }];
}
var init_sheet_notes = __esm({
  "packages/metrics/src/dataset/read/sheet-notes.ts"() {
    "use strict";
    init_address();
    init_figure();
  }
});

// packages/metrics/src/dataset/read/sheet.ts
function tabulate(sheet, { name: file, contract }, notes) {
  const where = `${file}:${sheet.name}`;
  const placeOf2 = (row, column) => `${where}!${addressOf(row, column)}`;
  const header = contract ? bestHeader(sheet, contract) : likelyHeader(sheet);
  const names2 = headerNames(sheet, header);
  const first = header.top + header.height;
  const { isFigure, isTolerant, percentShift } = columnRules(names2, contract);
  const all = mergeRows(sheet, first, isFigure);
  const below = all.filter(({ cells }) => cells.some(({ fault }) => fault !== "blank"));
  const firstRows = firstRowsOf(below);
  const used = names2.flatMap((name, i) => name !== "" || firstRows.has(i) ? [i] : []);
  const indexOf = new Map(used.map((column, i) => [column, i]));
  const columns = used.map(() => []);
  const rows = [];
  const rejects = [];
  for (const { at, cells } of below) {
    const bad = cells.find((cell) => cell.fault !== void 0 && !isTolerant(cell));
    const texts = used.map(() => null);
    for (const cell of cells) {
      const shift = cell.isPercent ? percentShift(cell.column) : void 0;
      texts[indexOf.get(cell.column)] = shift === void 0 ? cell.text : shiftedText(cell.text, shift);
    }
    if (bad !== void 0) {
      const place2 = placeOf2(at, bad.column);
      rejects.push({
        place: place2,
        text: texts.map((text) => text ?? "").join("	"),
        problem: cellProblem(bad, place2)
      });
      continue;
    }
    rows.push(at);
    for (const [i, column] of columns.entries()) column.push(texts[i]);
  }
  return {
    file,
    header: used.map((column) => ({
      name: names2[column],
      // A cell that belongs to no column is to be found.
      place: placeOf2(names2[column] === "" ? firstRows.get(column) : first - 1, column)
    })),
    rowCount: rows.length,
    columns,
    placeOf: (row, column) => placeOf2(rows[row], used[column]),
    rejects,
    notes: [
      ...notes,
      ...hiddenNote(sheet, first, used, where),
      ...percentNote(below, names2, percentShift, where),
      ...blankNote(all.length - below.length, where)
    ]
  };
}
function firstRowsOf(rows) {
  const first = /* @__PURE__ */ new Map();
  for (const { at, cells } of rows)
    for (const { column } of cells) if (!first.has(column)) first.set(column, at);
  return first;
}
function columnRules(names2, contract) {
  const declared = new Map(contract?.columns.map((column) => [headerOf(column), column]));
  const columns = names2.map((name) => declared.get(name));
  return {
    isFigure: ({ column, kind }) => {
      const type = columns[column]?.type;
      return type === void 0 ? kind === "number" || kind === "truth" : type !== "VARCHAR" && type !== "DATE";
    },
    // Of a DOUBLE no more is promised than a double holds.
    isTolerant: ({ column, fault }) => fault === "digits" && columns[column]?.type === "DOUBLE",
    percentShift: (column) => {
      const { zh, power = 0 } = columns[column]?.unit ?? {};
      if (power !== 0) return void 0;
      return zh === "%" ? 2 : zh === "\u2030" ? 3 : void 0;
    }
  };
}
var init_sheet = __esm({
  "packages/metrics/src/dataset/read/sheet.ts"() {
    "use strict";
    init_contract();
    init_address();
    init_cell_problem();
    init_figure();
    init_header_rows();
    init_merged();
    init_sheet_notes();
  }
});

// packages/metrics/src/dataset/read/workbook.ts
var workbook_exports = {};
__export(workbook_exports, {
  readWorkbook: () => readWorkbook
});
async function readWorkbook(bytes2, options) {
  const { name, contract } = options;
  const book = await openBook(bytes2, name);
  if ("code" in book) return { problems: [book] };
  const wanted = contract?.sheet ?? options.sheet;
  const titles = book.sheets.map((sheet) => sheet.name);
  if (wanted !== void 0 && !titles.includes(wanted)) {
    const message = `The workbook has no sheet ${JSON.stringify(wanted)}.`;
    return { problems: [{ code: "unknown-sheet", where: name, message, remedy: suggest(wanted, titles) }] };
  }
  const visible = await readSheets(
    book.sheets.filter(({ isHidden }) => !isHidden),
    name
  );
  const named = await readSheets(
    book.sheets.filter((sheet) => sheet.name === wanted),
    name
  );
  const seen = visible.sheets.length > 0 || visible.problems.length > 0;
  const shown = seen ? visible : await readSheets(book.sheets, name);
  const { sheets: eligible, problems } = wanted === void 0 ? shown : named;
  if (problems.length > 0) return { problems };
  const chosen = choose(eligible, contract);
  if (!chosen) return { problems: [emptyFile(wanted === void 0 ? name : `${name}:${wanted}`)] };
  const others = eligible.length > 1 ? [otherSheets(name, chosen, eligible.length - 1)] : [];
  const names2 = shown.sheets.map((sheet) => sheet.name);
  const table2 = tabulate(chosen, options, others);
  return {
    table: {
      ...table2,
      sheets: { names: names2.includes(chosen.name) ? names2 : [...names2, chosen.name], read: chosen.name }
    },
    problems: []
  };
}
async function readSheets(listed, file) {
  const [sheets, problems] = [[], []];
  for (const one of listed) {
    try {
      const sheet = await one.read();
      if (sheet.rows.length > 0) sheets.push(sheet);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const message = `The sheet ${one.name} of this workbook cannot be read: ${why}.`;
      const remedy = "Open the workbook in its program and save it again, or copy it again.";
      problems.push(damaged(`${file}:${one.name}`, message, remedy));
    }
  }
  return { sheets, problems };
}
function choose(sheets, contract) {
  let [best, most] = [sheets[0], 0];
  if (!contract || sheets.length < 2) return best;
  for (const sheet of sheets) {
    const { matches } = bestHeader(sheet, contract);
    if (matches > most) [best, most] = [sheet, matches];
  }
  return best;
}
function otherSheets(name, { name: sheet }, others) {
  const message = `The sheet ${sheet} was read, and not the ${others === 1 ? "other one" : `${others} others`}.`;
  const remedy = 'Name the right one as "sheet" in the contract, or where the file is read.';
  return { code: "other-sheets", where: name, message, remedy };
}
var init_workbook = __esm({
  "packages/metrics/src/dataset/read/workbook.ts"() {
    "use strict";
    init_nearest();
    init_container();
    init_header_rows();
    init_sheet();
    init_source();
  }
});

// packages/metrics/src/dataset/read/columnar.ts
function columnarTable(columns, rowCount, { name: file }) {
  const table2 = {
    file,
    header: columns.map(({ name }) => ({ name, place: `${file}:${name}` })),
    rowCount,
    columns: columns.map(({ cells }) => cells),
    placeOf: (row, column) => `${file}:${row + 1}:${columns[column].name}`,
    rejects: [],
    notes: []
  };
  return { table: table2, problems: [] };
}
function unsupportedType(file, column, type) {
  return {
    code: "unsupported-type",
    where: `${file}:${column}`,
    message: `The column ${column} is of type ${type}, which is no text, number, date or truth value.`,
    remedy: "Leave the column out, or store it as text."
  };
}
var init_columnar = __esm({
  "packages/metrics/src/dataset/read/columnar.ts"() {
    "use strict";
  }
});

// packages/metrics/src/dataset/read/compressors.ts
async function loadCompressors(codecs) {
  const compressors = {};
  for (const codec of codecs) {
    if (codec === "GZIP") {
      const { gunzip } = await import("hyparquet-compressors/src/gzip.js");
      compressors.GZIP = (input, length) => gunzip(input, new Uint8Array(length));
    } else if (codec === "BROTLI") {
      const { decompressBrotli } = await import("hyparquet-compressors/src/brotli.js");
      compressors.BROTLI = decompressBrotli;
    } else if (codec === "LZ4" || codec === "LZ4_RAW") {
      const { decompressLz4, decompressLz4Raw } = await import("hyparquet-compressors/src/lz4.js");
      compressors[codec] = codec === "LZ4" ? decompressLz4 : decompressLz4Raw;
    } else if (codec === "ZSTD") {
      const { decompress } = await import("fzstd");
      compressors.ZSTD = (input, length) => decompress(input, new Uint8Array(length));
    }
  }
  return compressors;
}
var init_compressors = __esm({
  "packages/metrics/src/dataset/read/compressors.ts"() {
    "use strict";
  }
});

// packages/metrics/src/dataset/read/parquet.ts
var parquet_exports = {};
__export(parquet_exports, {
  readParquet: () => readParquet
});
async function readParquet(bytes2, options) {
  const { name } = options;
  const { parquetMetadata, parquetScan } = await import("hyparquet");
  try {
    const { buffer } = new Uint8Array(bytes2);
    const metadata = parquetMetadata(buffer, { geoparquet: false });
    const elements = topLevel(metadata.schema);
    const problems = elements.filter((element) => !printerOf(element)).map(({ name: column, ...rest }) => unsupportedType(name, column, typeName(rest)));
    if (problems.length > 0) return { problems };
    const codecs = codecsOf(metadata);
    const compressors = await loadCompressors(codecs);
    const unread = codecs.find((codec) => !plain2.includes(codec) && !(codec in compressors));
    if (unread !== void 0) return { problems: [unknownCodec(name, unread)] };
    const scan2 = await parquetScan({
      file: { byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end) },
      metadata: { ...metadata, schema: metadata.schema.map(withoutMeaning) },
      columns: elements.map((element) => element.name),
      parsers: { timestampFromNanoseconds: (ticks) => ticks },
      utf8: false,
      compressors
    });
    const columns = [];
    for (const element of elements) {
      const print = printerOf(element);
      const cells = [];
      for (const range of scan2.ranges) {
        const values = await scan2.readColumn({ column: element.name, ...range });
        for (const value of values) {
          cells.push(value === null || value === void 0 ? null : print(value) || null);
        }
      }
      columns.push({ name: element.name, cells });
    }
    const rowCount = Number(metadata.num_rows);
    const short = columns.find(({ cells }) => cells.length !== rowCount);
    if (short)
      return { problems: [damaged(name, `The column ${short.name} of this Parquet file is cut off.`)] };
    return columnarTable(columns, rowCount, options);
  } catch (error) {
    return { problems: [damaged(name, `This Parquet file cannot be read (${error.message}).`)] };
  }
}
function topLevel(schema) {
  const columns = [];
  for (let i = 1; i < schema.length; i += sizeOf(schema, i)) columns.push(schema[i]);
  return columns;
}
function sizeOf(schema, at) {
  let size = 1;
  for (let left = schema[at].num_children ?? 0; left > 0; left--) size += sizeOf(schema, at + size);
  return size;
}
function withoutMeaning(element) {
  const stored = { ...element };
  delete stored.converted_type;
  delete stored.logical_type;
  return stored;
}
function printerOf({
  type,
  converted_type: converted,
  logical_type: logical,
  ...rest
}) {
  if ((rest.num_children ?? 0) > 0 || rest.repetition_type === "REPEATED") return void 0;
  if (logical?.type === "DECIMAL" || converted === "DECIMAL")
    return (value) => decimalText(wholeOf(value), rest.scale ?? 0);
  if (logical?.type === "TIMESTAMP") {
    return logical.isAdjustedToUTC ? void 0 : (ticks) => momentText(wholeOf(ticks), perSecond[logical.unit]);
  }
  if (logical?.type === "DATE" || converted === "DATE") return (days) => dayText(days);
  if (logical?.type === "STRING" || logical?.type === "ENUM" || converted === "UTF8" || converted === "ENUM")
    return decode;
  const unsigned = /^UINT_(8|16|32|64)$/.exec(converted ?? "")?.[1] ?? (logical?.type === "INTEGER" && !logical.isSigned ? String(logical.bitWidth) : void 0);
  if (unsigned !== void 0)
    return (value) => String(BigInt.asUintN(type === "INT64" ? 64 : 32, wholeOf(value)));
  if (logical && logical.type !== "INTEGER" || converted && !converted.startsWith("INT_"))
    return void 0;
  switch (type) {
    case "BOOLEAN":
    case "INT32":
    case "INT64":
      return String;
    case "INT96":
      return (ticks) => momentText(ticks, perSecond.NANOS);
    case "FLOAT":
      return (value) => singleText(value);
    case "DOUBLE":
      return (value) => plainText(value);
    case "BYTE_ARRAY":
      return decode;
    default:
      return void 0;
  }
}
function wholeOf(value) {
  if (!(value instanceof Uint8Array)) return BigInt(value);
  const sum = value.reduce((before, byte) => before << 8n | BigInt(byte), 0n);
  return BigInt.asIntN(8 * value.length, sum);
}
function typeName({
  type,
  converted_type: converted,
  logical_type: logical
}) {
  return logical?.type ?? converted ?? type ?? "group";
}
function codecsOf({ row_groups }) {
  const columns = row_groups.flatMap((group) => group.columns);
  return [...new Set(columns.flatMap(({ meta_data }) => meta_data ? [meta_data.codec] : []))];
}
function unknownCodec(where, codec) {
  const message = `The columns of this Parquet file are compressed with ${codec}, which cannot be read here.`;
  return { code: "compressed-file", where, message, remedy: "Write it with SNAPPY, GZIP or ZSTD." };
}
var perSecond, utf8, decode, plain2;
var init_parquet = __esm({
  "packages/metrics/src/dataset/read/parquet.ts"() {
    "use strict";
    init_columnar();
    init_figure();
    init_moment();
    init_compressors();
    init_source();
    perSecond = { MILLIS: 1000n, MICROS: 1000000n, NANOS: 1000000000n };
    utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    decode = (bytes2) => utf8.decode(bytes2);
    plain2 = ["UNCOMPRESSED", "SNAPPY"];
  }
});

// packages/metrics/src/dataset/read/arrow-message.ts
function streamFault(bytes2) {
  const view = new DataView(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength);
  for (let at = 0; at + 8 <= bytes2.length; ) {
    if (view.getUint32(at, true) !== 4294967295) return "cut-off";
    const length = view.getInt32(at + 4, true);
    if (length === 0) return void 0;
    if (length < 0 || at + 8 + length > bytes2.length) return "cut-off";
    const message = follow(view, at + 8);
    if (isCompressed(view, message)) return "compressed";
    const body = fieldOf(view, message, 3);
    at += 8 + length + (body === void 0 ? 0 : Number(view.getBigInt64(body, true)));
  }
  return "cut-off";
}
function isCompressed(view, message) {
  const [kind, header] = [fieldOf(view, message, 1), fieldOf(view, message, 2)];
  if (kind === void 0 || header === void 0) return false;
  let batch = follow(view, header);
  if (view.getUint8(kind) === dictionaryBatch) {
    const data = fieldOf(view, batch, 1);
    if (data === void 0) return false;
    batch = follow(view, data);
  } else if (view.getUint8(kind) !== recordBatch) return false;
  return fieldOf(view, batch, 3) !== void 0;
}
function follow(view, at) {
  return at + view.getUint32(at, true);
}
function fieldOf(view, table2, field) {
  const places = table2 - view.getInt32(table2, true);
  const at = 4 + 2 * field;
  const place2 = at < view.getUint16(places, true) ? view.getUint16(places + at, true) : 0;
  return place2 === 0 ? void 0 : table2 + place2;
}
var dictionaryBatch, recordBatch;
var init_arrow_message = __esm({
  "packages/metrics/src/dataset/read/arrow-message.ts"() {
    "use strict";
    dictionaryBatch = 2;
    recordBatch = 3;
  }
});

// packages/metrics/src/dataset/read/arrow.ts
var arrow_exports = {};
__export(arrow_exports, {
  readArrow: () => readArrow
});
import { DataType, RecordBatchReader } from "apache-arrow";
function readArrow(bytes2, options) {
  const { name } = options;
  try {
    const fault = fileFault(bytes2);
    if (fault) return { problems: [faultProblem(fault, name)] };
    const reader = RecordBatchReader.from(bytes2).open();
    return tabulate2(reader.schema, [...reader], options);
  } catch (error) {
    return { problems: [damaged(name, `This Arrow file cannot be read (${error.message}).`)] };
  }
}
function fileFault(bytes2) {
  const magic = (at) => String.fromCharCode(...bytes2.subarray(at, at + 6)) === "ARROW1";
  if (!magic(0)) return streamFault(bytes2);
  return magic(bytes2.length - 6) && bytes2.length > 14 ? streamFault(bytes2.subarray(8)) : "cut-off";
}
function faultProblem(fault, where) {
  if (fault === "cut-off") return damaged(where, "This Arrow file is cut off.");
  const message = "The values of this Arrow file are compressed, which cannot be read here.";
  return { code: "compressed-file", where, message, remedy: "Write it without compression, or as Parquet." };
}
function tabulate2({ fields }, batches, options) {
  const problems = [];
  const columns = fields.map(({ name, type }, i) => {
    const print = printerOf2(type);
    if (!print) problems.push(unsupportedType(options.name, name, String(type)));
    const cells = print ? batches.flatMap((batch) => printCells(batch.getChildAt(i), print)) : [];
    return { name, cells };
  });
  if (problems.length > 0) return { problems };
  const rowCount = batches.reduce((sum, { numRows }) => sum + numRows, 0);
  return columnarTable(columns, rowCount, options);
}
function printCells(vector, print) {
  return Array.from({ length: vector.length }, (_, row) => {
    const value = vector.get(row);
    return value === null || value === void 0 ? null : print(value, vector, row) || null;
  });
}
function printerOf2(type) {
  if (DataType.isDictionary(type)) {
    const print = printerOf2(type.dictionary);
    return DataType.isTimestamp(type.dictionary) ? void 0 : print;
  }
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isBool(type) || DataType.isNull(type))
    return printText;
  if (DataType.isInt(type)) return printText;
  if (DataType.isFloat(type)) return (value) => (isDouble(type) ? plainText : singleText)(value);
  if (DataType.isDecimal(type)) return (words3) => decimalText(signed(words3), type.scale);
  if (DataType.isDate(type)) return (value) => momentText(BigInt(value), 1000n);
  if (!DataType.isTimestamp(type) || type.timezone) return void 0;
  const perSecond2 = 1000n ** BigInt(type.unit);
  return (_, { data }, row) => momentText(data[0].values[row], perSecond2);
}
function isDouble({ precision }) {
  return precision === 2;
}
function signed(words3) {
  const value = words3.reduceRight((sum, word) => sum << 32n | BigInt(word), 0n);
  return BigInt.asIntN(32 * words3.length, value);
}
var printText;
var init_arrow = __esm({
  "packages/metrics/src/dataset/read/arrow.ts"() {
    "use strict";
    init_arrow_message();
    init_columnar();
    init_figure();
    init_moment();
    init_source();
    printText = (value) => String(value);
  }
});

// ../../read-scratch/b.mjs
import { readFileSync } from "node:fs";

// packages/metrics/src/dataset/cells.ts
function splitCells(record2, line) {
  const cells = [];
  const pattern = /(?:"([^"]*(?:""[^"]*)*)"?([^,]*)|([^,]*))(,|$)/y;
  for (let more = true; more; ) {
    const { index, 1: quoted, 2: rest = "", 3: bare, 4: comma } = pattern.exec(record2);
    const text = quoted === void 0 ? bare : quoted.replaceAll('""', '"') + rest;
    cells.push({ text, place: placeOf(record2, index, line) });
    more = comma === ",";
  }
  return cells;
}
function placeOf(text, index, line) {
  const before = text.slice(0, index).split(/\r\n|\n|\r/);
  return { line: line + before.length - 1, column: [...before.at(-1)].length + 1 };
}

// packages/metrics/src/dataset/csv.ts
var LONGEST = 2e6;
var COMMA = 44;
var QUOTE = 34;
var LF = 10;
var CR = 13;
var mark = [239, 187, 191];
var BEGIN = 0;
var BARE = 1;
var QUOTED = 2;
var CLOSED = 3;
var BROKEN = 4;
function scanCsv(onRecord) {
  let state = BEGIN;
  let offset = 0;
  let start = 0;
  let line = 1;
  let lastLine = 1;
  let cells = 1;
  let fault;
  let faultAt = 0;
  let openedAt = 0;
  let afterCr = false;
  let [lf, crlf, cr, empty] = [0, 0, 0, 0];
  const finish = (end) => {
    if (end === start) empty++;
    else {
      if (fault === void 0 && end - start > LONGEST) [fault, faultAt] = ["too-long", start];
      const record2 = { start, end, line, lastLine, cells };
      onRecord(fault === void 0 ? record2 : { ...record2, fault, faultAt });
    }
    state = BEGIN;
    cells = 1;
    fault = void 0;
    line = ++lastLine;
  };
  return {
    push(bytes2) {
      for (let i = 0; i < bytes2.length; i++) {
        let byte = bytes2[i];
        if (start < mark.length && offset + i === start && byte === mark[start]) {
          start++;
          continue;
        }
        if (state === BARE) {
          while (byte > COMMA && ++i < bytes2.length) byte = bytes2[i];
          if (i === bytes2.length) break;
        }
        if (byte === LF || byte === CR) {
          const second = byte === LF && afterCr;
          afterCr = byte === CR;
          if (state === QUOTED) {
            if (!second) lastLine++;
            continue;
          }
          if (second) {
            cr--;
            crlf++;
          } else {
            if (byte === LF) lf++;
            else cr++;
            finish(offset + i);
          }
          start = offset + i + 1;
          continue;
        }
        afterCr = false;
        if (state === QUOTED) {
          if (byte === QUOTE) state = CLOSED;
        } else if (byte === COMMA && state !== BROKEN) {
          cells++;
          state = BEGIN;
        } else if (byte === QUOTE) {
          if (state === BEGIN) openedAt = offset + i;
          if (state === BEGIN || state === CLOSED) state = QUOTED;
          else if (state === BARE) [state, fault, faultAt] = [BROKEN, "stray-quote", offset + i];
        } else if (state === BEGIN) state = BARE;
        else if (state === CLOSED) [state, fault, faultAt] = [BROKEN, "text-after-quote", offset + i];
      }
      offset += bytes2.length;
    },
    here: () => ({ start, line }),
    end() {
      if (state === QUOTED) [fault, faultAt] = ["open-quote", openedAt];
      if (offset > start) finish(offset);
      return { plain: empty === 0 && cr === 0 && (lf === 0 || crlf === 0) };
    }
  };
}

// packages/metrics/src/dataset/malformed.ts
function recordProblem(fault, { cells, columns, where }) {
  if (fault === void 0) {
    const message = `This row has ${cells} ${cells === 1 ? "cell" : "cells"}, but the header has ${columns}.`;
    const remedy = cells > columns ? 'Write numbers without commas (12300, not 12,300), and put a text that holds a comma in quotation marks: "a, b".' : "Add the missing cells; an empty cell still needs its comma.";
    return { code: cells > columns ? "too-many-cells" : "too-few-cells", where, message, remedy };
  }
  return { code: fault, where, ...faultWords[fault] };
}
var faultWords = {
  "stray-quote": {
    message: "A quotation mark stands inside a cell that does not begin with one.",
    remedy: 'Put the whole cell in quotation marks and double the one inside: "5"" wafer".'
  },
  "text-after-quote": {
    message: "A quotation mark closes the cell, but more text follows before the next comma.",
    remedy: 'Move the text inside the quotation marks, and double any quotation mark within: "5"" wafer".'
  },
  "open-quote": {
    message: "A quotation mark opens here and is never closed, so everything after it is one cell.",
    remedy: "Close it at the end of the cell, or remove it."
  },
  "too-long": {
    message: "This row is longer than 2 000 000 bytes.",
    remedy: "Look for a quotation mark that is missing at the end of a cell near its beginning."
  }
};

// packages/metrics/src/dataset/rejects.ts
function formatPlace(file, { line, column }) {
  return `${file}:${line}:${column}`;
}

// packages/metrics/src/dataset/read/csv.ts
init_turn();
init_encoding();
init_source();
async function readCsv(bytes2, options) {
  const { name, onProgress = () => void 0 } = options;
  const text = await readUtf8(bytes2, options);
  if ("code" in text) return { problems: [text] };
  const records = await scan(text.bytes, (share) => onProgress(share / 4));
  const [header] = records;
  if (!header) return { problems: [emptyFile(name)] };
  const source = textOf(text.bytes);
  if (header.fault) return { problems: [malformed(source, header, header.cells, name).problem] };
  const names2 = splitCells(source(header), header.line);
  const columns = names2.map(() => []);
  const rows = [];
  const rejects = [];
  let torn = false;
  for (let i = 1; i < records.length; i++) {
    const record2 = records[i];
    if (i % sliceLength === 0) {
      onProgress(1 / 4 + 3 / 4 * (i / records.length));
      await nextTurn();
    }
    if (record2.fault !== void 0 || record2.cells !== names2.length) {
      rejects.push(malformed(source, record2, names2.length, name));
      torn ||= record2.fault !== void 0 && record2.line !== record2.lastLine;
      continue;
    }
    rows.push(record2);
    const line = source(record2);
    const cells = line.includes('"') ? splitCells(line, 1).map((cell) => cell.text) : line.split(",");
    for (const [column, cell] of cells.entries()) columns[column].push(cell === "" ? null : cell);
  }
  if (torn) return { problems: [...rejects.slice(0, 20).map(({ problem }) => problem), tornProblem(name)] };
  const table2 = {
    file: name,
    header: names2.map(({ text: cell, place: place2 }) => ({ name: cell, place: formatPlace(name, place2) })),
    rowCount: rows.length,
    columns,
    placeOf: (row, column) => formatPlace(name, splitCells(source(rows[row]), rows[row].line)[column].place),
    rejects,
    notes: text.notes
  };
  return { table: table2, problems: [] };
}
var pieceLength2 = 1 << 20;
async function scan(bytes2, onProgress) {
  const records = [];
  const scanner = scanCsv((record2) => records.push(record2));
  for (let at = 0; at < bytes2.length; at += pieceLength2) {
    scanner.push(bytes2.subarray(at, at + pieceLength2));
    onProgress(at / bytes2.length);
    await nextTurn();
  }
  scanner.end();
  return records;
}
function textOf(bytes2) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return ({ start, end }) => decoder.decode(bytes2.subarray(start, end));
}
function malformed(source, record2, columns, name) {
  const { start, line, fault, faultAt = start, cells } = record2;
  const text = source({ start, end: Math.min(record2.end, start + 2e6) });
  const before = source({ start, end: faultAt });
  const place2 = fault ? placeOf(before, before.length, line) : cells < columns ? { line, column: 1 } : splitCells(text, line)[columns].place;
  const where = formatPlace(name, place2);
  return { place: where, text, problem: recordProblem(fault, { cells, columns, where }) };
}
function tornProblem(where) {
  const message = "A faulty quotation mark runs over several lines, so it cannot be told which rows the file holds.";
  return {
    code: "torn-rows",
    where,
    message,
    remedy: "Mend the quotation marks named here, then read it again."
  };
}

// packages/metrics/src/dataset/read/format.ts
var extensions = {
  csv: "csv",
  json: "json",
  jsonl: "json-lines",
  ndjson: "json-lines",
  xlsx: "workbook",
  xlsm: "workbook",
  xlsb: "workbook",
  xls: "workbook",
  et: "workbook",
  parquet: "parquet",
  arrow: "arrow",
  arrows: "arrow",
  feather: "arrow"
};
function namedFormat(name) {
  return extensions[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""];
}
var signatures = [
  ["PK", "workbook"],
  ["\xD0\xCF\xE0\xA1\xB1\xE1", "workbook"],
  ["PAR1", "parquet"],
  ["ARROW1", "arrow"],
  ["\xFF\xFF\xFF\xFF", "arrow"],
  ["\x8B", "archive"],
  ["Rar!", "archive"],
  ["7z\xBC\xAF'", "archive"]
];
function provenFormat(bytes2) {
  const first = String.fromCharCode(...bytes2.subarray(0, 8));
  return signatures.find(([signature]) => first.startsWith(signature))?.[1];
}

// packages/metrics/src/dataset/read/table.ts
init_source();
async function readTable(bytes2, options) {
  const { name } = options;
  if (bytes2.length === 0) return { problems: [emptyFile(name)] };
  const [proven, named] = [provenFormat(bytes2), namedFormat(name)];
  if (proven === "archive") return { problems: [packed(name)] };
  const format = proven ?? named ?? "csv";
  if (proven === void 0 && isBinary(format)) return { problems: [notA(format, bytes2, name)] };
  const read2 = await readAs(format, bytes2, options);
  if (!read2.table || proven === void 0 || named === void 0 || named === proven) return read2;
  return { table: { ...read2.table, notes: [...read2.table.notes, misnamed(name, proven)] }, problems: [] };
}
async function readAs(format, bytes2, options) {
  switch (format) {
    case "csv":
      return readCsv(bytes2, options);
    case "json": {
      const { readJson: readJson2 } = await Promise.resolve().then(() => (init_json2(), json_exports));
      return readJson2(bytes2, options);
    }
    case "json-lines": {
      const { readJsonLines: readJsonLines2 } = await Promise.resolve().then(() => (init_json2(), json_exports));
      return readJsonLines2(bytes2, options);
    }
    case "workbook": {
      const { readWorkbook: readWorkbook2 } = await Promise.resolve().then(() => (init_workbook(), workbook_exports));
      return readWorkbook2(bytes2, options);
    }
    case "parquet": {
      const { readParquet: readParquet2 } = await Promise.resolve().then(() => (init_parquet(), parquet_exports));
      return readParquet2(bytes2, options);
    }
    case "arrow": {
      const { readArrow: readArrow2 } = await Promise.resolve().then(() => (init_arrow(), arrow_exports));
      return readArrow2(bytes2, options);
    }
  }
}
function isBinary(format) {
  return format in words2;
}
var words2 = {
  workbook: "a workbook",
  parquet: "a Parquet file",
  arrow: "an Arrow file"
};
function notA(format, bytes2, name) {
  const first = String.fromCharCode(...bytes2.subarray(0, 512));
  if (format === "workbook" && /<(html|table|\?xml)/i.test(first)) {
    const message = "This is a web page with the name of a workbook.";
    return damaged(name, message, "Open it in its program and save it as .xlsx.");
  }
  const remedy = "Export or copy the file again; a text of comma-separated cells is called .csv.";
  return damaged(name, `This has the name of ${words2[format]}, but is none.`, remedy);
}
function misnamed(where, format) {
  const what = format in words2 ? words2[format] : format;
  const message = `The name says otherwise, but this is ${what} and was read as such.`;
  return { code: "misnamed-file", where, message, remedy: "Give the file the ending that it should have." };
}
function packed(where) {
  return { code: "packed-file", where, message: "This is a packed archive.", remedy: "Unpack it first." };
}

// ../../read-scratch/b.mjs
var bytes = new Uint8Array(readFileSync("/tmp/read-scratch/lib/big.xlsx"));
for (let k = 0; k < 3; k++) {
  const t = performance.now();
  const { table: table2, problems } = await readTable(bytes, { name: "big.xlsx" });
  console.log(Math.round(performance.now() - t) + " ms", table2?.rowCount, table2?.rejects.length, problems.length, Math.round(process.memoryUsage().rss / 1e6) + " MB");
}
