import { resolve } from "./schema.js";

const verbs = ["get", "put", "post", "delete", "patch", "query", "options"];

/** The operations of a document, in its order. */
export function operationsOf(root) {
  const found = [];
  for (const [path, item] of Object.entries(root.paths ?? {})) {
    for (const verb of verbs) {
      if (item[verb] !== undefined) {
        found.push(operationOf(root, path, verb, item[verb], item.parameters ?? []));
      }
    }
  }

  return found;
}

function operationOf(root, path, verb, operation, shared) {
  const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve(parameter, root));
  const body = resolve(operation.requestBody, root);
  const [type, content] = Object.entries(body.content ?? {})[0] ?? [];
  return {
    id: operation.operationId ?? `${verb} ${path}`,
    method: verb.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    deprecated: operation.deprecated === true,
    parameters: parameters.filter((parameter) => parameter.in !== "cookie"),
    body:
      type === undefined ? undefined : { type, schema: content.schema, itemSchema: content.itemSchema, isRequired: body.required === true },
    answers: operation.responses ?? {},
  };
}

/** The schema that one item of an answer has, or the answer as a whole; undefined where the document says nothing. */
export function schemaOf(operation, status, contentType, root) {
  const answer = resolve(operation.answers[status] ?? operation.answers[`${String(status)[0]}XX`] ?? operation.answers.default, root);
  const wanted = contentType.split(";")[0].trim().toLowerCase();
  const content = Object.entries(answer.content ?? {}).find(([type]) => type.toLowerCase() === wanted)?.[1];
  return content === undefined
    ? undefined
    : { schema: content.itemSchema ?? content["x-itemSchema"] ?? content.schema, isEvent: wanted === "text/event-stream" };
}
