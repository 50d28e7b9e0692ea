using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>Prints how a client is registered.</summary>
internal static class ServicesPrinter
{
    public static void Print(SourceWriter source, Api api, CSharpOptions options, CSharpTypes types)
    {
        var http = types.Names["System.Net.Http.HttpClient"];
        types.Names.Use("Microsoft.Extensions.DependencyInjection");
        source.Write($"/// <summary>Registers <see cref=\"{options.Class}\"/>.</summary>");
        source.Open($"public static class {options.Class}Services");
        source.Write(
            $"""
            /// <summary>Registers <see cref="{options.Class}"/> with an HttpClient of its own, to which handlers can be added.</summary>
            /// <param name="services">Gets the client.</param>
            /// <param name="configure">Sets up the HttpClient, such as its base address.</param>
            public static {types.Names["Microsoft.Extensions.DependencyInjection.IHttpClientBuilder"]} Add{options.Class}(
                this {types.Names["Microsoft.Extensions.DependencyInjection.IServiceCollection"]} services, {types.Names["System.Action"]}<{http}>? configure = null) =>
            """);
        source.Indent();
        source.Write("services").Indent();
        if (api.Server is { } server)
        {
            source.Write($".AddHttpClient(nameof({options.Class}), http =>").Open();
            source.Write($"http.BaseAddress = new {types.Names["System.Uri"]}({CSharpText.Literal(server)});").Write("configure?.Invoke(http);").Close("})");
        }
        else
        {
            source.Write($".AddHttpClient(nameof({options.Class}), http => configure?.Invoke(http))");
        }

        source.Write($".AddTypedClient(static http => new {options.Class}(http));").Outdent().Outdent().Close();
    }
}
