using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Jero;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Requests.Tests.Validation;

public sealed class EvenAttribute : ValidationAttribute
{
    public int Not { get; set; }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is int number && number % 2 == 0 && number != Not ? ValidationResult.Success : new ValidationResult($"{validationContext.DisplayName} is not even.");
}

[JsonDerivedType(typeof(Discount), "discount")]
public record Rule([Range(1, 10)] int Weight);

public sealed record Discount(int Weight, [property: Range(0.0, 1.0)] double Rate) : Rule(Weight);

public sealed record Basket([MinLength(2)] string Name, [Range(1, 5)] int Count, List<Item> Items, Rule? Rule = null) : IValidatableObject
{
    [EmailAddress, Display(Name = "e-mail address")]
    public string? Email { get; init; }

    public Item? First { get; init; }

    public Secret? Secret { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Count < Items.Count)
        {
            yield return new ValidationResult("Count is too small.", [nameof(Count)]);
        }
    }
}

public sealed class Item
{
    [Required, StringLength(5)]
    public required string Product { get; set; }

    [Even(Not = 4)]
    public int Pairs { get; set; }

    public Item[]? Parts { get; set; }
}

public sealed class Secret
{
    public string? Word { get; set; }

    [Compare(nameof(Word))]
    public string? Again { get; set; }
}

public sealed record Search([Range(1, 9)] int Page, [property: RegularExpression("^[a-z]+$")] string? Word = null);

[Endpoint("/checked/baskets")]
public sealed partial class BasketsEndpoint
{
    public JSONResponse<string> Post(Basket basket) => Echo.Jero(basket.Name);

    public JSONResponse<string> Put(Item[] items) => Echo.Jero(items.Length);
}

[Endpoint("/checked/values/{id}")]
public sealed partial class ValuesEndpoint
{
    public JSONResponse<string> Get(
        [Range(10, 20)] int id,
        [Required, MaxLength(3), Display(Name = "the letters")] string? letters,
        [Even, FromHeader(Name = "X-Even")] int? even = 2) => Echo.Jero(id, letters, even);
}

[Endpoint("/checked/search")]
public sealed partial class SearchEndpoint
{
    public JSONResponse<string> Get([AsParameters] Search search) => Echo.Jero(search.Page, search.Word);
}

[Endpoint("/unchecked")]
public sealed partial class UncheckedEndpoint
{
    public JSONResponse<string> Get([Range(1, 2)] int n) => Echo.Jero(n);
}
