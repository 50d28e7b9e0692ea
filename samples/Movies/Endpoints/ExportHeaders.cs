namespace Movies;

/// <summary>The headers of an export.</summary>
/// <param name="XExportVersion">Version of the format.</param>
/// <param name="ContentDisposition">The name under which a browser saves it.</param>
public sealed record ExportHeaders(int XExportVersion, string ContentDisposition);
