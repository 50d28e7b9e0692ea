using System.Diagnostics.CodeAnalysis;
using Jero.Binding;

namespace Jero.Generated;

/// <summary>Parses by a method of the type.</summary>
internal readonly struct DelegateValueParser<T>(TextParser<T> parse) : IValueParser<T>
{
    public bool TryParse(string text, [MaybeNullWhen(false)] out T value) => parse(text, out value);
}
