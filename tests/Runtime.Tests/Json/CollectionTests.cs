using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Jero.Generated;

namespace Jero.Tests.Json;

public sealed class CollectionTests
{
    private static readonly string?[] Names = ["a", null, "b\"é"];

    private static readonly int[] Numbers = [3, 1, 2];

    [Fact]
    public void Arrays_match() =>
        Oracle.Matches<string?[]?, ArrayWriter<string?, BuiltInWriter>>(null, [], ["one"], Names);

    [Fact]
    public void Strings_match_by_their_own_writer()
    {
        Oracle.Matches<string?, JsonStringWriter>(Names);
        Oracle.Matches<string?[]?, ArrayWriter<string?, JsonStringWriter>>(Names);
        Oracle.Matches<
            Dictionary<string, string?>,
            DictionaryWriter<Dictionary<string, string?>, string, string?, JsonStringWriter, JsonStringWriter>>(
            new Dictionary<string, string?> { ["a\"é"] = "b", ["c"] = null });
    }

    [Fact]
    public void Lists_match() =>
        Oracle.Matches<List<int>?, ListWriter<int, BuiltInWriter>>(null, [], [1], [1, 2, 3]);

    [Fact]
    public void Nullable_elements_match() =>
        Oracle.Matches<DayOfWeek?[]?, ArrayWriter<DayOfWeek?, NullableWriter<DayOfWeek, DayWriter>>>(
            [null, DayOfWeek.Friday, (DayOfWeek)99]);

    [Fact]
    public void Collections_in_collections_match() =>
        Oracle.Matches<List<int[]?>?, ListWriter<int[]?, ArrayWriter<int, BuiltInWriter>>>([[1, 2], null, []]);

    [Fact]
    public void Interfaces_match_whatever_stands_behind_them()
    {
        Oracle.Matches<IEnumerable<string?>?, EnumerableWriter<IEnumerable<string?>?, string?, BuiltInWriter>>(
            null, Names, [], Names.ToList(), Names.Where(name => name is not null), new Queue<string?>(Names),
            new ReversedList(Names), ImmutableList.Create(Names));
        Oracle.Matches<IReadOnlyList<object?>, EnumerableWriter<IReadOnlyList<object?>, object?, TextWriter>>(
            new string?[] { "covariant", null });
    }

    [Fact]
    public void Sets_queues_and_stacks_match()
    {
        Oracle.Matches<HashSet<int>, EnumerableWriter<HashSet<int>, int, BuiltInWriter>>([], [3, 1, 2]);
        Oracle.Matches<FrozenSet<int>, EnumerableWriter<FrozenSet<int>, int, BuiltInWriter>>(Numbers.ToFrozenSet());
        Oracle.Matches<Queue<int>, EnumerableWriter<Queue<int>, int, BuiltInWriter>>(new Queue<int>([1, 2]));
        Oracle.Matches<Stack<int>, EnumerableWriter<Stack<int>, int, BuiltInWriter>>(new Stack<int>([1, 2]));
        Oracle.Matches<ConcurrentBag<int>, EnumerableWriter<ConcurrentBag<int>, int, BuiltInWriter>>(new ConcurrentBag<int>([1, 2]));
    }

    [Fact]
    public void Value_type_collections_match()
    {
        Oracle.Matches<ImmutableArray<int>, EnumerableWriter<ImmutableArray<int>, int, BuiltInWriter>>([], [1, 2]);
        Oracle.Matches<ArraySegment<int>, EnumerableWriter<ArraySegment<int>, int, BuiltInWriter>>(new ArraySegment<int>([1, 2, 3], 1, 2));
    }

    [Fact]
    public void A_default_immutable_array_fails_in_the_words_of_System_Text_Json() =>
        Oracle.FailsAlike<ImmutableArray<int>, EnumerableWriter<ImmutableArray<int>, int, BuiltInWriter>>(default);

    [Fact]
    public void An_enumerator_is_disposed_even_if_it_fails()
    {
        var disposed = false;
        using var buffer = new BatchBuffer();
        Assert.Throws<InvalidTimeZoneException>(
            () => default(EnumerableWriter<IEnumerable<int>, int, BuiltInWriter>).Write(buffer, Failing()));
        Assert.True(disposed);

        IEnumerable<int> Failing()
        {
            try
            {
                yield return 1;
                throw new InvalidTimeZoneException();
            }
            finally
            {
                disposed = true;
            }
        }
    }

    private readonly struct DayWriter : IJsonWriter<DayOfWeek>
    {
        public void Write(BatchBuffer buffer, DayOfWeek value) => JsonFormat.Write(buffer, (int)value);
    }

    private readonly struct TextWriter : IJsonWriter<object?>
    {
        public void Write(BatchBuffer buffer, object? value) => JsonFormat.Write(buffer, (string?)value);
    }

    private sealed class ReversedList(string?[] items) : List<string?>(items), IEnumerable<string?>
    {
        IEnumerator<string?> IEnumerable<string?>.GetEnumerator() => ToArray().Reverse().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => ToArray().Reverse().GetEnumerator();
    }
}
