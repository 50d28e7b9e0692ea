using Jero.Generated;

namespace Jero.Streaming;

/// <summary>
/// Writes one item in its wire format. Implementations are structs over an item-writer struct, so that the pull loop is compiled for each
/// combination, without an interface call for each item. An implementation that writes nothing skips the item.
/// </summary>
internal interface IFraming<TItem>
{
    /// <summary>
    /// Whether an item may be sent without a copy, by <see cref="BatchBuffer.Borrow"/>. The compiler folds it for each framing.
    /// </summary>
    static virtual bool Borrows => false;

    void Write(BatchBuffer buffer, TItem item);
}
