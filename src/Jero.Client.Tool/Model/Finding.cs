namespace Jero.Client.Tool.Model;

/// <summary>Reports what the document has that a client cannot do, or only in part.</summary>
/// <param name="IsError">Whether nothing is written.</param>
/// <param name="Pointer">The place, as a JSON pointer (RFC 6901).</param>
/// <param name="Message">What is wrong, why, and what happens then.</param>
internal sealed record Finding(bool IsError, string Pointer, string Message);
