using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Jero.Generated;

namespace Jero.Tests.Json;

public sealed class DictionaryTests
{
    [Flags]
    public enum Access
    {
        Read = 1,
        Write = 2,
    }

    [Fact]
    public void Dictionaries_match_null_and_empty_too() =>
        Oracle.Matches<
            Dictionary<string, string?>?,
            DictionaryWriter<Dictionary<string, string?>?, string, string?, BuiltInKeyWriter, BuiltInWriter>>(
            null, [], new() { ["a"] = "x" }, new() { ["Upper \"é\uD800\n"] = null, [""] = "y" });

    [Fact]
    public void Other_dictionaries_match()
    {
        Dictionary<string, int> source = new() { ["b"] = 1, ["a"] = 2 };
        DictionariesMatch<IReadOnlyDictionary<string, int>>(
            source, source.ToImmutableDictionary(), source.ToImmutableSortedDictionary(), source.ToFrozenDictionary(),
            new ConcurrentDictionary<string, int>(source));
        DictionariesMatch(new SortedDictionary<string, int>(source));
        DictionariesMatch(source.ToImmutableDictionary());
    }

    [Fact]
    public void Numbers_as_keys_match()
    {
        KeysMatch<sbyte, BuiltInKeyWriter>(sbyte.MinValue);
        KeysMatch<byte, BuiltInKeyWriter>(byte.MaxValue);
        KeysMatch<short, BuiltInKeyWriter>(short.MinValue);
        KeysMatch<ushort, BuiltInKeyWriter>(ushort.MaxValue);
        KeysMatch<int, BuiltInKeyWriter>(int.MinValue, 0, int.MaxValue);
        KeysMatch<uint, BuiltInKeyWriter>(uint.MaxValue);
        KeysMatch<long, BuiltInKeyWriter>(long.MinValue);
        KeysMatch<ulong, BuiltInKeyWriter>(ulong.MaxValue);
        KeysMatch<Int128, BuiltInKeyWriter>(Int128.MinValue);
        KeysMatch<UInt128, BuiltInKeyWriter>(UInt128.MaxValue);
        KeysMatch<Half, BuiltInKeyWriter>(Half.MinValue, Half.NaN, Half.NegativeInfinity, (Half)0.1);
        KeysMatch<float, BuiltInKeyWriter>(float.MinValue, float.NaN, float.PositiveInfinity, 0.1f);
        KeysMatch<double, BuiltInKeyWriter>(double.MinValue, 0.25, 1e-5, -0.0);
        KeysMatch<decimal, BuiltInKeyWriter>(decimal.MinValue, 1.50m);
    }

    [Fact]
    public void Text_and_dates_as_keys_match()
    {
        KeysMatch<bool, BuiltInKeyWriter>(true, false);
        KeysMatch<char, BuiltInKeyWriter>('a', '"', '\uD800');
        KeysMatch<Guid, BuiltInKeyWriter>(Guid.AllBitsSet);
        KeysMatch<DateTime, BuiltInKeyWriter>(DateTime.UnixEpoch, DateTime.MaxValue);
        KeysMatch<DateTimeOffset, BuiltInKeyWriter>(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        KeysMatch<DateOnly, BuiltInKeyWriter>(DateOnly.MaxValue);
        KeysMatch<TimeOnly, BuiltInKeyWriter>(TimeOnly.MaxValue, TimeOnly.MinValue);
        KeysMatch<TimeSpan, BuiltInKeyWriter>(TimeSpan.MinValue, TimeSpan.Zero);
        KeysMatch<Uri, BuiltInKeyWriter>(new Uri("http://example.org/ü\"😀"));
        KeysMatch<Version, BuiltInKeyWriter>(new Version(1, 2, 3));
    }

    [Fact]
    public void Enums_as_keys_match()
    {
        KeysMatch<DayOfWeek, EnumKeyWriter<DayOfWeek>>(DayOfWeek.Monday, (DayOfWeek)99, (DayOfWeek)(-1));
        KeysMatch<Access, EnumKeyWriter<Access>>(0, Access.Read, Access.Read | Access.Write, (Access)9);
    }

    [Fact]
    public void A_key_that_is_not_a_number_fails_in_the_words_of_System_Text_Json() =>
        Oracle.FailsAlike<Dictionary<double, int>, DictionaryWriter<Dictionary<double, int>, double, int, BuiltInKeyWriter, BuiltInWriter>>(
            new() { [double.NaN] = 1 });

    private static void DictionariesMatch<TDictionary>(params TDictionary[] dictionaries)
        where TDictionary : IEnumerable<KeyValuePair<string, int>> =>
        Oracle.Matches<TDictionary, DictionaryWriter<TDictionary, string, int, BuiltInKeyWriter, BuiltInWriter>>(dictionaries);

    private static void KeysMatch<TKey, TKeyWriter>(params TKey[] keys)
        where TKey : notnull
        where TKeyWriter : struct, IJsonKeyWriter<TKey> =>
        Oracle.Matches<Dictionary<TKey, int>, DictionaryWriter<Dictionary<TKey, int>, TKey, int, TKeyWriter, BuiltInWriter>>(
            keys.ToDictionary(key => key, _ => 1));
}
