using Jero.Generated;

namespace Jero.Streaming;

/// <summary>
/// Writes one item as the wire has it. Implemented by structs over an item-writer struct, so that the pull loop is compiled for each
/// combination: no interface call an item. Writing nothing skips the item.
/// </summary>
internal interface IFraming<TItem>
{
    /// <summary>Whether an item may be sent from where it is, by <see cref="BatchBuffer.Borrow"/>. Settled for each framing when it is compiled.</summary>
    static virtual bool Borrows => false;

    void Write(BatchBuffer buffer, TItem item);
}
