using System.Text.RegularExpressions;
using Jero.OpenApi;

namespace Runtime.Tests.OpenApi;

public sealed class EcmaPatternTests
{
    [Theory]
    [InlineData(@"^\d{3}-[a-z]+$", true)]
    [InlineData(@"^(?:a|b)(?=c)(?<year>\d{4})\k<year>$", true)]
    [InlineData(@"^[\w\-.]+\.[^\]]$", true)]
    [InlineData(@"a{2,}?", true)]
    [InlineData(@"\x41\u0041", true)]
    [InlineData(@"(?i)^[a-z]{2}\Z", false)]
    [InlineData(@"(?i:a)", false)]
    [InlineData(@"^\Aa\z", false)]
    [InlineData(@"\p{L}+", false)]
    [InlineData(@"[a-z-[aeiou]]", false)]
    [InlineData(@"(?>a+)", false)]
    [InlineData(@"(?#why)a", false)]
    [InlineData(@"(?<open-close>a)", false)]
    [InlineData(@"(?'name'a)", false)]
    [InlineData(@"^[[a-z]]{2}$", false)]
    [InlineData(@"a{x}", false)]
    [InlineData(@"a}", false)]
    [InlineData(@"\_", false)]
    [InlineData(@"[]a]", false)]
    [InlineData(@"a\", false)]
    [InlineData(@"[a", false)]
    public void What_only_one_of_both_understands_is_no_pattern(string pattern, bool expected) => Assert.Equal(expected, EcmaPattern.Is(pattern));

    [Theory]
    [InlineData(@"^\d+$", @"^\d+$")]
    [InlineData(@"^[a-f]{2}x$", @"^[a-fA-F]{2}[xX]$")]
    [InlineData(@"^[^aZ_0-9]\w\x4a$", @"^[^aAzZ_0-9]\w\x4a$")]
    [InlineData(@"(?<key>a)b", @"(?<key>[aA])[bB]")]
    [InlineData(@"(?:b)(?=c)(?!d)(?<!e)", @"(?:[bB])(?=[cC])(?![dD])(?<![eE])")]
    public void A_pattern_says_that_letters_are_matched_in_any_case(string pattern, string expected)
    {
        Assert.Equal(expected, EcmaPattern.IgnoringCase(pattern));
        var (ours, theirs) = (new Regex(EcmaPattern.IgnoringCase(pattern)), new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
        foreach (var text in new[] { "12", "abx", "ABX", "fFX", "aa", "aA", "xaJ", "qJJ", "bc", "BC", "" })
        {
            Assert.Equal(theirs.IsMatch(text), ours.IsMatch(text));
        }
    }
}
