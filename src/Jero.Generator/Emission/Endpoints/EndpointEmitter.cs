using Jero.Generator.Emission.OpenApi;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Endpoints;

/// <summary>Prints the generated half of an endpoint class.</summary>
internal static class EndpointEmitter
{
    public static string Print(Endpoint endpoint)
    {
        var source = new SourceWriter();
        var titles = endpoint.Handlers.Select(handler => $"{handler.Verb} {endpoint.Route.Template} -> {GeneratedCode.Join(handler.Responses.Where(static response => response.IsReturned).Select(Title).Distinct())}");
        source.Write(GeneratedCode.Header(OneLine(string.Join(", ", titles)), endpoint.Suppressed)).Blank();
        if (endpoint.Namespace is not null)
        {
            source.Write($"namespace {TypeCode.Namespace(endpoint.Namespace)};").Blank();
            source.Write(NamespaceAliases.Usings);
        }

        foreach (var declaration in endpoint.Declarations.Take(endpoint.Declarations.Count - 1))
        {
            source.Open(Declaration(declaration));
        }

        source.Open(Declaration(endpoint.Declarations[endpoint.Declarations.Count - 1]) + " : JeroGen::IEndpoint");
        EndpointMapPrinter.Print(source, endpoint);
        foreach (var handler in endpoint.Handlers)
        {
            PrintHandler(source.Blank(), endpoint, handler);
        }

        if (endpoint.JsonContext?.Code() is { } context)
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

        return endpoint.Namespace is null ? NamespaceAliases.Expand(source.ToString()) : source.ToString();
    }

    // Each handler adds one name to the user's class, and nothing else that an editor would list.
    private static void PrintHandler(SourceWriter source, Endpoint endpoint, Handler handler)
    {
        source.Write(
            $"""
            /// <summary>Answers {handler.Verb} {Xml(OneLine(endpoint.Route.Template))} by {Reference(handler)}.</summary>
            {GeneratedCode.Attribute}
            """);
        source.Open($"private static class {handler.NestedClass}");
        PrintRespond(source, endpoint, handler);
        PrintCall(source.Blank(), endpoint, handler);
        PrintFiltered(source.Blank(), handler);
        EndpointSendPrinter.Print(source.Blank(), endpoint, handler);
        PrintOperation(source.Blank(), handler);
        if (handler.Validated.Count > 0)
        {
            PrintValidator(source.Blank(), endpoint, handler);
        }

        if (handler.Body?.ItemRules is { } item)
        {
            PrintItemValidator(source.Blank(), endpoint, item);
        }

        source.Close();
    }

    private static void PrintRespond(SourceWriter source, Endpoint endpoint, Handler handler)
    {
        source.Write("/// <summary>Binds the request, calls the handler and sends what it returns.</summary>");
        source.Open($"internal static {(handler.IsAsync ? "async " : "")}Tasks::Task Respond(Http::HttpContext http, Http::EndpointFilterDelegate? filters)");
        PrintBindings(source, endpoint, handler);
        var arguments = GeneratedCode.Join(["http", .. handler.Parameters.Select(static parameter => TypeCode.Identifier(parameter.Local))]);
        var send = $"Send(http, {(handler.IsAwaited ? "await " : "")}Call({arguments}))";
        var filter = $"JeroGen::EndpointResults.FilterAsync(filters, new Http::DefaultEndpointFilterInvocationContext({FilterArguments(handler)}), Send)";
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

    // A single argument that is an array would be taken for all arguments.
    private static string FilterArguments(Handler handler) => handler.Parameters.Count == 1
        ? $"http, [{TypeCode.Identifier(handler.Parameters[0].Local)}]"
        : GeneratedCode.Join(["http", .. handler.Parameters.Select(static parameter => TypeCode.Identifier(parameter.Local))]);

    private static void PrintBindings(SourceWriter source, Endpoint endpoint, Handler handler)
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

        foreach (var presence in handler.Parameters.SelectMany(static parameter => parameter.Presences))
        {
            source.Write($"var {presence.Local} = request.HasFields({GeneratedCode.Join(presence.Fields.Select(GeneratedCode.Literal))});");
        }

        foreach (var binding in handler.Bindings)
        {
            source.Write($"var {TypeCode.Identifier(binding.Local)} = {BindingPrinter.Value(binding, endpoint)}; // {Describe(binding)}");
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
            foreach (var initial in parameter.Initials)
            {
                source.Write($"var {initial.Local} = {BindingPrinter.Construction(initial.Instance)};");
            }

            source.Write($"var {TypeCode.Identifier(parameter.Local)} = {BindingPrinter.Construction(parameter.Construction!)};");
        }

        if (handler.Validated.Count > 0)
        {
            source.Open($"if (await Validator.RefuseAsync(http, [{GeneratedCode.Join(handler.Validated.Select(static parameter => TypeCode.Identifier(parameter.Local)))}]))");
            source.Write("return;").Close().Blank();
        }
    }

