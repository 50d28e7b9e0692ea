using System.Text;
using System.Text.Json;
using Jero.Inspector.Mapping;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Inspector.Endpoints;

[Endpoint("/publications", MapManually = true)]
internal sealed partial class PublicationsEndpoint
{
    /// <summary>Publishes one event to a topic.</summary>
    /// <remarks>
    /// 404: there is no such topic. 422: the item is none of the topic, or the subject or the name cannot be one. 503: the store is
    /// away. 400: the antiforgery token is missing or another user's.
    /// </remarks>
    /// <param name="publication">What is published.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Fires when the client has gone.</param>
    public static async Task<JSONResponse<PublishedEvent>> PostAsync(
        Publication publication, HttpContext http, CancellationToken cancellationToken)
    {
        var app = InspectedApp.Of(http);
        await app.Tokens.RequireAsync(http).ConfigureAwait(false);
        var topic = app.Services.GetServices<ITopic>().FirstOrDefault(topic => topic.Name == publication.Topic)
            ?? throw new ProblemException(StatusCodes.Status404NotFound, $"There is no topic '{publication.Topic}'.");
        try
        {
            var json = Encoding.UTF8.GetBytes(publication.Item);
            var id = await topic
                .PublishJsonAsync(json, NullIfEmpty(publication.Subject), NullIfEmpty(publication.Event), cancellationToken)
                .ConfigureAwait(false);
            var (name, user) = (topic.Name, InspectedApp.UserOf(http));
            InspectorLog.Published(app.Logger, id, name, user);
            return new(new PublishedEvent(id));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new ProblemException(StatusCodes.Status422UnprocessableEntity, exception.Message);
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
