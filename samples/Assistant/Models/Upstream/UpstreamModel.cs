using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using OpenAI;
using OpenAI.Chat;

namespace Assistant.Models.Upstream;

/// <summary>A model behind the chat completions API of OpenAI, or of any server that speaks it.</summary>
public sealed partial class UpstreamModel : IModel, IDisposable
{
    private static readonly SystemChatMessage Instructions = new("Answer briefly, in plain text without markup.");

    private readonly UpstreamSettings _settings;
    private readonly ILogger<UpstreamModel> _logger;
    private readonly HttpClient _http;
    private readonly ChatClient _client;

    /// <summary>Makes the client; nothing is sent yet.</summary>
    public UpstreamModel(UpstreamSettings settings, ILogger<UpstreamModel> logger)
    {
        _settings = settings;
        _logger = logger;
        // Without a limit of 0 the handler reads on for up to two seconds, tokens that somebody pays for, to save the connection.
        _http = new HttpClient(new SocketsHttpHandler { MaxResponseDrainSize = 0, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        _client = new ChatClient(settings.Model, new ApiKeyCredential(settings.Key), new OpenAIClientOptions
        {
            Endpoint = settings.BaseUrl,
            Transport = new HttpClientPipelineTransport(_http),
            // Whether and when to ask again is for the client to decide, which is told of Retry-After.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = System.Threading.Timeout.InfiniteTimeSpan,
        });
    }

    /// <inheritdoc/>
    public string Name => _settings.Model;

    /// <inheritdoc/>
    public string Notice => $"Answers come from {_settings.Model} at {_settings.BaseUrl.Authority}.";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Chunk> AnswerAsync(
        Question question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var updates = _client
            .CompleteChatStreamingAsync(Conversation(question), cancellationToken: patience.Token)
            .GetAsyncEnumerator(patience.Token);
        var end = new AnswerEnd(_settings.Model);
        var hasBegun = false;
        UpstreamException? failure = null;

        patience.CancelAfter(_settings.Timeout);
        while (true)
        {
            Chunk? chunk;
            try
            {
                if (!await updates.MoveNextAsync()) break;
                chunk = end.Read(updates.Current);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(_settings.BaseUrl, exception.Message);
                failure = patience.IsCancellationRequested
                    ? UpstreamException.TimedOut(_settings.Timeout)
                    : UpstreamException.From(exception);
                break;
            }

            // A server that sends on and on without a word has not begun to answer.
            if (chunk is null) continue;
            // While the client takes its time, nobody waits for the model.
            patience.CancelAfter(System.Threading.Timeout.InfiniteTimeSpan);
            hasBegun = true;
            yield return chunk;
            patience.CancelAfter(_settings.Timeout);
        }

        if (failure is null && end.Done is null) failure = UpstreamException.EndedEarly();
        if (failure is not null && !hasBegun) throw failure;
        yield return failure is null ? end.Done! : new Failure(failure.Message);
    }

    private static IEnumerable<ChatMessage> Conversation(Question question) =>
    [
        Instructions,
        .. (question.Earlier ?? []).SelectMany<Turn, ChatMessage>(turn => [new UserChatMessage(turn.Question), new AssistantChatMessage(turn.Answer)]),
        new UserChatMessage(question.Text),
    ];

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "the model at {BaseUrl} has failed: {Reason}")]
    private partial void LogFailed(Uri baseUrl, string reason);
}
