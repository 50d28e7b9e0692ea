using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text;
using Jero;
using Requests.Tests.Table;

namespace Requests.Tests.Validation;

/// <summary>Every kind of value that a rule of lengths counts.</summary>
public sealed class Lengths
{
    [MinLength(1)]
    public List<string>? List { get; set; }

    [MaxLength(2)]
    public HashSet<string>? Set { get; set; }

    [Length(1, 2, ErrorMessage = "One or two.")]
    public IReadOnlyList<int>? Both { get; set; }

    [MinLength(2), MaxLength(3)]
    public string? Text { get; set; }

    [MaxLength(1)]
    public Dictionary<string, int>? Map { get; set; }

    [MinLength(1)]
    public int[]? Array { get; set; }

    [AllowedValues((byte)1, (byte)2)]
    public byte Level { get; set; } = 1;

    [DeniedValues((short)-3)]
    public short Denied { get; set; }
}

[Endpoint("/lengths")]
public sealed partial class LengthsEndpoint
{
    public JSONResponse<string> Post(Lengths lengths) => Echo.Jero(lengths.Level);
}

public sealed class LengthTests(TableApp app) : IClassFixture<TableApp>
{
    [Theory]
    [InlineData("""{"list":["a"],"set":["a","b"],"both":[1,2],"text":"abc","map":{"a":1},"array":[1],"level":2}""", "")]
    [InlineData("{}", "")]
    [InlineData("""{"list":[]}""", "The field List must be a string or array type with a minimum length of '1'.")]
    [InlineData("""{"set":["a","b","c"]}""", "The field Set must be a string or array type with a maximum length of '2'.")]
    [InlineData("""{"both":[]}""", "One or two.")]
    [InlineData("""{"both":[1,2,3]}""", "One or two.")]
    [InlineData("""{"text":"a"}""", "The field Text must be a string or array type with a minimum length of '2'.")]
    [InlineData("""{"text":"abcd"}""", "The field Text must be a string or array type with a maximum length of '3'.")]
    [InlineData("""{"map":{"a":1,"b":2}}""", "The field Map must be a string or array type with a maximum length of '1'.")]
    [InlineData("""{"array":[]}""", "The field Array must be a string or array type with a minimum length of '1'.")]
    [InlineData("""{"level":3}""", "The Level field does not equal any of the values specified in AllowedValuesAttribute.")]
    [InlineData("""{"denied":-3}""", "The Denied field equals one of the values specified in DeniedValuesAttribute.")]
    public async Task A_rule_counts_and_its_constants_keep_their_types(string body, string message)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await app.Client.PostAsync(new Uri("/lengths", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(message.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message.Replace("'", "\\u0027", StringComparison.Ordinal), text.Replace("'", "\\u0027", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
