using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Validation;

namespace Jero.Validation;

/// <summary>Puts the generated rules before those of the app, and creates each only once.</summary>
internal sealed class ValidationRules(Func<Type, IValidatableInfo?>? find) : IValidatableInfoResolver
{
    private static readonly ValidationOptions None = new();

    private readonly ConcurrentDictionary<Type, IValidatableInfo?> _types = new();
    private readonly ConditionalWeakTable<ValidationOptions, ValidationOptions> _options = [];

    public ValidationOptions With(ValidationOptions? app) => _options.GetValue(app ?? None, key =>
    {
        var options = new ValidationOptions { MaxDepth = key.MaxDepth };
        options.Resolvers.Add(this);
        foreach (var resolver in key.Resolvers)
        {
            options.Resolvers.Add(resolver);
        }

        return options;
    });

    public bool TryGetValidatableTypeInfo(Type type, [NotNullWhen(true)] out IValidatableInfo? validatableInfo)
    {
        validatableInfo = find is null ? null : _types.GetOrAdd(type, find);
        return validatableInfo is not null;
    }

    public bool TryGetValidatableParameterInfo(ParameterInfo parameterInfo, [NotNullWhen(true)] out IValidatableInfo? validatableInfo)
    {
        validatableInfo = null;
        return false;
    }
}
