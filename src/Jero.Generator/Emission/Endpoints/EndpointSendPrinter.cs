using Jero.Generator.Emission.Json;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Endpoints;

/// <summary>Prints the method that sends what a handler, or a filter in its place, returned.</summary>
internal static class EndpointSendPrinter
{
    public static void Print(SourceWriter source, Endpoint endpoint, Handler handler)
    {
        source.Write("/// <summary>Sends what the handler, or a filter in its place, returned.</summary>");
        var head = $"private static Tasks::Task Send(Http::HttpContext http, object? result)";
        // A response with typed headers derives from the one without, so its case must come first.
        var returned = handler.Responses.Where(static response => response.IsReturned).GroupBy(static response => response.TypeName).Select(static group => group.First()).ToList();
        var wrappers = returned.Where(static response => response.Kind.IsWrapper)
            .OrderByDescending(static response => response.Headers.Count)
            .ToList();
        switch (wrappers)
        {
            case []:
                source.Write($"{head} => JeroGen::EndpointResults.SendAsync(http, result);");
                break;
            case [var response] when returned.Count == 1:
                source.Open(head);
                source.Write(
                    $$"""
                    if (result is not {{response.TypeName.Code()}} response)
                    {
                        return JeroGen::EndpointResults.SendAsync(http, result);
                    }

                    """);
                PrintResponse(source, endpoint, response);
                source.Close();
                break;
            default:
                source.Open(head).Open("switch (JeroGen::EndpointResults.Unwrap(result))");
                foreach (var response in wrappers)
                {
                    // Braces, because each case declares locals with the same names.
                    source.Open($"case {response.TypeName.Code()} response:");
                    PrintResponse(source, endpoint, response);
                    source.Close();
                }

                source.Write("case var other:").Indent().Write("return JeroGen::EndpointResults.SendAsync(http, other);").Outdent().Close().Close();
                break;
        }
    }

    private static void PrintResponse(SourceWriter source, Endpoint endpoint, Response response)
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

    private static string ItemWriter(Endpoint endpoint, JsonShape item) => endpoint.JsonContext is null
        ? JsonWriterPrinter.WriterType(item, "JeroGen::")
        : $"JeroGen::MetadataWriter<{JsonWriterPrinter.AnnotatedType(item)}, {endpoint.JsonContextMember}>";

    private static string HeaderCall(Header header)
    {
        var value = $"response.Headers.{TypeCode.Identifier(header.PropertyName)}";
        var name = GeneratedCode.Literal(header.Name);
        return header.Form switch
        {
            HeaderForm.Own => $".Add({name}, {value})",
            HeaderForm.Text => $".Add({name}, {value}{(header.IsRequired ? "" : "?")}.ToString())",
            HeaderForm.Scalar => $".AddScalar({name}, {value})",
            HeaderForm.HttpDate => $".AddHttpDate({name}, {value})",
            HeaderForm.StructuredDate => $".AddStructuredDate({name}, {value})",
            HeaderForm.Seconds => $".AddSeconds({name}, {value})",
            _ => $".AddJson<{JsonWriterPrinter.AnnotatedType(header.Shape)}, {JsonWriterPrinter.WriterType(header.Shape, "JeroGen::")}>({name}, {value})",
        };
    }
}
