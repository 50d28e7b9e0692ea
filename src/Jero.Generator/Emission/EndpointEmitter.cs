using System.Globalization;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Emission;

/// <summary>Prints the generated half of an endpoint class.</summary>
internal static class EndpointEmitter
{
    public static void Emit(SourceProductionContext output, Endpoint endpoint) => output.AddSource(endpoint.HintName, Print(endpoint));

    private static string Print(Endpoint endpoint)
    {
        var source = new SourceWriter();
        var titles = endpoint.Handlers.Select(handler => $"{handler.Verb} {endpoint.Path} -> {Join(handler.Responses.Select(Title).Distinct())}");
        source.Write(GeneratedCode.Header(OneLine(string.Join(", ", titles)))).Blank();
        if (endpoint.Namespace is not null)
        {
            source.Write($"namespace {endpoint.Namespace};").Blank();
        }

        source.Write(
            """
            using Builder = global::Microsoft.AspNetCore.Builder;
            using Http = global::Microsoft.AspNetCore.Http;
            using JeroGen = global::Jero.Generated;
            using Routing = global::Microsoft.AspNetCore.Routing;
            using Tasks = global::System.Threading.Tasks;

            """);
        foreach (var declaration in endpoint.Declarations.Take(endpoint.Declarations.Count - 1))
        {
            source.Open(declaration);
        }

        source.Open(endpoint.Declarations[endpoint.Declarations.Count - 1] + " : JeroGen::IEndpoint");
        PrintMap(source, endpoint);
        foreach (var handler in endpoint.Handlers)
        {
            PrintRespond(source.Blank(), endpoint, handler);
            PrintCall(source.Blank(), endpoint, handler);
            PrintFiltered(source.Blank(), handler);
            PrintSend(source.Blank(), endpoint, handler);
            PrintOperation(source.Blank(), handler);
            if (handler.Validated.Count > 0)
            {
                PrintValidator(source.Blank(), endpoint, handler);
            }
        }

        if (endpoint.JsonContext is { } context)
        {
            source.Blank().Write(
                $$"""
                /// <summary>Lets a writer find the metadata of <see cref="{{context}}"/>.</summary>
                {{GeneratedCode.Attribute}}
                private readonly struct {{endpoint.JsonContextMember}} : JeroGen::IJsonMetadata
                {
                    static global::System.Text.Json.JsonSerializerOptions JeroGen::IJsonMetadata.Options => {{context}}.Default.Options;
                }
                """);
        }

        foreach (var _ in endpoint.Declarations)
        {
            source.Close();
        }

        return source.ToString();
    }

    private static void PrintMap(SourceWriter source, Endpoint endpoint)
    {
        source.Write(
            $"""
            /// <summary>Maps every handler of this class.</summary>
            {GeneratedCode.Attribute}
            static Builder::IEndpointConventionBuilder JeroGen::IEndpoint.Map(Routing::IEndpointRouteBuilder routes) =>
                new JeroGen::EndpointMapper(routes, {Literal(endpoint.Path)}, JeroGen::JeroJson.Options)
            """);
        source.Indent().Indent();
        for (var i = 0; i < endpoint.Handlers.Count; i++)
        {
            var handler = endpoint.Handlers[i];
            var members = handler.Members;
            var schemas = Join(handler.Schemas.Select(static schema => schema.HasVariants
                ? $".. JeroGen::JeroJson.{schema.Definition}.Schemas"
                : $"JeroGen::JeroJson.{schema.Definition}.Schema"));
            source.Write($".Map(new JeroGen::HandlerDescription({Literal(handler.Verb)}, {MethodGroup(endpoint, handler)})");
            source.Write("{").Indent();
            source.Write($"Respond = {members.Respond},");
            source.Write($"Invoke = {members.Filtered},");
            source.Write($"Operation = new JeroGen::OperationDescription({Literal(handler.Verb)}, static () => {members.Operation}, [{schemas}]),");
            if (handler.Bindings.Any(IsDescribed))
            {
                source.Write($"Parameters = [{Join(handler.Bindings.Where(IsDescribed).Select(BoundParameter))}],");
            }

            if (handler.Body is { } body)
            {
                source.Write($"Body = {Body(body)},");
            }

            source.Write($"Metadata = [{Join([.. handler.Responses.Where(static response => response.Status is not null).Select(Produced), .. handler.Metadata])}],");
            source.Outdent().Write($"}}){(i == endpoint.Handlers.Count - 1 ? ";" : "")}");
        }

        source.Outdent().Outdent();
    }

