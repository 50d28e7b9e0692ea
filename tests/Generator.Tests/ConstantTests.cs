using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>Constants of every kind, wherever generated code repeats one: defaults, keys of services, arguments of attributes.</summary>
public sealed class ConstantTests
{
    private const string Types =
        """
        using System.ComponentModel.DataAnnotations;
        using Microsoft.Extensions.DependencyInjection;
        public enum E { A, B = 5 }
        public enum @enum : byte { @class = 3 }
        [Flags] public enum F : ulong { X = 1, Y = 0x8000000000000000 }
        public enum S : long { N = long.MinValue }
        public struct P { public static bool TryParse(string? s, IFormatProvider? p, out P r) { r = default; return true; } }

        """;

    [Theory]
    [InlineData("char a = '\\'', char b = '\\u0000', char c = '\\ud800', char d = '\\\\', char? e = 'x'")]
    [InlineData("decimal a = 1.50m, decimal b = decimal.MaxValue, decimal c = decimal.MinValue, decimal? d = 5")]
    [InlineData("E a = E.B, E b = (E)77, E c = (E)(-1), @enum d = @enum.@class, F e = F.Y | F.X, S f = S.N, E? g = E.B, E? h = null")]
    [InlineData("float a = float.NaN, float b = float.NegativeInfinity, double c = double.PositiveInfinity, double d = -0.0, double e = double.Epsilon, float f = float.MaxValue, float? g = float.NaN")]
    [InlineData("string a = \"x\\u0000\\\"\\\\{}\\r\\n\\u2028\\ud800\", string b = \"\\\"\\\"\\\"\", string? c = null, string d = nameof(E) + \"x\"")]
    [InlineData("P a = default, P b = new(), P? c = null, DateTime d = default, Guid e = new Guid()")]
    [InlineData("int a = int.MinValue, long b = long.MinValue, byte c = 255, sbyte d = -128, short e = -5, ushort f = 5, uint g = uint.MaxValue, ulong h = ulong.MaxValue, nint i = -5, nuint j = 5, bool k = true, bool? l = null, byte? m = 5")]
    [InlineData("[System.Runtime.InteropServices.Optional] int a, [System.Runtime.InteropServices.Optional, System.Runtime.InteropServices.DefaultParameterValue(5)] int b, [System.Runtime.InteropServices.Optional, System.Runtime.CompilerServices.DateTimeConstant(5)] DateTime c")]
    [InlineData("IServiceProvider? a = null, IServiceProvider b = null!, CancellationToken c = default")]
    public void DefaultsOfParameters(string parameters) =>
        GeneratorTest.Run($"{Types}[Endpoint(\"/a\")] public partial class A {{ public StreamingResponse Get({parameters}) => null!; }}");

    [Theory]
    [InlineData("\"x\\\"\\r\\n\\u2028\"")]
    [InlineData("5")]
    [InlineData("(byte)5")]
    [InlineData("'x'")]
    [InlineData("5.5f")]
    [InlineData("double.NaN")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("E.B")]
    [InlineData("(E)77")]
    [InlineData("typeof(List<>)")]
    [InlineData("typeof(Dictionary<,>.Enumerator)")]
    [InlineData("typeof((int, string))")]
    [InlineData("typeof(void)")]
    [InlineData("new[] { 1, 2 }")]
    [InlineData("new object?[] { null, \"a\", typeof(int) }")]
    public void KeysOfServices(string key) => GeneratorTest.Run(
        $"{Types}[Endpoint(\"/a\")] public partial class A([FromKeyedServices({key})] IServiceProvider a) {{ public StreamingResponse Get([FromKeyedServices({key})] IServiceProvider b) => a is null ? null! : null!; }}");

    [Fact]
    public void ArgumentsOfAttributes() => GeneratorTest.Run(
        Types +
        """
        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
        internal class OddAttribute : ValidationAttribute
        {
            public OddAttribute(Type? t, int[]? a, object? o, params object?[]? p) { }
            public Type[]? Types { get; set; }
            public DayOfWeek Day { get; set; }
            public string? Field;
        }
        public class Body
        {
            [Odd(typeof(List<>), new[] { 1, 2 }, nameof(Body), 'x', null, typeof(int), (byte)1, DayOfWeek.Friday, 5.5f, Types = new[] { typeof(int), typeof(Dictionary<,>) }, Day = (DayOfWeek)99, Field = "\"\"\"\u2028", ErrorMessage = "x{0}")]
            public int X { get; set; }
        }
        [Odd(null, null, null, null), Odd(typeof(void), new int[0], new object[] { 1, new[] { "a" } })]
        [Endpoint("/a")] public partial class A
        {
            public JSONResponse<int> Post(Body b, [Odd(null, null, null, null)] int q, [Odd(typeof(void), new int[0], new object[] { 1, new[] { "a" } })] int z) => null!;
        }
        """);
}
