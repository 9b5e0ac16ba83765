import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSchemas } from '../../.ci/schemas.mjs';

const folder = join(import.meta.dirname, '../../packages/metrics/schema');
const generated = writeSchemas() as Promise<Record<string, string>>;

test('the committed JSON Schemas are those of the parsers: else run `npm run schemas`', async () => {
  const files = await generated;
  expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
  for (const [file, text] of Object.entries(files))
    expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
});

test('every object of a JSON Schema is closed, and every reference leads somewhere', async () => {
  for (const text of Object.values(await generated)) {
    const schema = JSON.parse(text) as { $defs: Record<string, unknown> };
    const objects = [...text.matchAll(/"type": "object"/g)].length;
    // A record has a schema for each of its names.
    expect([...text.matchAll(/"additionalProperties": (false|\{)/g)]).toHaveLength(objects);
    for (const [, name] of text.matchAll(/#\/\$defs\/(\w+)/g)) expect(schema.$defs).toHaveProperty(name!);
  }
});

test('the docstrings of the interfaces describe the keys', async () => {
  const plan = (await generated)['plan.schema.json']!;
  expect(plan).toContain('"description": "`null` where the document sets no figure, a range, or a formula."');
  expect(plan).toContain('"format": "date"');
});
