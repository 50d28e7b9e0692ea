using System.Collections.Immutable;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Puts together the values that are bound member by member: <c>[AsParameters]</c> types, and types that a form is read to.</summary>
/// <param name="scope">The handler.</param>
/// <param name="freeLocal">A name for a local that no other has.</param>
/// <param name="add">Takes each value that is found.</param>
internal sealed class GroupParser(HandlerScope scope, Func<string, string> freeLocal, Action<BoundValue> add)
{
    private readonly List<InitialValue> _initials = [];
    private readonly List<InitialValue> _presences = [];

    /// <summary>What has to be constructed before the group itself, to see the values that its members have on their own.</summary>
    public EquatableArray<InitialValue> Initials => _initials.ToEquatableArray();

    /// <summary>What has to be asked before members are read: whether a group that may be missing has a field in the form.</summary>
    public EquatableArray<InitialValue> Presences => _presences.ToEquatableArray();

    /// <summary>The expression of the whole; null where it cannot be put together, which is reported.</summary>
    public string? Parse(BindingTarget group)
    {
        if (ParameterGroup.Find(group, scope) is not { } found)
        {
            return null;
        }

        var members = found.Members.Select(member => WithLocal(member, group)).ToList();
        var values = members.Select(member =>
        {
            if (FormBindings.IsComplex(member))
            {
                return ParseForm(member) ?? "";
            }

            Add(BindingParser.Parse(member, scope));
            return member.Local;
        }).ToList();
        return Construct(group, members, values);
    }

    /// <summary>The same of a type that the fields of a form are read to; those of a member's members are named <c>Member.Name</c>.</summary>
    public string? ParseForm(BindingTarget group) => ParseForm(group, prefix: "", [], presence: null, []);

    // What may be missing is there as soon as one of its fields is; then it has to be there as a whole.
    private string? ParseForm(BindingTarget group, string prefix, ImmutableArray<ITypeSymbol> outer, string? presence, List<string> fields)
    {
        if (!group.IsOptional)
        {
            return ParseMembers(group, prefix, outer, presence, fields);
        }

        var (own, index) = (freeLocal(group.Name + "IsThere"), _presences.Count);
        var ownFields = new List<string>();
        if (ParseMembers(group, prefix, outer, own, ownFields) is not { } construction)
        {
            return null;
        }

        fields.AddRange(ownFields);
        _presences.Insert(index, new InitialValue(own, $"request.HasFields({string.Join(", ", ownFields.Select(SymbolNames.Literal))})"));
        return $"{own} ? {construction} : {(group.IsNullableValue ? $"default({group.ValueType.BareCode()}?)" : "default")}";
    }

    private string? ParseMembers(BindingTarget group, string prefix, ImmutableArray<ITypeSymbol> outer, string? presence, List<string> fields)
    {
        if (outer.Contains(group.ValueType, SymbolEqualityComparer.Default) || TypeGrowth.IsFound(group.ValueType))
        {
            scope.Refuse(group, "the fields of a form", "a type that contains itself has no end of fields, read the body as JSON");
            return null;
        }

        if (ParameterGroup.FindOfForm(group, scope) is not { } found)
        {
            return null;
        }

        var members = found.Members.Select(member => WithLocal(member, group)).ToList();
        var values = members.ToDictionary(static member => member, member =>
        {
            var name = prefix + FormBindings.NameOf(member);
            if (FormBindings.IsComplexType(member.ValueType))
            {
                return ParseForm(member, name + ".", outer.Add(group.ValueType), presence, fields) ?? "";
            }

            Add(WhereThere(FormBindings.Parse(member with { IsField = true }, name, scope), presence, fields));
            return member.Local;
        });
        if (members.Any(static member => member.HasInitial))
        {
            var initial = freeLocal(group.Name + "Initial");
            var needed = members.Where(static member => !member.IsAssigned || member.IsDemanded).ToList();
            var instance = Construct(group, needed, needed.ConvertAll(member => values[member]));
            _initials.Add(new InitialValue(initial, presence is null ? instance : $"{presence} ? {instance} : default"));
            foreach (var member in members.Where(static member => member.HasInitial))
            {
                var own = $"{initial}.{SymbolNames.Escaped(member.Name)}";
                values[member] = FormBindings.IsComplexType(member.ValueType) ? OrOwn(values[member], own) : FormBindings.Or(member, own);
            }
        }

        return Construct(group, members, members.ConvertAll(member => values[member]));
    }

    // A group that is missing keeps what its member holds.
    private static string OrOwn(string value, string own) => value.Length == 0 ? value : value.Substring(0, value.LastIndexOf(" : ", StringComparison.Ordinal)) + " : " + own;

    private static BoundValue? WhereThere(BoundValue? value, string? presence, List<string> fields)
    {
        if (value is null || value.Binding.WireName.Length == 0)
        {
            return value;
        }

        fields.Add(value.Binding.WireName);
        return presence is null || !value.Binding.CanFail || value.Binding.IsOptional
            ? value
            : value with { Binding = value.Binding with { Expression = $"{presence} ? {value.Binding.Expression} : default!", IsOptional = true } };
    }

    private BindingTarget WithLocal(BindingTarget member, BindingTarget group) =>
        member with { Local = freeLocal(group.Name + char.ToUpperInvariant(member.Name[0]) + member.Name.Substring(1)) };

    private void Add(BoundValue? value)
    {
        if (value is not null)
        {
            add(BindingAnnotations.Add(value, scope));
        }
    }

    private static string Construct(BindingTarget group, List<BindingTarget> members, List<string> values)
    {
        var arguments = members.Zip(values, static (member, value) => (Member: member, Value: value)).ToList();
        var passed = string.Join(", ", arguments.Where(static argument => !argument.Member.IsAssigned).Select(static argument => argument.Value));
        var assigned = string.Join(", ", arguments
            .Where(static argument => argument.Member.IsAssigned)
            .Select(static argument => $"{SymbolNames.Escaped(argument.Member.Name)} = {argument.Value}"));
        var type = group.ValueType.BareCode();
        return assigned.Length == 0 ? $"new {type}({passed})"
            : passed.Length == 0 ? $"new {type} {{ {assigned} }}"
            : $"new {type}({passed}) {{ {assigned} }}";
    }
}
