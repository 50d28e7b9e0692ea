using System.Text.Json.Serialization;

namespace Jero.Inspector.Views;

/// <summary>What open streams are sorted by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StreamOrder>))]
internal enum StreamOrder
{
    /// <summary>The order in which they were opened.</summary>
    Id,

    /// <summary>The route.</summary>
    Route,

    /// <summary>The user.</summary>
    User,

    /// <summary>How long they have been open.</summary>
    Age,

    /// <summary>The items that were sent.</summary>
    Items,

    /// <summary>The bytes that were sent.</summary>
    Bytes,

    /// <summary>The items of a second.</summary>
    Rate,

    /// <summary>How long ago the last item was sent.</summary>
    LastItem,

    /// <summary>What they do.</summary>
    Activity,
}
