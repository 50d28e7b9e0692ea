using Jero.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Collects the mistakes in a type that is to be serialized: the first, and others of its kind.</summary>
internal sealed class ShapeFault
{
    // A type that is used in many places has as many mistakes.
    private const int Most = 8;

    private int _others;

    /// <summary>Whether looking for more is of no use.</summary>
    public bool IsFull => _others == Most - 1 || (Found && !ReferenceEquals(Descriptor, DiagnosticDescriptors.UnsupportedItemType));

    /// <summary>Whether there is any.</summary>
    public bool Found { get; private set; }

    /// <summary>What is reported; null if the compiler has reported it already.</summary>
    public DiagnosticDescriptor? Descriptor { get; private set; }

    /// <summary>The line of the mistake; null if the handler's is as good.</summary>
    public Location? Location { get; private set; }

    /// <summary>What the message says behind the name of the handler.</summary>
    public string[] Arguments { get; private set; } = [];

    /// <summary>A type that cannot be serialized.</summary>
    /// <param name="path">The way to it: <c>Movie.Cast[].Agent</c>.</param>
    /// <param name="type">The type.</param>
    /// <param name="reason">Why not, and what to do.</param>
    public void Set(string path, string type, string reason) => Set(DiagnosticDescriptors.UnsupportedItemType, path, type, reason);

    /// <summary>A member that cannot be serialized, shown where it is declared.</summary>
    public void Set(string path, string type, string reason, Location? location)
    {
        if (!Found)
        {
            Location = location;
        }

        Set(path, type, reason);
    }

    /// <summary>A type or attribute that is half-typed: the compiler says so.</summary>
    public void SetUnfinished() => Found = true;

    /// <summary>Two members that would have one name in JSON.</summary>
    public void SetClash(string path, string first, string second, string name) =>
        Set(DiagnosticDescriptors.JsonNameClash, path, first, second, name);

    /// <summary>A base type whose variants are not named.</summary>
    public void SetNoVariant(string path, string type) => Set(DiagnosticDescriptors.NoVariant, path, type);

    /// <summary>A variant that System.Text.Json would refuse when it first meets the base.</summary>
    public void SetVariant(string path, string variant, string reason, Location? location)
    {
        if (!Found)
        {
            Location = location;
        }

        Set(DiagnosticDescriptors.UnsupportedVariant, path, variant, reason);
    }

    /// <summary>A discriminator under a name that is taken.</summary>
    public void SetDiscriminator(string path, string name, string reason) => Set(DiagnosticDescriptors.DiscriminatorClash, path, name, reason);

    /// <summary>An enum whose value has a name that cannot be told from others.</summary>
    public void SetEnumName(string path, string member, string name, string reason, Location? location)
    {
        if (!Found)
        {
            Location = location;
        }

        Set(DiagnosticDescriptors.BadEnumName, path, member, name, reason);
    }

    /// <summary>Attributes that System.Text.Json refuses together.</summary>
    public void SetContradiction(string path, string reason) => Set(DiagnosticDescriptors.ContradictoryJson, path, reason);

    /// <summary>A property whose header would have a name that no header can have.</summary>
    public void SetHeaderName(string path, string name) => Set(DiagnosticDescriptors.BadHeaderName, path, name);

    /// <summary>A property whose header another one is sent under, or the server alone.</summary>
    public void SetHeader(DiagnosticDescriptor descriptor, Location? location, params string[] arguments)
    {
        if (!Found)
        {
            Location = location;
        }

        Set(descriptor, arguments);
    }

    private void Set(DiagnosticDescriptor descriptor, params string[] arguments)
    {
        if (!Found)
        {
            (Found, Descriptor, Arguments) = (true, descriptor, arguments);
        }
        else if (!IsFull && ReferenceEquals(descriptor, Descriptor))
        {
            // One message names them all.
            Arguments[2] += $"{(_others++ == 0 ? "; also " : ", ")}{arguments[0]} is '{arguments[1]}'";
        }
    }
}
