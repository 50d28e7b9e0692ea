namespace Generator.Tests.Architecture;

internal static class Offences
{
    /// <summary>Fails with every offence on a line of its own; an assertion over a collection would show the first few.</summary>
    public static void AssertNone(IEnumerable<string> offences)
    {
        var all = string.Join('\n', offences.Distinct());
        Assert.True(all.Length == 0, all);
    }
}
