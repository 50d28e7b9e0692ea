namespace Follow;

/// <summary>The id of the last event that was printed, in a file or for this run alone.</summary>
internal sealed class Position(string? file)
{
    private string? _id;

    /// <summary>The id; null where nothing has been printed yet.</summary>
    public string? Read() => _id ??= file is not null && File.Exists(file) ? File.ReadAllText(file) : null;

    /// <summary>Keeps an id. Who is killed between the printing and this prints one event twice, and loses none.</summary>
    public void Write(string? id)
    {
        _id = id;
        if (file is not null)
        {
            // Whole or not at all.
            File.WriteAllText($"{file}.new", id);
            File.Move($"{file}.new", file, overwrite: true);
        }
    }
}
