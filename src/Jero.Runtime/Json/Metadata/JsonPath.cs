using System.Buffers;
using System.Globalization;

namespace Jero.Json.Metadata;

/// <summary>Builds paths as System.Text.Json writes them.</summary>
internal static class JsonPath
{
    // The characters for which System.Text.Json writes ['name'] into a path.
    private static readonly SearchValues<char> SpecialCharacters = SearchValues.Create(". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

    public static string Index(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    public static string Member(string name) => name.AsSpan().ContainsAny(SpecialCharacters) ? $"['{name}']" : "." + name;
}
