using System.ComponentModel;

namespace Jero.Generated;

/// <summary>
/// Appends JSON values to a <see cref="BatchBuffer"/>, byte for byte as System.Text.Json writes them under ASP.NET Core's HTTP
/// JSON defaults (compact, <see cref="System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/>).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonFormat
{
    /// <summary>Appends <c>null</c>.</summary>
    public static void WriteNull(BatchBuffer buffer) => buffer.Write("null"u8);

    /// <summary>Appends a string literal, or <c>null</c>.</summary>
    public static void Write(BatchBuffer buffer, string? value) => throw new NotImplementedException();

    /// <summary>Appends <c>true</c> or <c>false</c>.</summary>
    public static void Write(BatchBuffer buffer, bool value) => throw new NotImplementedException();

    /// <summary>Appends a number.</summary>
    public static void Write(BatchBuffer buffer, int value) => throw new NotImplementedException();
}
