namespace Jero.Mapping;

/// <summary>Endpoint metadata: the class that the handler belongs to.</summary>
internal sealed record EndpointClass(Type Type);
