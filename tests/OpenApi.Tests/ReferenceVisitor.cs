using Microsoft.OpenApi;

namespace OpenApi.Tests;

/// <summary>Gathers references, also those in the schemas of items, into which the library's own walker does not go.</summary>
internal sealed class ReferenceVisitor : OpenApiVisitorBase
{
    public List<string> Found { get; } = [];

    public List<string> Dangling { get; } = [];

    public override void Visit(IOpenApiReferenceHolder referenceHolder)
    {
        switch (referenceHolder)
        {
            case OpenApiSchemaReference schema:
                Add(schema.Reference.Id, schema.Target is null);
                break;
            case OpenApiResponseReference response:
                Add(response.Reference.Id, response.Target is null);
                break;
        }
    }

    public void VisitItems(OpenApiDocument document)
    {
        foreach (var mediaType in document.Paths.Values
            .SelectMany(path => path.Operations!.Values)
            .SelectMany(operation => operation.Responses!.Values)
            .SelectMany(response => response.Content?.Values ?? []))
        {
            VisitItem(mediaType.ItemSchema);
        }
    }

    private void VisitItem(IOpenApiSchema? schema)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            Add(reference.Reference.Id, reference.Target is null);
            return;
        }

        foreach (var part in (schema?.OneOf ?? []).Concat(schema?.AnyOf ?? []).Concat(schema?.Properties?.Values ?? [])
            .Append(schema?.Items).Append((schema as IOpenApiSchemaMissingProperties)?.ContentSchema))
        {
            if (part is not null)
            {
                VisitItem(part);
            }
        }
    }

    private void Add(string? id, bool isDangling)
    {
        Found.Add(id!);
        if (isDangling)
        {
            Dangling.Add(id!);
        }
    }
}
