using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Jero.Binding;

/// <summary>
/// Parses text of a request into a value, in the invariant culture. Implementations are structs, so that the JIT compiles code for each
/// type.
/// </summary>
internal interface IValueParser<T>
{
    bool TryParse(string text, [MaybeNullWhen(false)] out T value);
}

/// <summary>Parses by <see cref="IParsable{TSelf}"/>. Dates are parsed as minimal APIs do.</summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/fundamentals/minimal-apis/parameter-binding#bind-string-values-to-types</remarks>
internal readonly struct ParsableValueParser<T> : IValueParser<T> where T : IParsable<T>
{
    public bool TryParse(string text, [MaybeNullWhen(false)] out T value)
    {
        if (typeof(T) == typeof(DateTime))
        {
            var isDate = DateTime.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces, out var date);
            value = (T)(object)date;
            return isDate;
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            var isMoment = DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var moment);
            value = (T)(object)moment;
            return isMoment;
        }

        return T.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}

/// <summary>Parses a member of an enum, by name in any case or by number.</summary>
internal readonly struct EnumValueParser<T> : IValueParser<T> where T : struct, Enum
{
    public bool TryParse(string text, out T value) => Enum.TryParse(text, ignoreCase: true, out value);
}
