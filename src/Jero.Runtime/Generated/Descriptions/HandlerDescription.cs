using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>Describes one handler to the mapper.</summary>
/// <param name="verb">The method that it answers. GET also answers HEAD.</param>
/// <param name="method">
/// The user's method. It is never called through this delegate: filter factories, descriptions and display names look at its name,
/// parameters and attributes.
/// </param>
/// <param name="methodInfo">
/// What <see cref="Delegate.Method"/> of <paramref name="method"/> returns. Generated code asks for it where the type of the delegate is
/// known: a native binary in which one delegate of any type is asked keeps the method of every delegate for reflection.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandlerDescription(string verb, Delegate method, MethodInfo methodInfo)
{
    /// <summary>Gets the method, in upper case.</summary>
    public string Verb { get; } = verb;

    /// <summary>Gets the user's method.</summary>
    public Delegate Method { get; } = method;

    /// <summary>Gets the user's method for reflection.</summary>
    public MethodInfo MethodInfo { get; } = methodInfo;

    /// <summary>Gets the delegate that answers a request.</summary>
    public required EndpointHandler Respond { get; init; }

    /// <summary>Gets the delegate that calls the handler at the end of a filter pipeline.</summary>
    public required EndpointFilterDelegate Invoke { get; init; }

    /// <summary>Gets the handler's part of the document.</summary>
    public required OperationDescription Operation { get; init; }

    /// <summary>Gets the parameters that are bound from the request, without services and the server's own types.</summary>
    public IReadOnlyList<BoundParameter> Parameters { get; init; } = [];

    /// <summary>Gets what is read from the body; null if nothing is.</summary>
    public BodyDescription? Body { get; init; }

    /// <summary>
    /// Gets the services that the handler takes although a body might have been meant. Mapping fails if one is not registered, because
    /// every request would fail.
    /// </summary>
    public IReadOnlyList<Type> Services { get; init; } = [];

    /// <summary>
    /// Gets the metadata that is known at compile time: what the handler produces and accepts, then the attributes of the class. ASP.NET
    /// Core adds the method's own attributes after these, so that they take precedence.
    /// </summary>
    public IReadOnlyList<object> Metadata { get; init; } = [];

    /// <summary>
    /// Creates the target of <see cref="Method"/> for a handler that is not static, because a delegate must have one. It is an instance
    /// that no constructor has run for.
    /// </summary>
    /// <typeparam name="T">The endpoint class.</typeparam>
    public static T Target<[DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>() where T : class
    {
        var target = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));

        // The finalizer must not run, because it may rely on what the constructor sets.
#pragma warning disable CA1816 // Not a disposal.
        GC.SuppressFinalize(target);
#pragma warning restore CA1816
        return target;
    }
}
