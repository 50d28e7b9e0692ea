// JSON Schema as OpenAPI documents have it: what a value may be, and one that would do.

/** The schema itself, where it is a reference into the document. */
export function resolve(schema, root) {
  for (let steps = 0; schema?.$ref !== undefined && steps < 32; steps++) {
    const parts = schema.$ref
      .replace(/^#\//, "")
      .split("/")
      .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
    schema = parts.reduce((node, part) => node?.[part], root);
  }

  return schema ?? {};
}

export const typesOf = (schema) => [schema.type ?? []].flat();

/** A value that fits, to begin with. */
export function sample(schema, root, depth = 0) {
  schema = resolve(schema, root);
  for (const given of [schema.example, schema.examples?.[0], schema.default, schema.const, schema.enum?.[0]]) {
    if (given !== undefined) {
      return given;
    }
  }

  const choice = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (choice !== undefined && depth < 8) {
    return sample(choice, root, depth + 1);
  }

  const parts = (schema.allOf ?? []).map((part) => sample(part, root, depth + 1));
  const type = typesOf(schema).find((name) => name !== "null") ?? (schema.properties || parts.length > 0 ? "object" : undefined);
  switch (type) {
    case "object": {
      const required = new Set(schema.required ?? []);
      const members =
        depth > 6
          ? []
          : Object.entries(schema.properties ?? {}).filter(
              ([name, member]) => required.has(name) || (depth < 2 && member.readOnly !== true),
            );
      return Object.assign({}, ...parts, Object.fromEntries(members.map(([name, member]) => [name, sample(member, root, depth + 1)])));
    }
    case "array":
      return depth > 6 || schema.items === undefined ? [] : [sample(schema.items, root, depth + 1)];
    case "integer":
    case "number":
      return Math.max(0, schema.minimum ?? 0);
    case "boolean":
      return false;
    case "string":
      return textOf(schema);
    default:
      return null;
  }
}

function textOf({ format, minLength = 0 }) {
  const now = new Date().toISOString();
  return (
    {
      "date-time": now,
      date: now.slice(0, 10),
      time: now.slice(11, 19),
      uuid: "00000000-0000-4000-8000-000000000000",
      duration: "PT1S",
      uri: "https://example.com",
    }[format] ?? "text".padEnd(minLength, ".").slice(0, Math.max(4, minLength))
  );
}
