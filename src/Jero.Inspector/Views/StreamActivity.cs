using System.Text.Json.Serialization;

namespace Jero.Inspector.Views;

/// <summary>What a stream does at a moment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StreamActivity>))]
internal enum StreamActivity
{
    /// <summary>It sets up: its response has not begun.</summary>
    Opening,

    /// <summary>It writes what has come.</summary>
    Sending,

    /// <summary>It waits for the next item of its source.</summary>
    WaitingForSource,

    /// <summary>It waits for its client to take what was sent.</summary>
    WaitingForClient,

    /// <summary>Its source is disposed.</summary>
    TearingDown,
}
