import { expect, test } from 'vitest';
import { readXml } from '../../../../packages/metrics/src/dataset/read/xml.js';
import { worked } from '../../../work.js';

/** The events of a document, read in pieces of a length. */
function told(xml: string, length = xml.length): readonly string[] {
  const events: string[] = [];
  const input = readXml({
    open: (name, attributes) =>
      events.push(`<${name}${[...attributes].map(([key, value]) => ` ${key}=${value}`).join('')}`),
    text: (text) => events.push(text),
    close: (name) => events.push(`/${name}`),
  });
  for (let at = 0; at < xml.length; at += length) input.push(xml.slice(at, at + length));
  input.end();
  return events;
}

test('the example of its docstring', () => {
  expect(told('<a><b/></a>').filter((one) => one.startsWith('<'))).toEqual(['<a', '<b']);
});

test('elements, attributes, texts and entities are told in their order', () => {
  const xml = `<?xml version="1.0"?>\r\n<!-- <a> --><a b="1" c = '"&lt;&#20803;'>x&amp;y\r\n<![CDATA[<&]]><b\n/></a>\n`;
  const events = ['<a b=1 c="<元', 'x&y\n', '<&', '<b', '/b', '/a'];
  expect(told(xml)).toEqual(events);
  expect(told(xml, 1)).toEqual(events);
});

test('names are told without the prefix of the first element, others with a colon', () => {
  expect(told('<x:a><x:b/><y:b/><b/></x:a>').filter((one) => one.startsWith('<'))).toEqual([
    '<a',
    '<b',
    '<:y:b',
    '<:b',
  ]);
  expect(told('<a><y:b/></a>')[1]).toBe('<y:b');
});

test.each([
  '',
  'text',
  '<a>',
  '<a></b>',
  '<a/></a>',
  '<a/><b/>',
  '<a/>x',
  '<a b=1/>',
  '<a b="1"c="2"/>',
  '<a b="<"/>',
  '<a b="1" b="2"/>',
  '<a>&nbsp;</a>',
  '<a>& b</a>',
  '<a>&#x110000;</a>',
  '<a><!-- </a>',
  '<a><![CDATA[</a>',
  '<a',
  '<a b="',
  '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  '<a><![IF[]]></a>',
  '< a/>',
])('%j is no document', (xml) => {
  expect(() => told(xml)).toThrow();
  if (xml !== '') expect(() => told(xml, 1)).toThrow();
});

test('the time grows with the length alone, whatever is long', () => {
  const began = worked();
  const long = 'x'.repeat(8_000_000);
  told(`<a><!--${long}-->${long}<b c="${long.slice(0, 900_000)}"/><![CDATA[${long}]]></a>`, 16_384);
  told(`<a>${'<b/>'.repeat(500_000)}</a>`, 16_384);
  told(`<a ${Array.from({ length: 30_000 }, (_, i) => `a${i}=""`).join(' ')}/>`, 16_384);
  // With the square of the length it would be hours.
  expect(worked() - began).toBeLessThan(30_000);
});
