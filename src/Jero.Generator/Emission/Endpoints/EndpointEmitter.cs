using Jero.Generator.Emission.OpenApi;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Endpoints;

/// <summary>Prints the generated half of an endpoint class.</summary>
internal static class EndpointEmitter
{
    public static string Print(Endpoint endpoint)
    {
        var source = new SourceWriter();
        var titles = endpoint.Handlers.Select(handler => $"{handler.Verb} {endpoint.Path} -> {GeneratedCode.Join(handler.Responses.Where(static response => response.IsReturned).Select(Title).Distinct())}");
        source.Write(GeneratedCode.Header(OneLine(string.Join(", ", titles)), endpoint.Suppressed)).Blank();
        if (endpoint.Namespace is not null)
        {
            source.Write($"namespace {endpoint.Namespace};").Blank();
            source.Write(NamespaceAliases.Usings);
        }

        foreach (var declaration in endpoint.Declarations.Take(endpoint.Declarations.Count - 1))
        {
            source.Open(declaration);
        }

        source.Open(endpoint.Declarations[endpoint.Declarations.Count - 1] + " : JeroGen::IEndpoint");
        MapPrinter.Print(source, endpoint);
        foreach (var handler in endpoint.Handlers)
        {
            PrintRespond(source.Blank(), endpoint, handler);
            PrintCall(source.Blank(), endpoint, handler);
            PrintFiltered(source.Blank(), handler);
            SendPrinter.Print(source.Blank(), endpoint, handler);
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

        return endpoint.Namespace is null ? NamespaceAliases.Expand(source.ToString()) : source.ToString();
    }

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
        var arguments = GeneratedCode.Join(["http", .. handler.Parameters.Select(static parameter => parameter.Local)]);
        var send = $"{members.Send}(http, {(handler.IsAwaited ? "await " : "")}{members.Call}({arguments}))";
        var filter = $"JeroGen::EndpointResults.FilterAsync(filters, new Http::DefaultEndpointFilterInvocationContext({FilterArguments(handler)}), {members.Send})";
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

    // One argument that is an array would be taken for all of them.
    private static string FilterArguments(Handler handler) => handler.Parameters.Count == 1
        ? $"http, [{handler.Parameters[0].Local}]"
        : GeneratedCode.Join(["http", .. handler.Parameters.Select(static parameter => parameter.Local)]);

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

        foreach (var presence in handler.Parameters.SelectMany(static parameter => parameter.Presences))
        {
            source.Write($"var {presence.Local} = {presence.Expression};");
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
            foreach (var initial in parameter.Initials)
            {
                source.Write($"var {initial.Local} = {initial.Expression};");
            }

            source.Write($"var {parameter.Local} = {parameter.Construction};");
        }

        if (handler.Validated.Count > 0)
        {
            source.Open($"if (await {handler.Members.Validator}.RefuseAsync(http, [{GeneratedCode.Join(handler.Validated.Select(static parameter => parameter.Local))}]))");
            source.Write("return;").Close().Blank();
        }
    }

    private static void PrintCall(SourceWriter source, Endpoint endpoint, Handler handler)
    {
        var parameters = GeneratedCode.Join(["Http::HttpContext http", .. handler.Parameters.Select(static parameter => $"{parameter.TypeName} {parameter.Local}")]);
        var arguments = GeneratedCode.Join(handler.Parameters.Select(static parameter => parameter.Local));
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
        source.Write($"var endpoint = new {endpoint.TypeName}({GeneratedCode.Join(endpoint.ConstructorArguments)});");
        if (endpoint.Disposal != Disposal.None)
        {
            source.Write($"http.Response.RegisterForDispose{(endpoint.Disposal == Disposal.Asynchronous ? "Async" : "")}(endpoint);");
        }

        source.Write($"return endpoint.{handler.MethodName}({arguments});").Close();
    }

    private static void PrintFiltered(SourceWriter source, Handler handler)
    {
        var arguments = GeneratedCode.Join(["context.HttpContext", .. handler.Parameters.Select(static (parameter, i) => $"context.GetArgument<{parameter.TypeName}>({i})")]);
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

    private static string Describe(Binding binding)
    {
        var source = binding.Source.ToString().ToLowerInvariant();
        return binding.Source is BindingSource.Services or BindingSource.Request ? source : $"{source}, {(binding.IsOptional ? "optional" : "required")}";
    }

    private static string Title(Response response) => response.ContentType ?? response.TypeName.Substring(response.TypeName.LastIndexOf('.') + 1);

    // Whatever ends a line of C#.
    private static string OneLine(string text) => string.Join(" ", text.Split('\r', '\n', '\u0085', '\u2028', '\u2029'));

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
