namespace Jero.Testing.Client;

/// <summary>Represents one item before it is read as a type.</summary>
/// <param name="Id">The id of the event.</param>
/// <param name="Event">The name of the event.</param>
/// <param name="Text">The data of the event, or the line. It is empty for bytes.</param>
/// <param name="Bytes">The chunk; null except for bytes.</param>
internal sealed record RawItem(string? Id, string? Event, string Text, byte[]? Bytes)
{
    /// <summary>Returns the item as messages show it.</summary>
    public override string ToString()
    {
        var id = Id is null ? "" : $"id {Id}: ";
        var name = Event is null ? "" : $"{Event}: ";
        return id + name + (Bytes is null ? Text : Messages.Bytes(Bytes.Length));
    }
}
