using Jero.Client.Tool.Model;
using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Schemas;

/// <summary>Reads types and formats of the registry (https://spec.openapis.org/registry/format/).</summary>
internal static class ScalarParser
{
    // What .NET's own descriptions say of a TimeSpan.
    private const string ClockPattern = @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";

    /// <summary>The shape; null if the schema is of no single scalar type.</summary>
    public static Shape? Parse(IOpenApiSchema schema) => (schema.Type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.Boolean => new ScalarShape(Scalar.Boolean),
        // A reader that takes numbers in quotes describes both; it is sent none.
        JsonSchemaType.Integer or (JsonSchemaType.Integer | JsonSchemaType.String) => new ScalarShape(Integer(schema.Format)),
        JsonSchemaType.Number or (JsonSchemaType.Number | JsonSchemaType.String) or (JsonSchemaType.Number | JsonSchemaType.Integer) => new ScalarShape(Number(schema.Format)),
        JsonSchemaType.String => new ScalarShape(Text(schema)),
        _ => null,
    };

    private static Scalar Integer(string? format) => format switch
    {
        "int8" => Scalar.Int8,
        "uint8" => Scalar.UInt8,
        "int16" => Scalar.Int16,
        "uint16" => Scalar.UInt16,
        "int32" => Scalar.Int32,
        "uint32" => Scalar.UInt32,
        "uint64" => Scalar.UInt64,
        "decimal" => Scalar.Decimal,
        _ => Scalar.Int64,
    };

    private static Scalar Number(string? format) => format switch
    {
        "float" => Scalar.Single,
        "decimal" or "decimal128" => Scalar.Decimal,
        "double" or "double-int" or null => Scalar.Double,
        _ => Integer(format) is Scalar.Int64 && format != "int64" ? Scalar.Double : Integer(format),
    };

    private static Scalar Text(IOpenApiSchema schema) => schema.Format switch
    {
        "date" => Scalar.Date,
        "date-time" => Scalar.DateTime,
        "time-local" => Scalar.Time,
        "uuid" => Scalar.Uuid,
        "uri" or "uri-reference" => Scalar.Uri,
        "duration" => Scalar.IsoDuration,
        "byte" => Scalar.Base64,
        "binary" => Scalar.File,
        null when schema.Pattern == ClockPattern => Scalar.ClockDuration,
        null when (schema as IOpenApiSchemaMissingProperties)?.ContentEncoding == "base64" => Scalar.Base64,
        _ => Scalar.Text,
    };
}
