namespace Jero.Mapping;

/// <summary>Names, as endpoint metadata, the class that the handler belongs to.</summary>
internal sealed record EndpointClass(Type Type);