    private static string MethodGroup(Endpoint endpoint, Handler handler)
    {
        var cast = handler.DelegateType is { } type ? $"({type})" : "";
        return cast + (handler.IsStatic ? handler.MethodName : $"JeroGen::HandlerDescription.Target<{endpoint.TypeName}>().{handler.MethodName}");
    }

    private static bool IsDescribed(Binding binding) => binding.Source is not (BindingSource.Services or BindingSource.Request);

    private static string BoundParameter(Binding binding)
    {
        var options = new List<string>();
        if (binding.Described is { } parameter)
        {
            options.Add($"Parameter = {parameter}");
        }

        if (binding.Source == BindingSource.Custom)
        {
            options.Add("IsCustom = true");
        }

        var initializer = options.Count == 0 ? "" : $" {{ {Join(options)} }}";
        return $"new({binding.Position.ToString(CultureInfo.InvariantCulture)}, {Bool(binding.IsOptional)}, {Bool(binding.IsParsed)}){initializer}";
    }

    private static string Body(RequestBody body) => body.Kind switch
    {
        RequestBodyKind.Json => $"JeroGen::BodyDescription.Json(typeof({body.TypeName}), {Bool(body.IsOptional)}, {Bool(body.IsInferred)})",
        RequestBodyKind.Form => "JeroGen::BodyDescription.Form",
        _ => "JeroGen::BodyDescription.Bytes",
    };

    private static string Produced(Response response)
    {
        var contentTypes = response.ContentType is { } contentType ? $", [{Literal(contentType)}]" : "";
        return $"new Http::ProducesResponseTypeMetadata({response.Status!.Value.ToString(CultureInfo.InvariantCulture)}, typeof({response.ItemTypeName ?? "void"}){contentTypes})";
    }

    private static string Bool(bool value) => value ? "true" : "false";

    private static void PrintRespond(SourceWriter source, Endpoint endpoint, Handler handler)
    {
        var members = handler.Members;
        source.Write(
            $"""
            /// <summary>Answers {handler.Verb} {Xml(OneLine(endpoint.Path))}: binds the request, calls {handler.Reference} and sends what it returns.</summary>
            {GeneratedCode.Attribute}
            """);
        source.Open($"private static {(handler.IsAsync ? "async " : "")}Tasks::Task {members.Respond}(Http::HttpContext http, Http::EndpointFilterDelegate? filters)");
        PrintBindings(source, handler);
        var arguments = Join(["http", .. handler.Parameters.Select(static parameter => parameter.Local)]);
        var send = $"{members.Send}(http, {(handler.IsAwaited ? "await " : "")}{members.Call}({arguments}))";
        var filter = $"JeroGen::EndpointResults.FilterAsync(filters, new Http::DefaultEndpointFilterInvocationContext({arguments}), {members.Send})";
        source.Write(handler.IsAsync
            ? $$"""
              if (filters is null)
              {
                  await {{send}};
              }
              else
              {
                  await {{filter}};
              }
              """
            : $"""
              return filters is null
                  ? {send}
                  : {filter};
              """);
        source.Close();
    }

