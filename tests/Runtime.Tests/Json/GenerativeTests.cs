using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Corpus;
using CsCheck;
using Jero.Generated;

namespace Jero.Tests.Json;

/// <summary>
/// Random values of composite types through the generated writer and metadata, against JsonSerializer by reflection. A failure prints
/// its seed; set CsCheck_Seed to run it again.
/// </summary>
public sealed class GenerativeTests
{
    private const int Cases = 3_000;

    private static readonly JsonSerializerOptions Generated = new(Oracle.Options) { TypeInfoResolver = JeroJson.Resolver };

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char[' ', '~'].Array[0, 40].Select(characters => new string(characters)),
        Gen.Char['\0', '\uffff'].Array[0, 20].Select(characters => new string(characters)),
        Gen.Char['\ud700', '\ue100'].Array[0, 6].Select(characters => new string(characters)));

    private static readonly Gen<string?> MaybeText = Maybe(Text);

    private static readonly Gen<double> Double = Gen.OneOf(
        Gen.Long.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite),
        Gen.Int[-100_000, 100_000].Select(number => number / 100.0));

    private static readonly Gen<decimal> Decimal = Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Bool, Gen.Int[0, 28])
        .Select((low, middle, high, isNegative, scale) => new decimal(low, middle, high, isNegative, (byte)scale));

    private static readonly Gen<DateTime> Moment = Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks], Gen.Int[0, 2])
        .Select((ticks, kind) => new DateTime(ticks, (DateTimeKind)kind));

    private static readonly Gen<Box> SomeBox = Gen.Select(Gen.Int, MaybeText).Select((id, name) => new Box(id, name));

    private static readonly Gen<Season> SomeSeason = Gen.Int[-1, 41].Select(value => (Season)value);

    [Fact]
    public void Integers() => Check<LargeIntegers, JeroJson.Corpus_LargeIntegers>(
        Gen.Select(Gen.Int, Gen.UInt, Gen.Long, Gen.ULong).Select((a, b, c, d) => new LargeIntegers(a, b, c, d)));

    [Fact]
    public void Doubles() => Check<Doubles, JeroJson.Corpus_Doubles>(
        Gen.Select(Double, MaybeValue(Double), Double.Array[0, 4]).Select((a, b, c) => new Doubles(a, b, c)));

    [Fact]
    public void Floats() => Check<Floats, JeroJson.Corpus_Floats>(
        Gen.Int.Select(BitConverter.Int32BitsToSingle).Where(float.IsFinite).Select(value => new Floats(value, null, [-value])));

    [Fact]
    public void Decimals() => Check<Decimals, JeroJson.Corpus_Decimals>(
        Gen.Select(Decimal, MaybeValue(Decimal), Decimal.List[0, 4]).Select((a, b, c) => new Decimals(a, b, c)));

    [Fact]
    public void Texts() => Check<Texts, JeroJson.Corpus_Texts>(Gen.Select(Text, MaybeText).Select((a, b) => new Texts(a, b)));

    [Fact]
    public void Moments() => Check<Moments, JeroJson.Corpus_Moments>(
        Gen.Select(Moment, MaybeValue(Moment)).Select((a, b) => new Moments(a, b)));

    [Fact]
    public void Offsets() => Check<OffsetMoments, JeroJson.Corpus_OffsetMoments>(
        Gen.Select(Gen.Long[TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-840, 840])
            .Select((ticks, minutes) => new OffsetMoments(new(ticks, TimeSpan.FromMinutes(minutes)), null)));

    [Fact]
    public void Durations() => Check<Durations, JeroJson.Corpus_Durations>(
        Gen.Long.Select(ticks => new Durations(new TimeSpan(ticks), new TimeSpan(ticks % TimeSpan.TicksPerDay))));

    [Fact]
    public void Bytes() => Check<ByteArrays, JeroJson.Corpus_ByteArrays>(
        Gen.Byte.Array[0, 100].Array[0, 3].Select(many => new ByteArrays(many.FirstOrDefault() ?? [], many.LastOrDefault(), many)));

    [Fact]
    public void Enums() => Check<NamedEnums, JeroJson.Corpus_NamedEnums>(
        Gen.Select(SomeSeason, MaybeValue(SomeSeason), SomeSeason.List[0, 3], Gen.Byte, Gen.ULong)
            .Select((a, b, c, d, e) => new NamedEnums(a, b, c, (Toppings)d, [(Toppings)d, null], (Zeroless)e)));

    [Fact]
    public void Objects_in_collections() => Check<Boxes, JeroJson.Corpus_Boxes>(
        Gen.Select(SomeBox.Array[0, 3], Maybe(SomeBox).List[0, 3], Maybe(Maybe(SomeBox).Array[0, 2]).Array[0, 2])
            .Select((a, b, c) => new Boxes(a, b, a.Where(box => box.Id > 0), [.. a], new(b), c)));

    [Fact]
    public void Dictionaries() => Check<StringDictionaries, JeroJson.Corpus_StringDictionaries>(
        Gen.Select(Gen.Dictionary(Text, Gen.Int)[0, 4], Gen.Dictionary(Text, MaybeText)[0, 4], Gen.Dictionary(Text, Maybe(Maybe(SomeBox).List[0, 2]))[0, 3])
            .Select((a, b, c) => new StringDictionaries { Dictionary = a, Interface = b, Nested = new() { ["n"] = c }, Sorted = new(a, StringComparer.Ordinal) }));

    [Fact]
    public void Members_that_may_be_left_out() => Check<Sparse, JeroJson.Corpus_Sparse>(
        Gen.Select(MaybeText, MaybeText, Gen.Int[0, 2]).Select((a, b, c) => new Sparse(a, b, c)));

    [Fact]
    public void Trees() => Check<Tree, JeroJson.Corpus_Tree>(SomeTree(4));

    [Fact]
    public void Variants() => Check<Figure, JeroJson.Corpus_Figure>(SomeFigure(3));

    private static Gen<Tree> SomeTree(int depth) => depth == 0
        ? Text.Select(name => new Tree(name, null, null))
        : Gen.Select(Text, Maybe(SomeTree(depth - 1)), Maybe(SomeTree(depth - 1)), Maybe(SomeTree(0)).List[0, 2])
            .Select((name, left, right, children) => new Tree(name, left, right) { Children = children });

    private static Gen<Figure> SomeFigure(int depth)
    {
        var flat = Gen.OneOf(
            Gen.Select(Double, Text).Select(Figure (radius, name) => new Circle { Radius = radius, Name = name }),
            Double.Select(Figure (side) => new Square { Side = side }));
        return depth == 0 ? flat : Gen.OneOf(flat, Maybe(SomeFigure(depth - 1)).List[0, 3].Select(Figure (figures) => new Group { Figures = figures }));
    }

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : class => Gen.Select(values, Gen.Int[0, 3]).Select(T? (value, chance) => chance == 0 ? null : value);

    private static Gen<T?> MaybeValue<T>(Gen<T> values)
        where T : struct => Gen.Select(values, Gen.Int[0, 3]).Select(T? (value, chance) => chance == 0 ? null : value);

    private static void Check<T, TWriter>(Gen<T> values)
        where TWriter : struct, IJsonWriter<T>
    {
        var typeInfo = (JsonTypeInfo<T>)Generated.GetTypeInfo(typeof(T));
        values.Sample(
            value =>
            {
                var expected = JsonSerializer.SerializeToUtf8Bytes(value, Oracle.Options);
                using var buffer = new BatchBuffer();
                default(TWriter).Write(buffer, value);
                AssertSame(expected, buffer.WrittenMemory.Span);
                AssertSame(expected, JsonSerializer.SerializeToUtf8Bytes(value, typeInfo));
                AssertSame(
                    JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<T>(expected, Oracle.Options), Oracle.Options),
                    JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(expected, typeInfo), Oracle.Options));
            },
            iter: Cases);
    }

    // The text is made only to be read in a failure.
    private static void AssertSame(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(actual));
            Assert.Fail("Same text, other bytes.");
        }
    }
}
