namespace Jero.Client.Tool.Model;

/// <summary>What the document has that a client cannot, or can only in part.</summary>
/// <param name="IsError">Whether nothing is written.</param>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901).</param>
/// <param name="Message">What, why, and what becomes of it.</param>
internal sealed record Finding(bool IsError, string Pointer, string Message);
