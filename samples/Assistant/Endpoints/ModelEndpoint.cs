using Assistant.Models;
using Jero;

namespace Assistant;

[Endpoint("/model")]
public sealed partial class ModelEndpoint(IModel model)
{
    /// <summary>Which model answers.</summary>
    public JSONResponse<ModelInfo> Get() => new(new(model.Name, model.Notice));
}

/// <summary>A model.</summary>
/// <param name="Name">Its name; `embedded` is the one that comes with the program.</param>
/// <param name="Notice">What people should know of it.</param>
public sealed record ModelInfo(string Name, string Notice);
