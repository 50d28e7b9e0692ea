// Reads { document, checks: [{ pointer, values }] } from stdin and writes { errors, results: [[boolean]] }: the document against the
// OpenAPI 3.2 schema, and each value against the schema at its pointer inside of the document.
import { registerSchema, validate } from "@hyperjump/json-schema/openapi-3-2";

const dialect = "https://spec.openapis.org/oas/3.2/schema-base";
const id = "https://jero.test/openapi.json";

let text = "";
for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
const { document, checks } = JSON.parse(text);

const output = await validate(dialect, document, "BASIC");
const errors = output.valid ? [] : output.errors.map((error) => `${error.instanceLocation} ${error.absoluteKeywordLocation}`);

const results = [];
if (output.valid) {
  registerSchema(document, id, dialect);
  for (const { pointer, values } of checks) {
    const check = await validate(id + pointer);
    results.push(values.map((value) => check(value).valid));
  }
}

process.stdout.write(JSON.stringify({ errors, results }));
