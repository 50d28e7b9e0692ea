using System.Globalization;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Endpoints;

/// <summary>Prints the method that maps every handler of an endpoint class.</summary>
internal static class EndpointMapPrinter
{
    public static void Print(SourceWriter source, Endpoint endpoint)
    {
        source.Write(
            $"""
            /// <summary>Maps every handler of this class.</summary>
            {GeneratedCode.Attribute}
            """);
        source.Open("static Builder::IEndpointConventionBuilder JeroGen::IEndpoint.Map(Routing::IEndpointRouteBuilder routes)");

        // In variables of their own types: asking a delegate of any type for its method would keep the methods of all delegates in a native
        // binary.
        foreach (var handler in endpoint.Handlers)
        {
            source.Write($"var {Variable(handler)} = {MethodGroup(endpoint, handler)};");
        }

        source.Write($"return new JeroGen::EndpointMapper(routes, {GeneratedCode.Literal(endpoint.Route.Template)}, JeroGen::JeroJson.Options)");
        source.Indent();
        for (var i = 0; i < endpoint.Handlers.Count; i++)
        {
            var handler = endpoint.Handlers[i];
            var schemas = GeneratedCode.Join(handler.Schemas.Select(static schema => schema.HasVariants
                ? $".. JeroGen::JeroJson.{schema.Definition}.Schemas"
                : $"JeroGen::JeroJson.{schema.Definition}.Schema"));
            var method = Variable(handler);
            source.Write($".Map(new JeroGen::HandlerDescription({GeneratedCode.Literal(handler.Verb)}, {method}, {method}.Method)");
            source.Write("{").Indent();
            source.Write($"Respond = {handler.NestedClass}.Respond,");
            source.Write($"Invoke = {handler.NestedClass}.CallFiltered,");
            source.Write($"Operation = new JeroGen::OperationDescription({GeneratedCode.Literal(handler.Verb)}, static () => {handler.NestedClass}.Operation, [{schemas}]),");
            if (handler.Bindings.Any(IsDescribed))
            {
                source.Write("Parameters =").Write("[").Indent();
                foreach (var binding in handler.Bindings.Where(IsDescribed))
                {
                    source.Write($"{BoundParameter(binding)},");
                }

                source.Outdent().Write("],");
            }

            if (handler.Services.Count > 0)
            {
                source.Write($"Services = [{GeneratedCode.Join(handler.Services.Select(static type => $"typeof({type.Code()})"))}],");
            }

            if (handler.Body is { } body)
            {
                source.Write($"Body = {Body(body)},");
            }

            source.Write($"Metadata = [{GeneratedCode.Join([.. Produced(handler), .. handler.Metadata.Select(ConstantCode.Code)])}],");
            source.Outdent().Write($"}}){(i == endpoint.Handlers.Count - 1 ? ";" : "")}");
        }

        source.Outdent().Close();
    }

    private static string Variable(Handler handler) => $"{handler.Verb.ToLowerInvariant()}Method";

    private static string MethodGroup(Endpoint endpoint, Handler handler)
    {
        var types = handler.Parameters.Select(static parameter => parameter.TypeName).Append(handler.ReturnType).Select(TypeCode.Code);
        var cast = handler.NeedsDelegateType ? $"(global::System.Func<{GeneratedCode.Join(types)}>)" : "";
        return cast + (handler.IsStatic
            ? $"{endpoint.TypeName.Code()}.{handler.MethodName}"
            : $"JeroGen::HandlerDescription.Target<{endpoint.TypeName.Code()}>().{handler.MethodName}");
    }

    private static bool IsDescribed(Binding binding) => binding.Source is not (BindingSource.Services or BindingSource.Request);

    private static string BoundParameter(Binding binding)
    {
        var options = new List<string>();
        if (binding.Described is { } parameter)
        {
            options.Add($"Parameter = {BindingPrinter.Described(parameter)}");
        }

        if (binding.Source == BindingSource.Custom)
        {
            options.Add("IsCustom = true");
        }

        var initializer = options.Count == 0 ? "" : $" {{ {GeneratedCode.Join(options)} }}";
        var position = binding.Position.ToString(CultureInfo.InvariantCulture);
        return $"new(Position: {position}, IsOptional: {Bool(binding.IsOptional)}, IsParsed: {Bool(binding.IsParsed)}){initializer}";
    }

    private static string Body(RequestBody body) => body.Kind switch
    {
        RequestBodyKind.Json => $"JeroGen::BodyDescription.Json(typeof({body.TypeName!.Code()}), isOptional: {Bool(body.IsOptional)}, isInferred: {Bool(body.IsInferred)})",
        RequestBodyKind.Sequence => $"JeroGen::BodyDescription.Items(typeof({body.TypeName!.Code()}))",
        RequestBodyKind.Form => "JeroGen::BodyDescription.Form",
        _ => "JeroGen::BodyDescription.Bytes",
    };

    // One entry for all the types that a request can choose from.
    private static IEnumerable<string> Produced(Handler handler) => handler.Responses
        .Where(static response => response is { Status: not null, IsReturned: true })
        .GroupBy(static response => (response.TypeName, response.Status, response.ItemTypeName, response.Kind.IsNegotiated ? null : response.ContentType))
        .Select(static group => Produced(group.First(), group.Select(static response => response.ContentType).OfType<string>().Distinct().ToList()));

    private static string Produced(Response response, List<string> types)
    {
        var contentTypes = types.Count > 0 ? $", [{GeneratedCode.Join(types.Select(GeneratedCode.Literal))}]" : "";
        return $"new Http::ProducesResponseTypeMetadata({response.Status!.Value.ToString(CultureInfo.InvariantCulture)}, typeof({response.ItemTypeName?.Code() ?? "void"}){contentTypes})";
    }

    private static string Bool(bool value) => value ? "true" : "false";
}
