using System.Runtime.CompilerServices;
using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>One endpoint or type for each thing that generated code does beyond the plain stream, as a user would read it.</summary>
public sealed class FeatureSnapshotTests
{
    [Fact]
    public void A_form_with_a_file() => Match(
        """
        using Microsoft.AspNetCore.Http;

        namespace Shop;

        [Endpoint("/uploads")]
        public sealed partial class UploadsEndpoint
        {
            public JSONResponse<string> Post([FromForm] string title, [FromForm(Name = "tag")] string[] tags, [FromForm] int? year, IFormFile poster) => new(title);
        }
        """);

    [Fact]
    public void A_body_of_JSON() => Match(
        """
        namespace Shop;

        public sealed record Order(string Product, int Count, string? Note = null);

        [Endpoint("/orders/{id:int}")]
        public sealed partial class OrdersEndpoint
        {
            public JSONResponse<Order> Put(int id, Order order) => new(order);
        }
        """);

    [Fact]
    public void A_body_of_items() => Match(
        """
        using System.ComponentModel.DataAnnotations;

        namespace Shop;

        public sealed record Part([property: Range(1, 9)] int Count);

        [Endpoint("/parts")]
        public sealed partial class PartsEndpoint
        {
            public NDJSONStreamingResponse<Part> Post(IAsyncEnumerable<Part> parts) => new(parts);
        }
        """);

    [Fact]
    public void Items_of_each_kind_of_member_that_generated_code_reads() => Match(
        """
        using System.Text.Json.Serialization;

        namespace Shop;

        public enum State { New, Used = 5 }

        [JsonConverter(typeof(JsonStringEnumConverter<Grade>))]
        public enum Grade { Low, High }

        public record struct Size(int Width, int Height = 1);

        public record Part(string Name, State State, Grade? Grade, Size? Size, IReadOnlyList<string?> Notes)
        {
            public required decimal Price { get; init; }

            public bool IsUsed { get; set; } = true;

            public string Title => Name;
        }

        [Endpoint("/parts")]
        public sealed partial class PartsEndpoint
        {
            public Task<JSONResponse<int>> PostAsync(IAsyncEnumerable<Part> parts) => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void A_stream_in_the_form_that_the_client_takes() => Match(
        """
        namespace Shop;

        public sealed record Part(int Count);

        [Endpoint("/parts")]
        public sealed partial class PartsEndpoint
        {
            public StreamedItems<Part> Get() => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void Parameters_of_a_type_of_their_own() => Match(
        """
        using Microsoft.AspNetCore.Http;

        namespace Shop;

        public sealed record Page(int Number = 1, int Size = 20, [property: FromHeader(Name = "X-Order")] string? Order = null);

        [Endpoint("/pages")]
        public sealed partial class PagesEndpoint
        {
            public NDJSONStreamingResponse<int> Get([AsParameters] Page page) => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void Validation_of_parameters_and_of_a_body() => Match(
        """
        using System.ComponentModel.DataAnnotations;

        namespace Shop;

        public sealed record Address([Required, StringLength(80, MinimumLength = 2)] string Street, [RegularExpression("^[0-9]{5}$")] string Code);

        public sealed record Customer([EmailAddress] string Mail, [Length(1, 3)] List<Address> Addresses);

        [Endpoint("/customers")]
        public sealed partial class CustomersEndpoint
        {
            public JSONResponse<string> Post([Range(1, 9)] int priority, Customer customer) => new(customer.Mail);
        }
        """);

    [Fact]
    public void A_union_of_results() => Match(
        """
        using Microsoft.AspNetCore.Http.HttpResults;

        namespace Shop;

        public sealed record Line(string Product, int Count);

        [Endpoint("/lines/{id:int}")]
        public sealed partial class LinesEndpoint
        {
            public async Task<Results<NDJSONStreamingResponse<Line>, SSEResponse<Line>, NotFound>> GetAsync(int id)
            {
                await Task.Yield();
                throw new InvalidOperationException();
            }
        }
        """);

    [Fact]
    public void Variants_told_apart_by_a_discriminator() => Match(
        """
        using System.Text.Json.Serialization;

        namespace Shop;

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Opened), "opened")]
        [JsonDerivedType(typeof(Closed), 2)]
        public abstract record Change(int Id);

        public sealed record Opened(int Id, string By) : Change(Id);

        public sealed record Closed(int Id, Change? Cause) : Change(Id);

        [Endpoint("/changes")]
        public sealed partial class ChangesEndpoint
        {
            public SSEResponse<Change> Get() => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void Members_that_only_an_accessor_reaches() => Match(
        """
        using System.Text.Json.Serialization;

        namespace Shop;

        public sealed class Account
        {
            [JsonConstructor]
            private Account(string owner) => Owner = owner;

            public string Owner { get; }

            [JsonInclude]
            private int Balance { get; set; }

            [JsonInclude]
            internal string? Note { get; init; }
        }

        [Endpoint("/accounts")]
        public sealed partial class AccountsEndpoint
        {
            public NDJSONStreamingResponse<Account> Get() => throw new InvalidOperationException();

            public JSONResponse<Account> Post(Account account) => new(account);
        }
        """);

    [Fact]
    public void Converters_of_a_member_and_of_a_type() => Match(
        """
        using System.Text.Json;
        using System.Text.Json.Serialization;

        namespace Shop;

        [JsonConverter(typeof(MoneyConverter))]
        public readonly record struct Money(decimal Amount);

        public sealed class MoneyConverter : JsonConverter<Money>
        {
            public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetDecimal());

            public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
        }

        public enum State { Open, Closed }

        public sealed record Invoice(Money Total, [property: JsonConverter(typeof(JsonStringEnumConverter<State>))] State State, [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] long Number);

        [Endpoint("/invoices")]
        public sealed partial class InvoicesEndpoint
        {
            public NDJSONStreamingResponse<Invoice> Get() => throw new InvalidOperationException();
        }
        """);

    // What every assembly has is in SnapshotTests.
    private static void Match(string endpoint, [CallerMemberName] string testMethod = "") => Snapshot.Match(
        GeneratorTest.Run(endpoint).Files
            .Where(file => file.Key is not ("JeroJson.g.cs" or "MapJero.g.cs"))
            .ToDictionary(file => file.Key, file => file.Value),
        testMethod: testMethod);
}
