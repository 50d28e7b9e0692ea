using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Parsing;

/// <summary>Collects what the document has that a client cannot do.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    public bool HasErrors => _all.Exists(static finding => finding.IsError);

    public void Error(Pointer pointer, string message) => Add(new Finding(true, pointer.Text, message));

    public void Warn(Pointer pointer, string message) => Add(new Finding(false, pointer.Text, message));

    // A component can be reached by several paths and reports the same each time.
    private void Add(Finding finding)
    {
        if (!_all.Contains(finding))
        {
            _all.Add(finding);
        }
    }
}
