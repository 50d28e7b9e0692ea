using System.ComponentModel;
using System.Reflection;
using Jero.Endpoints;

namespace Jero.Generated;

/// <summary>A parameter of a handler that is bound from the request, for whoever describes the endpoint.</summary>
/// <param name="Position">Which of the method's parameters, from 0. Its attributes, its type and its default are read from the method.</param>
/// <param name="IsOptional">Whether the request may leave it out.</param>
/// <param name="IsParsed">Whether its value is parsed from text.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record BoundParameter(int Position, bool IsOptional, bool IsParsed)
{
    /// <summary>What is looked at instead, where the value is a member of an <c>[AsParameters]</c> type.</summary>
    public ParameterInfo? Parameter { get; init; }

    /// <summary>Whether the type binds itself, by <c>BindAsync</c>.</summary>
    public bool IsCustom { get; init; }

    /// <summary>A property as if it were a parameter.</summary>
    public static ParameterInfo Of(PropertyInfo property) => new PropertyParameter(property);
}
