namespace Inspector.Tests.App;

/// <summary>Texts that would be markup or script wherever one is taken for such.</summary>
internal static class Hostile
{
    public const string Markup = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=2</script>";

    public static readonly string[] Texts =
    [
        Markup,
        "\"><svg onload=window.pwned=3>",
        "'-(window.pwned=4)-'",
        "javascript:window.pwned=5",
        "</pre></textarea></title><iframe srcdoc=\"<script>parent.pwned=6</script>\">",
        "{{constructor.constructor('window.pwned=7')()}}",
        "\u202Egnp.exe\u0000\u2028",
    ];
}
