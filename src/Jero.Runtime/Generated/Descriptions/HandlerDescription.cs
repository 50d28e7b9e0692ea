using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>Everything that one handler is mapped by.</summary>
/// <param name="verb">The method it answers; GET also answers HEAD.</param>
/// <param name="method">
/// The user's method, which is never called through this delegate: filter factories, descriptions and display names look at its name, its
/// parameters and its attributes.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandlerDescription(string verb, Delegate method)
{
    /// <summary>Upper case.</summary>
    public string Verb { get; } = verb;

    /// <summary>The user's method.</summary>
    public Delegate Method { get; } = method;

    /// <summary>Answers a request.</summary>
    public required EndpointHandler Respond { get; init; }

    /// <summary>Calls the handler at the end of a filter pipeline.</summary>
    public required EndpointFilterDelegate Invoke { get; init; }

    /// <summary>Its part of the document.</summary>
    public required OperationDescription Operation { get; init; }

    /// <summary>The parameters that are bound from the request; services and what belongs to the server are left out.</summary>
    public IReadOnlyList<BoundParameter> Parameters { get; init; } = [];

    /// <summary>What is read from the body; null where nothing is.</summary>
    public BodyDescription? Body { get; init; }

    /// <summary>
    /// The services that it takes where a body might have been meant. Each has to be registered: else every request would fail.
    /// </summary>
    public IReadOnlyList<Type> Services { get; init; } = [];

    /// <summary>
    /// What is known at compile time: what the handler produces and accepts, then the attributes of the class. The method's own are added by
    /// the framework, behind these, so that they win.
    /// </summary>
    public IReadOnlyList<object> Metadata { get; init; } = [];

    /// <summary>
    /// What <see cref="Method"/> is bound to where the handler is not static, since a delegate must have a target: an instance that no
    /// constructor has run for.
    /// </summary>
    /// <typeparam name="T">The endpoint class.</typeparam>
    public static T Target<[DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>() where T : class
    {
        var target = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));

        // The user's finalizer may rely on what the constructor sets.
#pragma warning disable CA1816 // Not a disposal.
        GC.SuppressFinalize(target);
#pragma warning restore CA1816
        return target;
    }
}
