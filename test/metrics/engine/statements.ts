/** Statements over a release of the park example whose answers every engine gives alike, to the bit. */
export const equalEverywhere: readonly string[] = [
  `SELECT month, industry, sub_industry, zone, CAST(sum(revenue) AS DOUBLE) AS revenue, CAST(sum(contributors) AS DOUBLE) AS n
   FROM industry_revenue GROUP BY ALL ORDER BY ALL`,
  `SELECT industry, CAST(sum(revenue) * 0.0001 AS DOUBLE) AS a, CAST(sum(revenue) * 0.00000001 AS DOUBLE) AS b,
   CAST(sum(revenue) * 1000000 AS DOUBLE) AS c FROM industry_revenue GROUP BY industry ORDER BY industry`,
  `SELECT CAST(sum(revenue * 999999999999.99) AS DOUBLE) AS beyond_15_digits FROM industry_revenue`,
  `SELECT month, CAST(sum(sum(revenue)) OVER (PARTITION BY year(month) ORDER BY month) AS DOUBLE) AS to_date
   FROM industry_revenue GROUP BY month ORDER BY month`,
  `SELECT CAST(min(revenue) AS DOUBLE) AS least, CAST(max(revenue) AS DOUBLE) AS most, CAST(median(contributors) AS DOUBLE) AS middle
   FROM industry_revenue`,
  `SELECT route, kind, CAST(count(*) AS DOUBLE) AS n, min(filed) AS first, max(filed) AS last FROM patents GROUP BY ALL ORDER BY ALL`,
  `SELECT * FROM patents ORDER BY application_number DESC LIMIT 50`,
  `SELECT level, incubator, subject, event = 'entered' AS entered FROM incubation ORDER BY ALL`,
  `SELECT CAST(NULL AS DATE) AS d, CAST(NULL AS VARCHAR) AS v, CAST(NULL AS BOOLEAN) AS b, CAST(NULL AS DOUBLE) AS n`,
  `SELECT true AS yes, DATE '0001-01-01' AS first, DATE '9999-12-31' AS last, DATE '1969-12-31' AS before, '汉字🏭''"' AS words, '' AS empty`,
  `SELECT unnest(['\ufeff', '\ufeff\ufeff短', '\ufeffa text of more than twelve bytes', 'a\ufeff', '', NULL]) AS words`,
  `SELECT CAST('-Infinity' AS DOUBLE) AS least, CAST('NaN' AS DOUBLE) AS none, -CAST(0 AS DOUBLE) AS zero, 5e-324 AS tiny,
   CAST(0.1 AS DOUBLE) + CAST(0.2 AS DOUBLE) AS sum`,
  `SELECT filed, route FROM patents WHERE false`,
  `FROM (VALUES ('a', DATE '2026-01-31')) AS t(a, b)`,
  `SELECT 'one' AS a, 'two' AS a; -- a comment`,
  `SELECT strftime(filed, '%Y') AS year, sha256(string_agg(applicant, '|' ORDER BY application_number)) AS digest FROM patents GROUP BY ALL ORDER BY ALL`,
];

/** Statements that every engine refuses: several at once, writes, settings, files and the network. */
export const refusedEverywhere: readonly string[] = [
  "SELECT 'a'; SELECT 'b'",
  "SELECT 'a'; DROP TABLE patents",
  '',
  'SELEC 1',
  'SELECT nothing FROM patents',
  'SELECT * FROM nowhere',
  'SELECT ?',
  'DROP TABLE patents',
  "DELETE FROM patents WHERE route = 'PCT'",
  "UPDATE patents SET route = 'PCT'",
  'CREATE TABLE t AS SELECT 1 AS a',
  'CREATE TEMP TABLE t (a INTEGER)',
  'CREATE TABLE memory.t (a INTEGER)',
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
  'CHECKPOINT',
  'USE memory',
  "SET VARIABLE x = 'a'",
  'SET enable_external_access = true',
  'PRAGMA threads = 4',
  "ATTACH ':memory:' AS other",
  'DETACH published',
  'INSTALL json',
  'LOAD json',
  "COPY patents TO 'patents.csv'",
  "SELECT * FROM 'https://example.org/data.csv'",
  "SELECT * FROM read_csv('/etc/passwd')",
  "SELECT content FROM read_text('/etc/passwd')",
  "SELECT * FROM glob('*')",
  'EXPLAIN SELECT 1',
  'SHOW TABLES',
];

/**
 * Statements that the browser's engine could only answer with an extension from another site: time zones, today, JSON, Parquet,
 * stems.
 */
export const needsExtension: readonly string[] = [
  "SELECT TIMESTAMPTZ '2026-01-01' AT TIME ZONE 'Asia/Shanghai' AS t",
  "SELECT CAST(date_trunc('month', TIMESTAMPTZ '2026-01-01') AS VARCHAR) AS t",
  'SELECT current_date AS d',
  'SELECT today() AS d',
  'SELECT * FROM patents ORDER BY route COLLATE zh',
  "FROM read_json('a.json')",
  `SELECT '{"a":1}' ->> 'a' AS a`,
  "FROM read_parquet('a.parquet')",
  "FROM 'a.parquet'",
  "FROM read_xlsx('a.xlsx')",
  "SELECT stem('running', 'english') AS word",
];

/** Types that may not cross the boundary. */
export const typesKeptInside: readonly (readonly [sql: string, type: string, better: string])[] = [
  ['1::INTEGER', 'INTEGER', 'DOUBLE'],
  ['count(*)', 'BIGINT', 'DOUBLE'],
  ['sum(1)', 'HUGEINT', 'DOUBLE'],
  ['1.50', 'DECIMAL(3,2)', 'DOUBLE'],
  ['1::FLOAT', 'FLOAT', 'DOUBLE'],
  ["TIMESTAMP '2026-01-01 00:00:00'", 'TIMESTAMP', 'DATE'],
  ['uuid()', 'UUID', 'VARCHAR'],
  ["'a'::ENUM('a')", "ENUM('a')", 'VARCHAR'],
  ['[1]', 'INTEGER[]', 'VARCHAR'],
  ["INTERVAL '1 day'", 'INTERVAL', 'VARCHAR'],
  ["'a'::BLOB", 'BLOB', 'VARCHAR'],
];

/** Runs for minutes, and is not to be interrupted. */
export const slow =
  'SELECT CAST(sum(a.range * b.range) AS DOUBLE) AS n FROM range(1000000) a, range(1000000) b';
