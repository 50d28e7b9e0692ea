using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Jero.Generator.Model;

/// <summary>How generated files are called.</summary>
internal static class FileNames
{
    // Together with a folder and an extension it must fit into the 255 bytes of a file name.
    private const int Longest = 180;

    /// <summary>
    /// Returns the file name for a name. Characters that the compiler rejects are written as their codes, and the end of a long name as its
    /// hash.
    /// </summary>
    public static string Of(string name)
    {
        var allowed = string.Concat(name.Select(static character => char.IsLetterOrDigit(character) || character is '.' or '_' or '-'
            ? character.ToString()
            : "-" + ((int)character).ToString("X4", CultureInfo.InvariantCulture)));
        if (Encoding.UTF8.GetByteCount(allowed) <= Longest)
        {
            return allowed + ".g.cs";
        }

        using var hash = SHA256.Create();
        var code = string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(name)).Take(8).Select(static part => part.ToString("x2", CultureInfo.InvariantCulture)));
        return $"{allowed.Substring(0, Math.Min(allowed.Length, Longest / 3))}-{code}.g.cs";
    }
}
