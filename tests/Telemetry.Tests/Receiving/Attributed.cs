namespace Telemetry.Tests.Receiving;

/// <summary>Attributes as every signal of OTLP has them.</summary>
internal static class Attributed
{
    /// <summary>By the fields of opentelemetry/proto/common/v1/common.proto.</summary>
    public static IReadOnlyDictionary<string, object> By(ProtoMessage owner, int field) =>
        owner.Messages(field).ToDictionary(static pair => pair.Text(1), static pair => Value(pair.Messages(2).Single()));

    private static object Value(ProtoMessage value) =>
        value.Has(1) ? value.Text(1) : value.Has(3) ? (long)value.Number(3) : value.Has(4) ? value.Double(4) : value.Number(2) != 0;
}
