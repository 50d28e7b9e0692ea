using System.ComponentModel;

namespace Jero.Client.Generated;

/// <summary>Collects the fields of a form.</summary>
/// <param name="isMultipart">Whether it is <c>multipart/form-data</c>, which may have files.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiForm(bool isMultipart)
{
    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly List<KeyValuePair<string, Stream>> _files = [];

    /// <summary>Adds a field. Null is left out.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="value">Its value.</param>
    public ApiForm Field(string name, string? value)
    {
        if (value is not null)
        {
            _fields.Add(new(name, value));
        }

        return this;
    }

    /// <summary>Adds a field for each value.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="values">Its values. Null is left out.</param>
    public ApiForm FieldEach(string name, IEnumerable<string?>? values)
    {
        foreach (var value in values ?? [])
        {
            Field(name, value ?? "");
        }

        return this;
    }

    /// <summary>Adds a file. Null is left out.</summary>
    /// <param name="name">The name of the field. It is also the file name if the stream is not that of a file.</param>
    /// <param name="file">A stream that is read while the request is sent, and disposed with it.</param>
    public ApiForm File(string name, Stream? file)
    {
        if (file is not null)
        {
            _files.Add(new(name, file));
        }

        return this;
    }

    /// <summary>Adds a file for each stream.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="files">Its files. Null is left out.</param>
    public ApiForm FileEach(string name, IEnumerable<Stream>? files)
    {
        foreach (var file in files ?? [])
        {
            File(name, file);
        }

        return this;
    }

    internal HttpContent ToContent()
    {
        if (!isMultipart)
        {
            return new FormUrlEncodedContent(_fields);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in _fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, file) in _files)
        {
            content.Add(new StreamContent(file), name, file is FileStream { Name: var path } ? Path.GetFileName(path) : name);
        }

        return content;
    }
}
