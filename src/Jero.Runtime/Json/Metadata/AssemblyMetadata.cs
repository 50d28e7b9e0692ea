using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// Wraps the generated metadata of an assembly, and says whether a body may have null if the types do not allow it. The options
/// themselves cannot say so, because they would then also refuse to write null.
/// </summary>
internal sealed class AssemblyMetadata(IJsonTypeInfoResolver generated, bool refusesNull) : IJsonTypeInfoResolver
{
    public bool RefusesNull => refusesNull;

    /// <summary>
    /// The types with a converter that is asked when the app maps its endpoints, so that a converter that does not fit fails there and not
    /// in each request.
    /// </summary>
    public IReadOnlyList<Type> AskedTypes { get; set; } = [];

    /// <summary>Asks the converters of an assembly whether they accept their types.</summary>
    /// <param name="options">The JSON options of the assembly, or those of a user's own context, which asks its converters itself.</param>
    /// <exception cref="InvalidOperationException">A converter does not accept the type that it is on.</exception>
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
