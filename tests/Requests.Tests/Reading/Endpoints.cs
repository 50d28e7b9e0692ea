using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Requests.Tests.Reading;

[Endpoint("/reading/collections")]
public sealed partial class CollectionsEndpoint
{
    public JSONResponse<string> Post(Collections collections) => Echo.Jero(collections.Nulls);
}

[Endpoint("/reading/members")]
public sealed partial class MembersEndpoint
{
    public JSONResponse<string> Post(Members members) => Echo.Jero(members.Allowed, members.Nullable);
}

[Endpoint("/reading/person")]
public sealed partial class PersonEndpoint
{
    public JSONResponse<string> Post(Person person) => Echo.Jero(person.Name, person.Age, person.Note, person.Title, person.Kind);
}

[Endpoint("/reading/page")]
public sealed partial class PageEndpoint
{
    public JSONResponse<string> Post(Page<string> page) => Echo.Jero(page.Item, page.Items, page.Maybe);

    public JSONResponse<string> Put(Page<int> page) => Echo.Jero(page.Item, page.Items, page.Maybe);
}

/// <summary>One type at run time, once with null and once without: null is taken.</summary>
[Endpoint("/reading/crate")]
public sealed partial class CrateEndpoint
{
    public JSONResponse<string> Post(Crate<string> crate) => Echo.Jero(crate.Item);

    public JSONResponse<string> Put(Crate<string?> crate) => Echo.Jero(crate.Item);
}

[Endpoint("/reading/tree")]
public sealed partial class TreeEndpoint
{
    public JSONResponse<string> Post(Tree tree) => Echo.Jero(tree.Name);
}

[Endpoint("/reading/pairs")]
public sealed partial class PairsEndpoint
{
    public JSONResponse<string> Post(Pairs pairs) => Echo.Jero(pairs.All.Count);
}

[Endpoint("/reading/animal")]
public sealed partial class AnimalEndpoint
{
    public JSONResponse<string> Post(Animal animal) => Echo.Jero(animal.Name);
}

[Endpoint("/reading/oblivious")]
public sealed partial class ObliviousEndpoint
{
    public JSONResponse<string> Post(Oblivious oblivious) => Echo.Jero(oblivious.Name);
}

[Endpoint("/reading/optional")]
public sealed partial class OptionalEndpoint
{
    public JSONResponse<string> Post([FromBody] Named? named) => Echo.Jero(named?.Name);

    public JSONResponse<string> Put([FromBody] Dictionary<string, string?[]> texts) => Echo.Jero(texts.Count);
}

[Endpoint("/reading/spots")]
public sealed partial class SpotsEndpoint
{
    public JSONResponse<string> Post(List<Spot> spots) => Echo.Jero(spots.Count);
}
