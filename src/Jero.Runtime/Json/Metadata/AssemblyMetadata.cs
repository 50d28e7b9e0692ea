using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// The generated metadata of an assembly, and whether a body that is read by it may have null where the types say no. The options themselves
/// cannot say so: they would refuse to write it as well.
/// </summary>
internal sealed class AssemblyMetadata(IJsonTypeInfoResolver generated, bool refusesNull) : IJsonTypeInfoResolver
{
    public bool RefusesNull => refusesNull;

    /// <summary>The types with a converter that is asked when the app maps, so that one that refuses is no error of each request.</summary>
    public IReadOnlyList<Type> AskedTypes { get; set; } = [];

    /// <summary>Asks the converters of an assembly.</summary>
    /// <param name="options">The wire rules of the assembly, or those of a user's own context, which asks its converters itself.</param>
    /// <exception cref="InvalidOperationException">One of them does not take what it stands on.</exception>
    public static void AskConverters(JsonSerializerOptions options)
    {
        foreach (var type in (options.TypeInfoResolver as AssemblyMetadata)?.AskedTypes ?? [])
        {
            try
            {
                _ = options.GetTypeInfo(type);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"'{type}' cannot be written as JSON. {exception.Message}", exception);
            }
        }
    }

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => generated.GetTypeInfo(type, options);
}
