using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Jero.Inspector.Mapping;

/// <summary>Serves the page, its style and its modules from the assembly.</summary>
internal static class PageFiles
{
    private const string Prefix = "Jero.Inspector.Page/";
    private const string Page = "index.html";

    // Allows only what is embedded, no markup made from text, and no frame around the page.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var names = typeof(PageFiles).Assembly.GetManifestResourceNames();
        foreach (var resource in names.Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var file = new PageFile(resource);
            routes.MapMethods(file.Name == Page ? "/" : $"/{file.Name}", [HttpMethods.Get, HttpMethods.Head], file.SendAsync);
        }
    }

    private sealed class PageFile(string resource)
    {
        private readonly Lazy<(byte[] Bytes, EntityTagHeaderValue Tag)> _content = new(() => Read(resource));

        public string Name { get; } = resource[Prefix.Length..];

        public Task SendAsync(HttpContext http)
        {
            // Relative links to the page's files only work if its path ends with a slash.
            if (Name == Page && http.Request.Path.Value is not [.., '/'])
            {
                http.Response.Redirect($"{http.Request.PathBase}{http.Request.Path}/{http.Request.QueryString}");
                return Task.CompletedTask;
            }

            var (bytes, tag) = _content.Value;
            var headers = http.Response.Headers;
            headers.ETag = tag.ToString();
            headers.CacheControl = "no-cache";
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            http.Response.ContentType = Path.GetExtension(Name) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                ".svg" => "image/svg+xml",
                _ => "text/javascript; charset=utf-8",
            };
            http.Response.ContentLength = bytes.Length;
            return HttpMethods.IsHead(http.Request.Method)
                ? Task.CompletedTask
                : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
        }

        private static (byte[] Bytes, EntityTagHeaderValue Tag) Read(string resource)
        {
            using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(bytes)[..12])}\""));
        }
    }
}
