using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Generator.Tests.Differential;

/// <summary>Fills values of any type of the table, by reflection. The same seed gives the same values.</summary>
internal sealed class RandomValues(int seed)
{
    private static readonly string[] Texts =
        ["", "a", "\"\\/\n\0\u001f", "é😀日本\u2028\u2029", "\ud800", "x\udc00y", "<>&'+", new('a', 300), new('"', 40), "plain text with spaces"];

    private readonly Random _random = new(seed);

    public Array Many(Type type, int count)
    {
        var values = Array.CreateInstance(type, count);
        for (var i = 0; i < count; i++)
        {
            values.SetValue(Of(type, depth: 0), i);
        }

        return values;
    }

    private object? Of(Type type, int depth)
    {
        // Also where the annotation says never: nothing checks it when the program runs.
        if ((!type.IsValueType || Nullable.GetUnderlyingType(type) is not null) && _random.Next(6) == 0)
        {
            return null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? Enum.ToObject(type, Pick<int>(0, 5, 100, 77))
            : Scalar(type) ?? (type.IsAssignableTo(typeof(IEnumerable)) ? Collection(type, depth) : Instance(type, depth));
    }

    private object? Scalar(Type type) => type switch
    {
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(sbyte) => Pick<sbyte>(sbyte.MinValue, (sbyte)0, sbyte.MaxValue),
        _ when type == typeof(byte) => (byte)_random.Next(256),
        _ when type == typeof(short) => (short)_random.Next(short.MinValue, short.MaxValue + 1),
        _ when type == typeof(ushort) => (ushort)_random.Next(ushort.MaxValue + 1),
        _ when type == typeof(int) => Pick(int.MinValue, 0, _random.Next(), -_random.Next(100), int.MaxValue),
        _ when type == typeof(uint) => (uint)_random.NextInt64(uint.MaxValue + 1L),
        _ when type == typeof(long) => Pick<long>(long.MinValue, 0, _random.NextInt64(), long.MaxValue),
        _ when type == typeof(ulong) => Pick(ulong.MinValue, (ulong)_random.NextInt64(), ulong.MaxValue),
        _ when type == typeof(Int128) => Pick<Int128>(Int128.MinValue, 0, _random.NextInt64()),
        _ when type == typeof(UInt128) => Pick<UInt128>(UInt128.MaxValue, 0, (UInt128)_random.NextInt64()),
        _ when type == typeof(float) => Pick(0f, -0f, float.Epsilon, float.MaxValue, _random.NextSingle()),
        _ when type == typeof(double) => Pick<double>(0, -0.0, double.Epsilon, double.MinValue, _random.NextDouble(), Math.Round(_random.NextDouble() * 1000, 2)),
        _ when type == typeof(Half) => Pick(Half.Zero, Half.NegativeZero, Half.Epsilon, (Half)_random.NextSingle()),
        _ when type == typeof(decimal) => new decimal(_random.Next(), _random.Next(), _random.Next(), _random.Next(2) == 0, (byte)_random.Next(29)),
        _ when type == typeof(char) => (char)Pick<int>('a', '"', '\0', '\u2028', _random.Next(0xd800), 0xd800),
        _ when type == typeof(string) => Pick(Texts),
        _ when type == typeof(DateTime) => new DateTime(_random.NextInt64(DateTime.MaxValue.Ticks), (DateTimeKind)_random.Next(3)),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(_random.NextInt64(DateTime.MaxValue.Ticks / 2) + TimeSpan.TicksPerDay, TimeSpan.FromMinutes(_random.Next(-840, 841))),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber)),
        _ when type == typeof(TimeOnly) => new TimeOnly(_random.NextInt64(TimeOnly.MaxValue.Ticks)),
        _ when type == typeof(TimeSpan) => new TimeSpan(Pick<long>(0, long.MinValue, long.MaxValue, _random.NextInt64(), -_random.Next())),
        _ when type == typeof(Guid) => new Guid(Bytes(16)),
        _ when type == typeof(Uri) => Pick(new Uri("https://example.org/ä b?q=\"x\""), new Uri("/relative", UriKind.Relative)),
        _ when type == typeof(Version) => Pick(new Version(1, 2), new Version(1, 2, 3, 4)),
        _ when type == typeof(byte[]) => Bytes(_random.Next(40)),
        _ => null,
    };

    private object Collection(Type type, int depth)
    {
        var arguments = type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
        var count = depth > 3 ? 0 : _random.Next(4);
        if (arguments.Length == 2)
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            for (var i = 0; i < count; i++)
            {
                object? key;
                do
                {
                    key = Of(arguments[0], depth + 1);
                }
                while (key is null);
                map[key] = Of(arguments[1], depth + 1);
            }

            return As(type, map, typeof(ImmutableDictionary), nameof(ImmutableDictionary.CreateRange), arguments);
        }

        var items = Array.CreateInstance(arguments[0], count);
        for (var i = 0; i < count; i++)
        {
            items.SetValue(Of(arguments[0], depth + 1), i);
        }

        var factory = type.Name.StartsWith("ImmutableArray", StringComparison.Ordinal) ? typeof(ImmutableArray) : typeof(ImmutableList);
        return As(type, items, factory, nameof(ImmutableArray.CreateRange), arguments);
    }

    private static object As(Type type, object items, Type immutable, string create, Type[] arguments) =>
        type.IsInstanceOfType(items) ? items
        : type.Namespace != "System.Collections.Immutable" ? Activator.CreateInstance(type, items)!
        : immutable.GetMethods()
            .Single(method => method.Name == create && method.GetParameters() is [{ ParameterType.Name: "IEnumerable`1" }])
            .MakeGenericMethod(arguments)
            .Invoke(null, [items])!;

    private object Instance(Type type, int depth)
    {
        type = type.IsInterface ? type.Assembly.GetType(type.FullName + "Made", throwOnError: true)! : type;
        var constructor = type.GetConstructors().OrderByDescending(part => part.GetParameters().Length).FirstOrDefault();
        var instance = constructor is null
            ? Activator.CreateInstance(type, nonPublic: true)!
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, depth + 1))]);
        for (var part = type; part != typeof(object) && part != typeof(ValueType); part = part.BaseType!)
        {
            const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (var property in part.GetProperties(Own).Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0))
            {
                property.SetValue(instance, Of(property.PropertyType, depth + 1));
            }
        }

        return instance;
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