    private static void PrintBindings(SourceWriter source, Handler handler)
    {
        var isBound = handler.Bindings.Any(static binding => binding.Source is not (BindingSource.Services or BindingSource.Request));
        if (isBound)
        {
            source.Write("var request = new JeroGen::RequestBinder(http);");
        }

        if (handler.Body is { Kind: RequestBodyKind.Form })
        {
            source.Write("await request.ReadFormAsync();");
        }

        foreach (var binding in handler.Bindings)
        {
            source.Write($"var {binding.Local} = {binding.Expression}; // {Describe(binding)}");
        }

        if (isBound)
        {
            source.Open("if (request.HasFailed)");
            source.Write(handler.IsAsync ? "await request.WriteProblemAsync();\nreturn;" : "return request.WriteProblemAsync();");
            source.Close().Blank();
        }
        else if (handler.Bindings.Count > 0)
        {
            source.Blank();
        }

        foreach (var parameter in handler.Parameters.Where(static parameter => parameter.Construction is not null))
        {
            source.Write($"var {parameter.Local} = {parameter.Construction};");
        }

        if (handler.Validated.Count > 0)
        {
            source.Open($"if (await {handler.Members.Validator}.RefuseAsync(http, [{Join(handler.Validated.Select(static parameter => parameter.Local))}]))");
            source.Write("return;").Close().Blank();
        }
    }

    private static void PrintCall(SourceWriter source, Endpoint endpoint, Handler handler)
    {
        var parameters = Join(["Http::HttpContext http", .. handler.Parameters.Select(static parameter => $"{parameter.TypeName} {parameter.Local}")]);
        var arguments = Join(handler.Parameters.Select(static parameter => parameter.Local));
        source.Write(
            $"""
            /// <summary>Constructs the endpoint for one request and calls {handler.Reference}.</summary>
            {GeneratedCode.Attribute}
            """);
        var head = $"private static {handler.ReturnType} {handler.Members.Call}({parameters})";
        if (handler.IsStatic)
        {
            source.Write($"{head} => {handler.MethodName}({arguments});");
            return;
        }

        source.Open(head);
        source.Write($"var endpoint = new {endpoint.TypeName}({Join(endpoint.ConstructorArguments)});");
        if (endpoint.Disposal != Disposal.None)
        {
            source.Write($"http.Response.RegisterForDispose{(endpoint.Disposal == Disposal.Asynchronous ? "Async" : "")}(endpoint);");
        }

        source.Write($"return endpoint.{handler.MethodName}({arguments});").Close();
    }

    private static void PrintFiltered(SourceWriter source, Handler handler)
    {
        var arguments = Join(["context.HttpContext", .. handler.Parameters.Select(static (parameter, i) => $"context.GetArgument<{parameter.TypeName}>({i})")]);
        source.Write(
            $"""
            /// <summary>Calls {handler.Reference} at the end of a filter pipeline.</summary>
            {GeneratedCode.Attribute}
            private static {(handler.IsAwaited ? "async " : "")}Tasks::ValueTask<object?> {handler.Members.Filtered}(Http::EndpointFilterInvocationContext context) =>
            """);
        source.Indent().Write(handler.IsAwaited
            ? $"await {handler.Members.Call}({arguments});"
            : $"new({handler.Members.Call}({arguments}));").Outdent();
    }

    private static void PrintSend(SourceWriter source, Endpoint endpoint, Handler handler)
    {
        source.Write(
            $"""
            /// <summary>Sends what {handler.Reference}, or a filter in its place, returned.</summary>
            {GeneratedCode.Attribute}
            """);
        var head = $"private static Tasks::Task {handler.Members.Send}(Http::HttpContext http, object? result)";
        // One with typed headers derives from the one without, so its case has to come first.
        var wrappers = handler.Responses.Where(static response => response.Kind != ResponseKind.Result)
            .OrderByDescending(static response => response.Headers.Count)
            .ToList();
        switch (wrappers)
        {
            case []:
                source.Write($"{head} => JeroGen::EndpointResults.SendAsync(http, result);");
                break;
            case [var response] when handler.Responses.Count == 1:
                source.Open(head);
                source.Write(
                    $$"""
                    if (result is not {{response.TypeName}} response)
                    {
                        return JeroGen::EndpointResults.SendAsync(http, result);
                    }

                    """);
                PrintSend(source, endpoint, response);
                source.Close();
                break;
            default:
                source.Open(head).Open("switch (JeroGen::EndpointResults.Unwrap(result))");
                foreach (var response in wrappers)
                {
                    // Braces, since each case declares locals of the same names.
                    source.Open($"case {response.TypeName} response:");
                    PrintSend(source, endpoint, response);
                    source.Close();
                }

                source.Write("case var other:").Indent().Write("return JeroGen::EndpointResults.SendAsync(http, other);").Outdent().Close().Close();
                break;
        }
    }

