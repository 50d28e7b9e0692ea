using System.ComponentModel;
using System.Reflection;
using Jero.Endpoints;

namespace Jero.Generated;

/// <summary>Describes a parameter of a handler that is bound from the request, for tools that describe endpoints.</summary>
/// <param name="Position">
/// The position among the method's parameters, counted from 0. Attributes, type and default are read from the method.
/// </param>
/// <param name="IsOptional">Whether the request may leave it out.</param>
/// <param name="IsParsed">Whether its value is parsed from text.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record BoundParameter(int Position, bool IsOptional, bool IsParsed)
{
    /// <summary>Gets what describes the value instead, if it is a member of an <c>[AsParameters]</c> type.</summary>
    public ParameterInfo? Parameter { get; init; }

    /// <summary>Gets whether the type binds itself, by <c>BindAsync</c>.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Describes a property as if it were a parameter.</summary>
    public static ParameterInfo Of(PropertyInfo property) => new PropertyParameter(property);
}
