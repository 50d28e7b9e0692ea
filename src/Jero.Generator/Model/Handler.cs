namespace Jero.Generator.Model;

/// <summary>One method that answers one verb.</summary>
internal sealed record Handler
{
    /// <summary>The user's method.</summary>
    public required string MethodName { get; init; }

    /// <summary>Whether the class has another method of that name, so that the name alone is ambiguous.</summary>
    public required bool IsAmbiguous { get; init; }

    /// <summary>Upper case: <c>GET</c>.</summary>
    public required string Verb { get; init; }

    public required bool IsStatic { get; init; }

    /// <summary>Whether the method returns a <c>Task</c> or <c>ValueTask</c> of the response.</summary>
    public required bool IsAwaited { get; init; }

    /// <summary>The return type as the user declared it.</summary>
    public required TypeName ReturnType { get; init; }

    /// <summary>Whether only a delegate type selects the method, because there are overloads or the language is older than C# 13.</summary>
    public required bool NeedsDelegateType { get; init; }

    /// <summary>The nested class of what is generated for it, named so that it clashes with none of the user's members.</summary>
    public required string NestedClass { get; init; }

    /// <summary>What the method is called with, in its order.</summary>
    public required EquatableArray<Parameter> Parameters { get; init; }

    /// <summary>What is taken from the request, in the order in which it is read: a body last.</summary>
    public required EquatableArray<Binding> Bindings { get; init; }

    /// <summary>What is read from the body; null if nothing is.</summary>
    public required RequestBody? Body { get; init; }

    /// <summary>The services that are taken where a body might have been meant, each as in <c>typeof</c>.</summary>
    public required EquatableArray<TypeName> Services { get; init; }

    /// <summary>The arguments that are checked before the handler runs; empty if none has rules.</summary>
    public required EquatableArray<ValidatedParameter> Validated { get; init; }

    /// <summary>Whether answering has to wait: for the handler, a body, a type's own binding or a check.</summary>
    public required bool IsAsync { get; init; }

    /// <summary>What the method may return: one response, or those of a union.</summary>
    public required EquatableArray<Response> Responses { get; init; }

    /// <summary>The attributes of the class. The framework reads those of the method.</summary>
    public required EquatableArray<AttributeUse> Metadata { get; init; }

    public required Operation Operation { get; init; }

    /// <summary>The schemas that its operation refers to, directly or through others, ordered by name.</summary>
    public EquatableArray<SchemaReference> Schemas { get; init; }
}
