// The call of a form in the languages of those who would write it.

const pascal = (text) => text.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const camel = (text) => pascal(text).replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (letters) => letters.toLowerCase());
const shell = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const literal = (text) => JSON.stringify(text);
// U+2028 and U+2029 end a line of C#; in a JSON literal they would stand as they are.
const csharp = (text) => literal(text).replace(/[\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);

function schemaNameOf(operation, root) {
  const content = Object.values(operation.answers["200"]?.content ?? {})[0];
  const schema = content?.itemSchema ?? content?.schema;
  const data =
    schema?.properties?.data?.contentSchema ??
    schema?.oneOf?.map((one) => one.properties?.data?.contentSchema).find((one) => one?.$ref) ??
    schema;
  return (
    data?.$ref?.split("/").at(-1) ?? { string: "string", integer: "long", number: "double", boolean: "bool" }[data?.type] ?? "JsonElement"
  );
}

function kindOf(operation) {
  const type = Object.keys(operation.answers["200"]?.content ?? {})[0] ?? "";
  return type === "text/event-stream" ? "events" : /ndjson|json-seq|jsonl/.test(type) ? "items" : "value";
}

export function curl(request, origin) {
  const parts = ["curl -N"];
  if (request.method !== "GET") {
    parts.push(`-X ${request.method}`);
  }

  parts.push(shell(origin + request.path), ...request.headers.map(([name, value]) => `-H ${shell(`${name}: ${value}`)}`));
  if (request.fields !== undefined) {
    const option = request.body instanceof FormData ? "-F" : "--data-urlencode";
    parts.push(...request.fields.map(([name, value, isFile]) => `${option} ${shell(`${name}=${isFile ? "@" : ""}${value}`)}`));
  } else if (typeof request.body === "string") {
    parts.push(`-H ${shell(`Content-Type: ${request.type}`)}`, `--data-binary ${shell(request.body)}`);
  } else if (request.body !== undefined) {
    parts.push(`-H ${shell(`Content-Type: ${request.type}`)}`, `--data-binary ${shell(`@${request.body.name}`)}`);
  }

  return parts.join(" \\\n  ");
}

/** The arguments of a client's method: parameters, and the fields of a form. */
const valuesOf = (form) =>
  [...form.inputs.map(({ parameter, input }) => ({ ...parameter, input })), ...(form.formInputs ?? [])]
    .filter(({ name, input }) => input.value !== "" && !/^last-event-id$/i.test(name))
    .map(({ name, input, schema }) => ({ name, value: input.files?.[0] ?? input.value, schema, isList: input.tagName === "TEXTAREA" }));

const bodyOf = (form) => (form.operation.body === undefined || form.formInputs !== undefined ? [] : ["body"]);

function valueOf({ value, schema, isList }, file) {
  if (value instanceof File) {
    return file(value.name);
  }

  if (isList) {
    const lines = value.split("\n").filter((line) => line !== "");
    return `[${lines.map((line) => valueOf({ value: line, schema: schema?.items }, file)).join(", ")}]`;
  }

  return ["integer", "number", "boolean"].some((name) => [schema?.type].flat().includes(name)) ? value : csharp(value);
}

const csharpValue = (value) => valueOf(value, (name) => `File.OpenRead(${csharp(name)})`);
const scriptValue = (value) => valueOf(value, (name) => `new File([bytes], ${literal(name)})`);

export function csharpClient(form, root) {
  const { operation } = form;
  const name = pascal(root.info?.title ?? "Api");
  const method = pascal(operation.id);
  const resumed = form.lastEventId?.value ? [`lastEventId: ${csharp(form.lastEventId.value)}`] : [];
  const given = valuesOf(form).map((value) => `${camel(value.name)}: ${csharpValue(value)}`);
  const body = bodyOf(form);
  const head = `var client = new ${name}Client(http);\n\n`;
  switch (kindOf(operation)) {
    case "events":
      return [
        `${head}await foreach (var e in client.${method}(${[...body, ...given, ...resumed].join(", ")}).WithCancellation(cancellationToken))`,
        "{",
        '    Console.WriteLine($"{e.Id} {e.Event}: {e.Data}");',
        "}",
      ].join("\n");
    case "items":
      return [
        `${head}await foreach (var item in client.${method}Async(${[...body, ...given, "cancellationToken: cancellationToken"].join(", ")}))`,
        "{",
        "    Console.WriteLine(item);",
        "}",
      ].join("\n");
    default:
      return `${head}var result = await client.${method}Async(${[...body, ...given, "cancellationToken: cancellationToken"].join(", ")});`;
  }
}

export function typeScriptClient(form, root) {
  const { operation } = form;
  const name = pascal(root.info?.title ?? "Api");
  const given = valuesOf(form).map((value) => `${camel(value.name)}: ${scriptValue(value)}`);
  const body = bodyOf(form);
  const parameters = [...given, ...body].length > 0 ? `{ ${[...given, ...body].join(", ")} }` : "{}";
  const resumed = form.lastEventId?.value ? `, lastEventId: ${literal(form.lastEventId.value)}` : "";
  const call = `client.${camel(operation.id)}(${parameters}, { signal${resumed} })`;
  const head = `import { create${name} } from "./${name.toLowerCase()}";\n\nconst client = create${name}({ baseUrl });\n`;
  switch (kindOf(operation)) {
    case "events":
      return `${head}for await (const e of ${call}) {\n  console.log(e.id, e.event, e.data);\n}`;
    case "items":
      return `${head}for await (const item of ${call}) {\n  console.log(item);\n}`;
    default:
      return `${head}const result = await ${call};`;
  }
}

/** What a test sends of a form or a file. */
function contentOf({ body, fields }) {
  const bytes = (name) => `new ByteArrayContent(File.ReadAllBytes(${csharp(name)}))`;
  if (fields === undefined) {
    return body === undefined ? [] : [`message.Content = ${bytes(body.name)};`];
  }

  const parts = fields.map(([name, value, isFile]) =>
    body instanceof FormData
      ? `    { ${isFile ? bytes(value) : `new StringContent(${csharp(value)})`}, ${csharp(name)}${isFile ? `, ${csharp(value)}` : ""} },`
      : `    KeyValuePair.Create(${csharp(name)}, ${csharp(value)}),`,
  );
  return body instanceof FormData
    ? ["message.Content = new MultipartFormDataContent", "{", ...parts, "};"]
    : ["message.Content = new FormUrlEncodedContent(", "[", ...parts, "]);"];
}

export function test(form, request, root) {
  const type = schemaNameOf(form.operation, root);
  const given = [csharp(request.path)];
  if (form.lastEventId?.value) {
    given.push(`lastEventId: ${csharp(form.lastEventId.value)}`);
  }

  const others = request.headers.filter(([name]) => !/^last-event-id$/i.test(name));
  if (request.method !== "GET" || others.length > 0) {
    const lines = [
      ...(request.method === "GET" ? [] : [`message.Method = HttpMethod.${pascal(request.method.toLowerCase())};`]),
      ...others.map(([name, value]) => `message.Headers.Add(${csharp(name)}, ${csharp(value)});`),
      ...(typeof request.body === "string"
        ? [`message.Content = new StringContent(${csharp(request.body)}, Encoding.UTF8, ${csharp(request.type)});`]
        : contentOf(request)),
    ];
    given.push(`request: message =>\n{\n${lines.map((line) => `    ${line}`).join("\n")}\n}`);
  }

  const read = kindOf(form.operation) === "value" ? "var items = await stream.ReadToEndAsync();" : "var items = await stream.TakeAsync(1);";
  return [
    "await using var app = await StreamApp.StartAsync<Program>();",
    `await using var stream = await app.OpenAsync<${type}>(${given.join(", ")});`,
    "",
    read,
    "",
    "Assert.Single(items);",
  ].join("\n");
}
