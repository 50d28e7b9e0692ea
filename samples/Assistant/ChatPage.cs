namespace Assistant;

/// <summary>The chat page, which is what wwwroot has.</summary>
internal static class ChatPage
{
    // What the page consists of comes from here, and nothing else does: what a model says is text to it, and could load nothing.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseChatPage(this IApplicationBuilder app)
    {
        var options = new FileServerOptions();
        options.StaticFileOptions.OnPrepareResponse = static file =>
            file.Context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        app.UseFileServer(options);
    }
}
