import { resolve, typesOf } from "./schema.js";

const is = {
  null: (value) => value === null,
  boolean: (value) => typeof value === "boolean",
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  array: Array.isArray,
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

const typeOf = (value) =>
  value === null
    ? "null"
    : Array.isArray(value)
      ? "an array"
      : typeof value === "object"
        ? "an object"
        : typeof value === "string"
          ? "a text"
          : `a ${typeof value}`;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const at = (path, text) => `${path || "the item"} ${text}`;

/** The first deviation of a value from its schema, in words; undefined where there is none. */
export function deviation(value, schema, root, path = "", depth = 0) {
  schema = resolve(schema, root);
  if (schema === true || depth > 64) {
    return undefined;
  }

  if (schema === false) {
    return at(path, "should not be there");
  }

  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => is[type]?.(value))) {
    return at(path, `is ${typeOf(value)}, not ${types.join(" or ")}`);
  }

  if (schema.const !== undefined && !same(schema.const, value)) {
    return at(path, `is not ${JSON.stringify(schema.const)}`);
  }

  if (schema.enum !== undefined && !schema.enum.some((allowed) => same(allowed, value))) {
    return at(path, `is none of ${schema.enum.map((allowed) => JSON.stringify(allowed)).join(", ")}`);
  }

  return (
    numbers(value, schema, path) ??
    texts(value, schema, root, path, depth) ??
    members(value, schema, root, path, depth) ??
    elements(value, schema, root, path, depth) ??
    combined(value, schema, root, path, depth)
  );
}

function numbers(value, { minimum, maximum, exclusiveMinimum, exclusiveMaximum }, path) {
  if (typeof value !== "number") {
    return undefined;
  }

  return value < minimum || value <= exclusiveMinimum
    ? at(path, `is ${value}, too small`)
    : value > maximum || value >= exclusiveMaximum
      ? at(path, `is ${value}, too large`)
      : undefined;
}

function texts(value, schema, root, path, depth) {
  if (typeof value !== "string") {
    return undefined;
  }

  if (value.length < schema.minLength || value.length > schema.maxLength) {
    return at(path, `has ${value.length} characters`);
  }

  if (schema.pattern !== undefined) {
    try {
      if (!new RegExp(schema.pattern, "u").test(value)) {
        return at(path, `does not match ${schema.pattern}`);
      }
    } catch {
      // A pattern of another dialect says nothing here.
    }
  }

  if (schema.contentSchema === undefined || !/json/i.test(schema.contentMediaType ?? "")) {
    return undefined;
  }

  try {
    return deviation(JSON.parse(value), schema.contentSchema, root, path, depth + 1);
  } catch {
    return at(path, "is no JSON");
  }
}

function members(value, schema, root, path, depth) {
  if (!is.object(value)) {
    return undefined;
  }

  const missing = (schema.required ?? []).find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) {
    return at(path, `lacks ${missing}`);
  }

  for (const [name, member] of Object.entries(value)) {
    const own =
      schema.properties !== undefined && Object.hasOwn(schema.properties, name) ? schema.properties[name] : schema.additionalProperties;
    const found = own === undefined ? undefined : deviation(member, own, root, path ? `${path}.${name}` : name, depth + 1);
    if (found !== undefined) {
      return found;
    }
  }

  return undefined;
}

function elements(value, { items, minItems, maxItems }, root, path, depth) {
  if (!Array.isArray(value)) {
    return undefined;
  }

  if (value.length < minItems || value.length > maxItems) {
    return at(path, `has ${value.length} elements`);
  }

  for (let index = 0; items !== undefined && index < value.length; index++) {
    const found = deviation(value[index], items, root, `${path}[${index}]`, depth + 1);
    if (found !== undefined) {
      return found;
    }
  }

  return undefined;
}

function combined(value, { allOf = [], anyOf, oneOf, not }, root, path, depth) {
  const of = (schema) => deviation(value, schema, root, path, depth + 1);
  for (const part of allOf) {
    const found = of(part);
    if (found !== undefined) {
      return found;
    }
  }

  const choices = oneOf ?? anyOf;
  if (choices !== undefined) {
    const found = choices.map(of);
    const fitting = found.filter((one) => one === undefined).length;
    if (fitting === 0) {
      // What the closest of them says: the one that a constant names, else the last.
      return (
        found.find((one, index) => isNamed(value, resolve(choices[index], root))) ??
        at(path, `fits none of ${choices.length} forms: ${found.at(-1)}`)
      );
    }

    if (oneOf !== undefined && fitting > 1) {
      return at(path, `fits ${fitting} forms, and not one`);
    }
  }

  return not !== undefined && of(not) === undefined ? at(path, "is what it must not be") : undefined;
}

const isNamed = (value, schema) =>
  is.object(value) &&
  Object.entries(schema.properties ?? {}).some(([name, member]) => member.const !== undefined && value[name] === member.const);
