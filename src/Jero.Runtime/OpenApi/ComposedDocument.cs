using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Jero.OpenApi;

/// <summary>Holds the bytes of a document, and their entity tag without its quotation marks.</summary>
internal sealed record DocumentBytes(byte[] Json, string Hash);

/// <summary>
/// Holds the document of a set of endpoints. It is composed once, and written once for each version of the specification and each path
/// base. A failed composition is remembered, because only other endpoints could make it succeed. Thread-safe.
/// </summary>
internal sealed class ComposedDocument
{
    // A path base has the letter case of the request, so there may be any number of them.
    private const int MostWritten = 32;

    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly Dictionary<(JeroOpenApiVersion, string), DocumentBytes> _written = [];
    private readonly JsonObject? _document;
    private readonly ExceptionDispatchInfo? _fault;
    private readonly JeroStreamSchema _streams;

    public ComposedDocument(IReadOnlyList<Endpoint> endpoints, JeroOpenApiOptions options, IServiceProvider services)
    {
        Endpoints = endpoints;
        _streams = options.StreamSchema;
        try
        {
            _document = new OpenApiComposer(options, services).Compose(endpoints);
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
        }
    }

    public IReadOnlyList<Endpoint> Endpoints { get; }

    /// <param name="version">The version of the specification.</param>
    /// <param name="pathBase">The path that the app is mounted at, for an app that names no servers; empty for the root.</param>
    public DocumentBytes Write(JeroOpenApiVersion version, string pathBase)
    {
        _fault?.Throw();
        lock (_written)
        {
            if (!_written.TryGetValue((version, pathBase), out var bytes))
            {
                bytes = WriteAnew(version, pathBase);
                if (_written.Count < MostWritten)
                {
                    _written.Add((version, pathBase), bytes);
                }
            }

            return bytes;
        }
    }

    private DocumentBytes WriteAnew(JeroOpenApiVersion version, string pathBase)
    {
        var document = _document!.DeepClone().AsObject();
        if (pathBase.Length > 0 && !document.ContainsKey("servers"))
        {
            document.Insert(document.IndexOf("info") + 1, "servers", new JsonArray(new JsonObject { ["url"] = pathBase }));
        }

        if (version == JeroOpenApiVersion.OpenApi31)
        {
            OpenApi31.Rewrite(document, _streams);
        }

        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            document.WriteTo(json);
        }

        return new DocumentBytes(bytes.WrittenSpan.ToArray(), Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan)[..16]));
    }
}
