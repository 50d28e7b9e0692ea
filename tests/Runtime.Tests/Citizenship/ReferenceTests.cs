using Jero;

namespace Runtime.Tests.Citizenship;

/// <summary>
/// What Jero references is in every native binary. A library with a reference to MVC also makes the web SDK add an attribute of MVC's to
/// each app that uses it.
/// </summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.Mvc")]
    [InlineData("Microsoft.AspNetCore.Antiforgery")]
    public void Jero_does_without(string assembly)
    {
        var references = typeof(JeroOptions).Assembly.GetReferencedAssemblies().Select(static reference => reference.Name!).ToList();
        Assert.Contains("Microsoft.AspNetCore.Routing", references);
        Assert.DoesNotContain(references, name => name.StartsWith(assembly, StringComparison.Ordinal));
    }
}
