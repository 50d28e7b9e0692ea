import { el } from "./dom.js";
import { resolve, sample, typesOf } from "./schema.js";

const isForm = (type) => /multipart\/form-data|x-www-form-urlencoded/i.test(type);
const isLines = (type) => /ndjson|json-seq|jsonl/i.test(type);

/** The form of one operation: a field for each parameter, and one for the body that is made from its schema. */
export class OperationForm {
  constructor(operation, root) {
    this.operation = operation;
    this.root = root;
    this.inputs = operation.parameters.map((parameter) => ({
      parameter,
      input: this.inputOf(resolve(parameter.schema, root), parameter.required === true || parameter.in === "path"),
    }));
    this.element = el(
      "div",
      { class: "fields" },
      this.inputs.map(({ parameter, input }) => field(parameter.name, parameter.in, parameter.description, input)),
      this.bodyFields(),
    );
  }

  inputOf(schema, isRequired) {
    const choices = schema.enum ?? (typesOf(schema).includes("boolean") ? [true, false] : undefined);
    if (choices !== undefined) {
      return el(
        "select",
        { required: isRequired },
        isRequired ? [] : el("option", { value: "" }, "not sent"),
        choices.map((value) => el("option", { value: String(value) }, String(value))),
      );
    }

    if (typesOf(schema).includes("array")) {
      return el("textarea", { rows: "2", spellcheck: "false", required: isRequired, placeholder: "one a line" });
    }

    const isNumber = typesOf(schema).some((type) => type === "integer" || type === "number");
    const value = schema.default ?? schema.example;
    return el("input", {
      type: "text",
      inputmode: isNumber ? "decimal" : undefined,
      autocomplete: "off",
      spellcheck: "false",
      required: isRequired,
      value: value === undefined ? undefined : String(value),
    });
  }

  bodyFields() {
    const { body } = this.operation;
    if (body === undefined) {
      return [];
    }

    const schema = resolve(body.schema ?? body.itemSchema, this.root);
    if (isForm(body.type)) {
      this.formInputs = Object.entries(schema.properties ?? {}).map(([name, member]) => {
        const own = resolve(member, this.root);
        const isFile =
          own.format === "binary" ||
          own.contentMediaType !== undefined ||
          (own.type === undefined && own.properties === undefined && own.enum === undefined);
        const required = (schema.required ?? []).includes(name);
        return {
          name,
          schema: own,
          input: isFile ? el("input", { type: "file", required }) : this.inputOf(own, required),
          description: own.description,
        };
      });
      return this.formInputs.map(({ name, input, description }) => field(name, "form", description, input));
    }

    if (/json/i.test(body.type)) {
      const value = sample(body.itemSchema ?? body.schema, this.root);
      const text = isLines(body.type)
        ? `${JSON.stringify(value)}\n${JSON.stringify(value)}`
        : JSON.stringify(body.itemSchema && !body.schema ? [value] : value, null, 2);
      this.bodyInput = el("textarea", { rows: String(Math.min(14, text.split("\n").length + 1)), spellcheck: "false" });
      this.bodyInput.value = text;
      return field("body", isLines(body.type) ? `${body.type}, one item a line` : body.type, undefined, this.bodyInput);
    }

    this.bodyInput = el("input", { type: "file" });
    return field("body", body.type, undefined, this.bodyInput);
  }

  /** The field that says where an event stream goes on. */
  get lastEventId() {
    return this.inputs.find(({ parameter }) => parameter.in === "header" && /^last-event-id$/i.test(parameter.name))?.input;
  }

  /** What the form asks for now. */
  request() {
    let path = this.operation.path;
    const query = new URLSearchParams();
    const headers = [];
    for (const { parameter, input } of this.inputs) {
      const values = valuesOf(input);
      if (parameter.in === "path") {
        path = path.replace(`{${parameter.name}}`, values.map(encodeURIComponent).join(","));
      } else if (values.some((value) => value !== "") && parameter.in === "query") {
        values.forEach((value) => query.append(parameter.name, value));
      } else if (values.some((value) => value !== "")) {
        headers.push([parameter.name, values.join(",")]);
      }
    }

    const text = query.toString();
    return { method: this.operation.method, path: text === "" ? path : `${path}?${text}`, headers, ...this.bodyOf() };
  }

  bodyOf() {
    const { body } = this.operation;
    if (body === undefined) {
      return {};
    }

    if (this.formInputs !== undefined) {
      const form = /multipart/i.test(body.type) ? new FormData() : new URLSearchParams();
      const fields = this.formInputs.flatMap(({ name, input }) =>
        (input.type === "file" ? [...input.files] : valuesOf(input).filter((value) => value !== "")).map((value) => [name, value]),
      );
      fields.forEach(([name, value]) => form.append(name, value));
      return {
        body: form,
        fields: fields.map(([name, value]) => (value instanceof File ? [name, value.name, true] : [name, value, false])),
      };
    }

    if (this.bodyInput.type === "file") {
      return { body: this.bodyInput.files[0], type: body.type };
    }

    const separated = /json-seq/i.test(body.type)
      ? this.bodyInput.value
          .split("\n")
          .map((line) => `\x1E${line}\n`)
          .join("")
      : this.bodyInput.value;
    return { body: separated, type: body.type };
  }
}

/** What was written: of a list, each line. */
function valuesOf(input) {
  return input.tagName === "TEXTAREA" ? input.value.split("\n").filter((line) => line !== "") : [input.value];
}

function field(name, place, description, input) {
  return el(
    "label",
    {},
    el("span", {}, el("code", {}, name), " ", el("span", { class: "soft" }, place)),
    input,
    description ? el("span", { class: "soft" }, description) : null,
  );
}
