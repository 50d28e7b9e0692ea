using System.Text.Json.Serialization;

namespace Items;

public sealed record Row(long Id, string Name, string? Note, int Year, int Votes, bool IsNew);

public sealed record Movie(string Title, int Year, double Rating);

/// <summary>Twenty properties of the usual types.</summary>
public sealed record Wide(
    int Id, string First, string Last, string? Title, string Street, string City, string? Region, string Country, string Phone, string? Note,
    int Orders, int Visits, long Points, long Spent, double Rating, double Share, decimal Balance, bool IsOpen, bool IsNew, bool? IsKnown);

public sealed record Order(long Id, Address Address, IReadOnlyList<Line> Lines);

public sealed record Address(string Street, string City);

public sealed record Line(string Article, int Quantity, double Price);

/// <summary>Every text has something to escape, or is not ASCII.</summary>
public sealed record Remark(int Id, string Quoted, string Path, string Lines, string Foreign);

/// <summary>One text of 2,000 characters.</summary>
public sealed record Article(int Id, string Text);

public sealed record Booking(int Id, Status Status, DateOnly Day, DateTime Made, DateTimeOffset Arrives, TimeSpan Stay, Guid Key);

public sealed record Invoice(int Id, Status Status, DateOnly Day, DateTime Made, DateTimeOffset Due, Guid Key, decimal Total);

[JsonConverter(typeof(JsonStringEnumConverter<Status>))]
public enum Status
{
    Asked,
    Confirmed,
    Cancelled,
}