    private static void PrintCall(SourceWriter source, Endpoint endpoint, Handler handler)
    {
        var parameters = GeneratedCode.Join(["Http::HttpContext http", .. handler.Parameters.Select(static parameter => $"{parameter.TypeName.Code()} {TypeCode.Identifier(parameter.Local)}")]);
        var arguments = GeneratedCode.Join(handler.Parameters.Select(static parameter => TypeCode.Identifier(parameter.Local)));
        source.Write($"/// <summary>{(handler.IsStatic ? "Calls" : "Constructs the endpoint for one request and calls")} the handler.</summary>");
        var head = $"private static {handler.ReturnType.Code()} Call({parameters})";
        if (handler.IsStatic)
        {
            source.Write($"{head} => {handler.MethodName}({arguments});");
            return;
        }

        source.Open(head);
        source.Write($"var endpoint = new {endpoint.TypeName.Code()}{GeneratedCode.Arguments(endpoint.ConstructorArguments.Select(BindingPrinter.Of))};");
        if (endpoint.Disposal != Disposal.None)
        {
            source.Write($"http.Response.RegisterForDispose{(endpoint.Disposal == Disposal.Asynchronous ? "Async" : "")}(endpoint);");
        }

        source.Write($"return endpoint.{handler.MethodName}({arguments});").Close();
    }

    private static void PrintFiltered(SourceWriter source, Handler handler)
    {
        var arguments = GeneratedCode.Join(["context.HttpContext", .. handler.Parameters.Select(static (parameter, i) => $"context.GetArgument<{parameter.TypeName.Code()}>({i})")]);
        source.Write(
            $"""
            /// <summary>Calls the handler at the end of a filter pipeline.</summary>
            internal static {(handler.IsAwaited ? "async " : "")}Tasks::ValueTask<object?> CallFiltered(Http::EndpointFilterInvocationContext context) =>
            """);
        source.Indent().Write(handler.IsAwaited
            ? $"await Call({arguments});"
            : $"new(Call({arguments}));").Outdent();
    }

    private static void PrintOperation(SourceWriter source, Handler handler)
    {
        source.Write(
            """
            /// <summary>The handler in the document.</summary>
            internal static global::System.ReadOnlySpan<byte> Operation =>
            """);
        source.Indent().Write("\"\"\"").Write(OpenApiOperationPrinter.Print(handler)).Write("\"\"\"u8;").Outdent();
    }

    private static void PrintValidator(SourceWriter source, Endpoint endpoint, Handler handler)
    {
        source.Write(
            """
            /// <summary>The rules of the arguments.</summary>
            private static readonly JeroGen::RequestValidator Validator = new(
            """);
        source.Indent().Write(endpoint.ValidatedTypes.Count > 0 ? "JeroGen::JeroValidation.Find," : "find: null,");
        for (var i = 0; i < handler.Validated.Count; i++)
        {
            source.Write($"new JeroGen::ValidatedParameter({ValidationEmitter.Rules(handler.Validated[i].Rules)}){(i == handler.Validated.Count - 1 ? ");" : ",")}");
        }

        source.Outdent();
    }

    private static void PrintItemValidator(SourceWriter source, Endpoint endpoint, ValidatedMember item)
    {
        source.Write(
            """
            /// <summary>The rules of each item that the handler reads.</summary>
            private static readonly JeroGen::RequestValidator ItemValidator = new(
            """);
        source.Indent().Write(endpoint.ValidatedTypes.Count > 0 ? "JeroGen::JeroValidation.Find," : "find: null,");
        source.Write($"new JeroGen::ValidatedParameter({ValidationEmitter.Rules(item)}));").Outdent();
    }

    private static string Describe(Binding binding)
    {
        var source = binding.Source.ToString().ToLowerInvariant();
        return binding.Source is BindingSource.Services or BindingSource.Request ? source : $"{source}, {(binding.IsOptional ? "optional" : "required")}";
    }

    private static string Title(Response response)
    {
        var type = response.TypeName.Code();
        return response.ContentType ?? type.Substring(type.LastIndexOf('.') + 1);
    }

    private static string Declaration(PartialType type) => $"partial {type.Kind switch
    {
        PartialKind.RecordStruct => "record struct",
        PartialKind.Record => "record",
        PartialKind.Struct => "struct",
        PartialKind.Interface => "interface",
        _ => "class",
    }} {TypeCode.Identifier(type.Name)}";

    /// <summary>Prints a handler in a comment: as a reference, unless its name alone is ambiguous.</summary>
    public static string Reference(Handler handler) => handler.IsAmbiguous ? $"<c>{handler.MethodName}</c>" : $"<see cref=\"{handler.MethodName}\"/>";

    // The characters that end a line of C#.
    private static string OneLine(string text) => string.Join(" ", text.Split('\r', '\n', '\u0085', '\u2028', '\u2029'));

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
