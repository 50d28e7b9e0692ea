using System.Collections.Immutable;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Constructs values that are bound member by member: <c>[AsParameters]</c> types, and types that are read from a form.</summary>
/// <param name="scope">The handler.</param>
/// <param name="freeLocal">Returns a name for a local that no other has.</param>
/// <param name="add">Called with each value that is found.</param>
internal sealed class GroupParser(HandlerScope scope, Func<string, string> freeLocal, Action<BoundValue> add)
{
    // A placeholder after a mistake was reported.
    private static readonly MemberValue Missing = new BoundMember("");

    private readonly List<InitialValue> _initials = [];
    private readonly List<FieldsPresence> _presences = [];

    /// <summary>What must be constructed before the group itself, to see the values that its members have on their own.</summary>
    public EquatableArray<InitialValue> Initials => _initials.ToEquatableArray();

    /// <summary>What must be asked before members are read: whether a group that may be missing has a field in the form.</summary>
    public EquatableArray<FieldsPresence> Presences => _presences.ToEquatableArray();

    /// <summary>How the whole is put together; null if it cannot be, which is reported.</summary>
    public Group? Parse(BindingTarget group)
    {
        if (ParameterGroup.Find(group, scope) is not { } found)
        {
            return null;
        }

        var members = found.Members.Select(member => WithLocal(member, group)).ToList();
        var values = members.ConvertAll<MemberValue>(member =>
        {
            if (FormBindings.IsComplex(member))
            {
                return ParseForm(member) ?? Missing;
            }

            Add(BindingParser.Parse(member, scope));
            return new BoundMember(member.Local);
        });
        return Construct(group, members, values);
    }

    /// <summary>The same of a type that the fields of a form are read to; those of a member's members are named <c>Member.Name</c>.</summary>
    public Group? ParseForm(BindingTarget group) => ParseForm(group, prefix: "", [], presence: null, []);

    // A group that may be missing exists as soon as one of its fields does. Then all of it is required.
    private Group? ParseForm(BindingTarget group, string prefix, ImmutableArray<ITypeSymbol> outer, string? presence, List<string> fields)
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
        _presences.Insert(index, new FieldsPresence(own, ownFields.ToEquatableArray()));
        return construction with { Presence = own, IsNullable = group.IsNullableValue };
    }

    private Group? ParseMembers(BindingTarget group, string prefix, ImmutableArray<ITypeSymbol> outer, string? presence, List<string> fields)
    {
        if (outer.Contains(group.ValueType, SymbolEqualityComparer.Default) || TypeGrowth.IsFound(group.ValueType))
        {
            scope.Refuse(group, "the fields of a form", "a type that contains itself has no end of fields, so read the body as JSON");
            return null;
        }

        if (ParameterGroup.FindOfForm(group, scope) is not { } found)
        {
            return null;
        }

        var members = found.Members.Select(member => WithLocal(member, group)).ToList();
        var values = members.ToDictionary(static member => member, MemberValue (member) =>
        {
            var name = prefix + FormBindings.NameOf(member);
            if (FormBindings.IsComplexType(member.ValueType))
            {
                return ParseForm(member, name + ".", outer.Add(group.ValueType), presence, fields) ?? Missing;
            }

            Add(WhereThere(FormBindings.Parse(member with { IsField = true }, name, scope), presence, fields));
            return new BoundMember(member.Local);
        });
        if (members.Any(static member => member.HasInitial))
        {
            var initial = freeLocal(group.Name + "Initial");
            var needed = members.Where(static member => !member.IsAssigned || member.IsDemanded).ToList();
            var instance = Construct(group, needed, needed.ConvertAll(member => values[member]));
            _initials.Add(new InitialValue(initial, instance with { Presence = presence }));
            foreach (var member in members.Where(static member => member.HasInitial))
            {
                var own = new OwnValue(initial, member.Name);
                values[member] = !FormBindings.IsComplexType(member.ValueType) ? FormBindings.Or(member, own)
                    // If the group is missing, its member keeps its initial value.
                    : values[member] is Group nested ? nested with { Own = own }
                    : Missing;
            }
        }

        return Construct(group, members, members.ConvertAll(member => values[member]));
    }

    private static BoundValue? WhereThere(BoundValue? value, string? presence, List<string> fields)
    {
        if (value is null || value.Binding.WireName.Length == 0)
        {
            return value;
        }

        fields.Add(value.Binding.WireName);
        return presence is null || !value.Binding.CanFail || value.Binding.IsOptional
            ? value
            : value with { Binding = value.Binding with { Presence = presence, IsOptional = true } };
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

    private static Group Construct(BindingTarget group, List<BindingTarget> members, List<MemberValue> values)
    {
        var arguments = members.Zip(values, static (member, value) => (Member: member, Value: value)).ToList();
        return new Group(
            group.ValueType.ToBareName(),
            arguments.Where(static argument => !argument.Member.IsAssigned).Select(static argument => argument.Value).ToEquatableArray(),
            arguments.Where(static argument => argument.Member.IsAssigned).Select(static argument => new AssignedMember(argument.Member.Name, argument.Value)).ToEquatableArray());
    }
}