    private static void PrintSend(SourceWriter source, Endpoint endpoint, Response response)
    {
        var writer = response.Item is null ? "" : $"<{JsonWriterPrinter.AnnotatedType(response.Item)}, {ItemWriter(endpoint, response.Item)}>";
        if (response.Headers.Count == 0)
        {
            source.Write($"return JeroGen::ResponseSender.SendAsync{writer}(http, response);");
            return;
        }

        source.Write("var headers = JeroGen::TypedHeaders.Of(http, response, static response => new JeroGen::TypedHeaders()").Indent();
        for (var i = 0; i < response.Headers.Count; i++)
        {
            source.Write(HeaderCall(response.Headers[i]) + (i == response.Headers.Count - 1 ? ");" : ""));
        }

        source.Outdent().Write($"return JeroGen::ResponseSender.SendAsync{writer}(http, response, headers);");
    }

    private static void PrintOperation(SourceWriter source, Handler handler)
    {
        source.Write(
            $"""
            /// <summary>{handler.Reference} in the document.</summary>
            {GeneratedCode.Attribute}
            private static global::System.ReadOnlySpan<byte> {handler.Members.Operation} =>
            """);
        source.Indent().Write("\"\"\"").Write(OperationPrinter.Print(handler)).Write("\"\"\"u8;").Outdent();
    }

    private static void PrintValidator(SourceWriter source, Endpoint endpoint, Handler handler)
    {
        source.Write(
            $"""
            /// <summary>The rules of the arguments of {handler.Reference}.</summary>
            {GeneratedCode.Attribute}
            private static readonly JeroGen::RequestValidator {handler.Members.Validator} = new(
            """);
        source.Indent().Write(endpoint.ValidatedTypes.Count > 0 ? "JeroGen::JeroValidation.Find," : "find: null,");
        for (var i = 0; i < handler.Validated.Count; i++)
        {
            source.Write($"new JeroGen::ValidatedParameter({ValidationEmitter.Rules(handler.Validated[i].Rules)}){(i == handler.Validated.Count - 1 ? ");" : ",")}");
        }

        source.Outdent();
    }

    private static string ItemWriter(Endpoint endpoint, JsonShape item) => endpoint.JsonContext is null
        ? JsonWriterPrinter.WriterType(item, "JeroGen::")
        : $"JeroGen::MetadataWriter<{JsonWriterPrinter.AnnotatedType(item)}, {endpoint.JsonContextMember}>";

    private static string HeaderCall(Header header)
    {
        var value = $"response.Headers.{header.PropertyName}";
        var name = Literal(header.Name);
        return header.Form switch
        {
            HeaderForm.Own => $".Add({name}, {value})",
            HeaderForm.Text => $".Add({name}, {value}{(header.IsRequired ? "" : "?")}.ToString())",
            HeaderForm.Scalar => $".AddScalar({name}, {value})",
            _ => $".AddJson<{JsonWriterPrinter.AnnotatedType(header.Shape)}, {JsonWriterPrinter.WriterType(header.Shape, "JeroGen::")}>({name}, {value})",
        };
    }

    private static string Describe(Binding binding)
    {
        var source = binding.Source.ToString().ToLowerInvariant();
        return binding.Source is BindingSource.Services or BindingSource.Request ? source : $"{source}, {(binding.IsOptional ? "optional" : "required")}";
    }

    private static string Title(Response response) => response.ContentType ?? response.TypeName.Substring(response.TypeName.LastIndexOf('.') + 1);

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);

    private static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    // Whatever ends a line of C#.
    private static string OneLine(string text) => string.Join(" ", text.Split('\r', '\n', '\u0085', '\u2028', '\u2029'));

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
