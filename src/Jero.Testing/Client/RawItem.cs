namespace Jero.Testing.Client;

/// <summary>One item before it is read as a type.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Text">The event's data, or the line; empty for bytes.</param>
/// <param name="Bytes">The chunk; null but for bytes.</param>
internal sealed record RawItem(string? Id, string? Event, string Text, byte[]? Bytes)
{
    /// <summary>As messages show it.</summary>
    public override string ToString()
    {
        var id = Id is null ? "" : $"id {Id}: ";
        var name = Event is null ? "" : $"{Event}: ";
        return id + name + (Bytes is null ? Text : Messages.Bytes(Bytes.Length));
    }
}
