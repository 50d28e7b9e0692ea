using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Reads the parameters of a handler and finds where each comes from, by the rules of minimal APIs.</summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/fundamentals/minimal-apis/parameter-binding</remarks>
internal sealed class ParameterParser(HandlerScope scope)
{
    // The names that a generated method has in scope, besides the user's parameters.
    private static readonly string[] GeneratedNames =
        ["http", "request", "filters", "endpoint", "context", "response", "headers", "result", "Respond", "Call", "Send", "Validator", "ItemValidator"];

    private readonly List<Parameter> _parameters = [];
    private readonly List<BoundValue> _values = [];
    private readonly List<ValidatedParameter> _validated = [];
    private readonly HashSet<string> _locals = new([.. GeneratedNames, scope.Method.Name], StringComparer.Ordinal);

    public EquatableArray<Parameter> Parameters => _parameters.ToEquatableArray();

    /// <summary>Returns what is taken from the request. A body is read last, because nothing else has to wait for it.</summary>
    public EquatableArray<Binding> Bindings =>
        _values.Select(static value => value.Binding).OrderBy(static binding => binding.Source is BindingSource.Form or BindingSource.Body).ToEquatableArray();

    /// <summary>What is read from the body; null if nothing is.</summary>
    public RequestBody? Body => _values.Select(static value => value.Body).FirstOrDefault(static body => body is not null);

    /// <summary>What is checked once it is bound.</summary>
    public EquatableArray<ValidatedParameter> Validated => _validated.ToEquatableArray();

    /// <summary>The services that are taken where a body might have been meant.</summary>
    public EquatableArray<TypeName> Services =>
        _values.Select(static value => value.InferredService).OfType<TypeName>().Distinct().ToEquatableArray();

    public bool IsAwaited => _values.Any(static value => value.IsAwaited);

    /// <summary>Whether a parameter takes that value of the route, or would if it could be bound.</summary>
    public bool TakesFromRoute(string name) =>
        _values.Any(value => value.Binding.Source == BindingSource.Route && string.Equals(value.Binding.WireName, name, StringComparison.OrdinalIgnoreCase))
        || scope.Method.Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)
            && _values.All(value => value.Target.Name != parameter.Name));

    public void ParseAll()
    {
        foreach (var symbol in scope.Method.Parameters)
        {
            scope.Context.CancellationToken.ThrowIfCancellationRequested();
            Parse(symbol);
        }

        CheckBodies();
    }

    private void Parse(IParameterSymbol symbol)
    {
        var target = new BindingTarget(
            symbol.Name,
            LocalOf(symbol),
            symbol.Type,
            symbol.GetAttributes(),
            symbol.HasExplicitDefaultValue ? ConstantParser.Default(symbol) : null,
            symbol.Ordinal,
            symbol.Locations.FirstOrDefault())
        {
            Parameter = symbol,
        };
        if (symbol.RefKind != RefKind.None)
        {
            scope.Refuse(target, "a request", "pass it by value");
            return;
        }

        if (BindingParser.Refuses(target, scope))
        {
            return;
        }

        Group? construction = null;
        var groups = new GroupParser(scope, FreeLocal, _values.Add);
        if (target.Has(KnownTypes.AsParametersAttribute) is not null)
        {
            construction = groups.Parse(target);
            Check(symbol, target.Local, symbol.Name);
        }
        else if (FormBindings.IsComplex(target))
        {
            construction = groups.ParseForm(target);
            Check(symbol, target.Local, symbol.Name);
        }
        else if (BindingParser.Parse(target, scope) is { } value)
        {
            _values.Add(BindingAnnotations.Add(value, scope));
            if (value.Binding.Source is not (BindingSource.Services or BindingSource.Request))
            {
                Check(symbol, target.Local, value.Binding.WireName);
            }
        }

        _parameters.Add(new Parameter
        {
            Local = target.Local,
            TypeName = symbol.Type.ToName(),
            Construction = construction,
            Presences = groups.Presences,
            Initials = groups.Initials,
        });
    }

    private void Check(IParameterSymbol symbol, string local, string wireName)
    {
        if (scope.Validation.Parse(symbol, local, wireName) is { } validated)
        {
            _validated.Add(validated);
        }
    }

    private string LocalOf(IParameterSymbol symbol) =>
        _locals.Contains(symbol.Name) ? FreeLocal("jero" + symbol.Name) : symbol.Name;

    private string FreeLocal(string name)
    {
        while (scope.Method.Parameters.Any(parameter => parameter.Name == name) || !_locals.Add(name))
        {
            name += "_";
        }

        return name;
    }

    // Only one parameter can read the body. The fields of a form count as one.
    private void CheckBodies()
    {
        var readers = _values.Where(static value => value.Body is not null).ToList();
        if (readers.Count == 0)
        {
            return;
        }

        var first = readers[0];
        var sequence = readers.Find(static reader => reader.Body!.Kind == RequestBodyKind.Sequence);
        if (sequence is not null && !scope.InfersBody)
        {
            scope.Context.Fail(
                DiagnosticDescriptors.SequenceWithoutBody, sequence.Target.Location, sequence.Target.Name, scope.Method.Message(), sequence.Target.Type.Message(), scope.Verb);
            return;
        }

        if (sequence is not null && readers.Count > 1)
        {
            var other = readers[readers.Count - 1];
            scope.Context.Fail(
                DiagnosticDescriptors.SequenceBesideBody, other.Target.Location, scope.Method.Message(), first.Target.Name, other.Target.Name);
            return;
        }

        if (scope.Verb == "GET")
        {
            scope.Context.Fail(DiagnosticDescriptors.BodyOnGet, first.Target.Location, first.Target.Name, scope.Method.Message(), first.Target.Type.Message());
            return;
        }

        if (readers.FirstOrDefault(reader => reader.Body!.Kind != RequestBodyKind.Form && !ReferenceEquals(reader, first)
            || reader.Body!.Kind != first.Body!.Kind) is { } second)
        {
            scope.Context.Fail(DiagnosticDescriptors.SeveralBodies, second.Target.Location, scope.Method.Message(), first.Target.Name, second.Target.Name);
        }
    }
}

/// <summary>A target and what was found of it.</summary>
/// <param name="Target">What is bound.</param>
/// <param name="Binding">How.</param>
/// <param name="IsAwaited">Whether having it takes an await.</param>
internal sealed record BoundValue(BindingTarget Target, Binding Binding, bool IsAwaited = false)
{
    /// <summary>What it reads from the body; null if it reads nothing of it.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>The type of a service that is taken where a body might have been meant, and that must be there; else null.</summary>
    public TypeName? InferredService { get; init; }
}
