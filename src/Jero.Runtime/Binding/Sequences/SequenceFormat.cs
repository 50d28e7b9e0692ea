namespace Jero.Binding.Sequences;

/// <summary>Specifies how a body holds its items.</summary>
internal enum SequenceFormat
{
    /// <summary>One item on each line: NDJSON and JSON Lines.</summary>
    Lines,

    /// <summary>Each item after a record separator (RFC 7464).</summary>
    Records,

    /// <summary>One JSON array.</summary>
    Array,
}
