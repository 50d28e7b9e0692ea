// The compiler documents every member that has a comment, internal ones too. This keeps those that a user of the package can see.
// jero-documentation LIBRARY DOCUMENTATION OUTPUT
using System.Xml.Linq;
using Jero.Documentation;

if (args is not [var library, var documentation, var output])
{
    Console.Error.WriteLine("Usage: jero-documentation LIBRARY DOCUMENTATION OUTPUT");
    return 1;
}

var visible = VisibleMembers.Of(library);
var document = XDocument.Load(documentation, LoadOptions.PreserveWhitespace);
foreach (var member in document.Descendants("member").Where(member => !visible.Contains(member.Attribute("name")!.Value)).ToList())
{
    // With the line break and the indentation before it.
    if (member.PreviousNode is XText { Value: var text } space && string.IsNullOrWhiteSpace(text)) space.Remove();
    member.Remove();
}

document.Save(output, SaveOptions.DisableFormatting);
return 0;
