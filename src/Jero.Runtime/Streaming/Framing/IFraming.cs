using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>
/// Writes one item as the wire has it. Implemented by structs over an item-writer struct, so that the pull loop is compiled for each
/// combination: no interface call an item. Writing nothing skips the item.
/// </summary>
internal interface IFraming<TItem>
{
    void Write(BatchBuffer buffer, TItem item);
}
