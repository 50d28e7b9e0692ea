namespace Jero.Generator.Model;

/// <summary>A fault of the generator's own.</summary>
/// <param name="Name">The class or definition that it is about, or the step where it is about all of them.</param>
/// <param name="Exception">The type of what was thrown.</param>
/// <param name="Message">Its message.</param>
internal sealed record Fault(string Name, string Exception, string Message);

/// <summary>A value, or why there is none.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Value">The value; nothing where there is a fault.</param>
/// <param name="Fault">Why there is none.</param>
internal sealed record Attempt<T>(string Name, T? Value, Fault? Fault);

/// <summary>A generated file.</summary>
internal sealed record GeneratedFile(string HintName, string Text);

/// <summary>Lists what is left out because of a fault. In most assemblies it is empty.</summary>
/// <param name="Everything">Whether every file needs what failed.</param>
/// <param name="Names">Endpoint classes, and definitions that no other class reaches.</param>
internal sealed record Omission(bool Everything, EquatableArray<string> Names)
{
    /// <summary>Whether the file of that class or definition is left out.</summary>
    public bool Has(string name) => Everything || Names.Contains(name);
}
