namespace Jero.Binding.Sequences;

/// <summary>How a body holds its items.</summary>
internal enum SequenceFormat
{
    /// <summary>One a line: NDJSON and JSON Lines.</summary>
    Lines,

    /// <summary>Each after a record separator (RFC 7464).</summary>
    Records,

    /// <summary>One array of JSON.</summary>
    Array,
}
