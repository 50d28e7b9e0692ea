using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Generator.Tests.Docs;

/// <summary>docs/json.md says of every part of System.Text.Json's serialization whether Jero has it.</summary>
public sealed class SerializationInventoryTests
{
    public static TheoryData<string> Types =>
    [
        .. typeof(JsonSerializer).Assembly.GetExportedTypes()
            .Where(static type => !type.IsNested && type.Namespace is "System.Text.Json.Serialization" or "System.Text.Json.Serialization.Metadata")
            .Select(Name),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void The_documentation_places_every_public_type(string name) => Assert.Contains($"`{name}`", Inventory(), StringComparison.Ordinal);

    [Fact]
    public void The_documentation_names_no_type_that_the_framework_has_not()
    {
        var known = Types.Select(static row => row.Data).ToHashSet(StringComparer.Ordinal);

        var named = Inventory().Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal) && !line.StartsWith("| `System", StringComparison.Ordinal))
            .SelectMany(static line => Regex.Matches(line.Split('|')[1], "`([^`]+)`").Select(static match => match.Groups[1].Value));

        Assert.Empty(named.Except(known));
    }

    // What metadata can be made of: one more kind of collection is a decision of Jero's as well.
    [Fact]
    public void Metadata_is_made_of_what_is_known() => Assert.Equal(
        [
            "CreateArrayInfo", "CreateConcurrentQueueInfo", "CreateConcurrentStackInfo", "CreateDictionaryInfo", "CreateIAsyncEnumerableInfo",
            "CreateICollectionInfo", "CreateIDictionaryInfo", "CreateIEnumerableInfo", "CreateIListInfo", "CreateIReadOnlyDictionaryInfo",
            "CreateISetInfo", "CreateImmutableDictionaryInfo", "CreateImmutableEnumerableInfo", "CreateListInfo", "CreateMemoryInfo",
            "CreateObjectInfo", "CreatePropertyInfo", "CreateQueueInfo", "CreateReadOnlyMemoryInfo", "CreateStackInfo", "CreateValueInfo",
            "GetEnumConverter", "GetNullableConverter", "GetUnsupportedTypeConverter",
        ],
        typeof(JsonMetadataServices).GetMethods().Where(static method => method is { IsStatic: true, IsSpecialName: false })
            .Select(static method => method.Name).Distinct().Order(StringComparer.Ordinal));

    private static string Inventory()
    {
        var page = File.ReadAllText(Path.Combine(Shared.Repository.Root, "docs", "json.md"));
        var start = page.IndexOf("## Each part of System.Text.Json", StringComparison.Ordinal);
        return page[start..page.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];
    }

    private static string Name(Type type) => !type.IsGenericType ? type.Name
        : $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(static argument => argument.Name))}>";
}
