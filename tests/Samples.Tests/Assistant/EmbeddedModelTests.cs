using Assistant;
using Assistant.Models.Embedded;
using Microsoft.Extensions.Time.Testing;

namespace Samples.Tests.Assistant;

public sealed class EmbeddedModelTests
{
    private static readonly EmbeddedModel Model = new(TimeSpan.Zero, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_question_has_the_same_answer_and_another_one_another()
    {
        var answer = await AnswerAsync(Model, "What is a stream?");

        Assert.Equal(answer, await AnswerAsync(new EmbeddedModel(TimeSpan.Zero, TimeProvider.System), "  what is a STREAM?\n"));
        Assert.NotEqual(answer, await AnswerAsync(Model, "What is a river?"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("What is a stream?")]
    [InlineData("Qu'est-ce qu'un fleuve ? 川とは何ですか")]
    [InlineData("'; DROP TABLE movie; --")]
    public async Task An_answer_is_words_one_by_one_and_then_done(string question)
    {
        var chunks = await Model.AnswerAsync(new() { Text = question }, Cancellation).ToListAsync(Cancellation);

        var words = chunks[..^1].Select(chunk => Assert.IsType<Delta>(chunk).Text).ToList();
        Assert.InRange(words.Count, 40, 120);
        Assert.All(words.Skip(1), word => Assert.Matches(@"^ \S+$", word));
        Assert.Matches(@"^[A-Z]\S*$", words[0]);
        var done = Assert.IsType<Done>(chunks[^1]);
        Assert.Equal("embedded", done.Model);
        Assert.Equal(words.Count, done.Usage?.OutputTokens);
        Assert.Equal(done.FinishReason == FinishReason.Stop, words[^1].EndsWith('.'));
    }

    [Fact]
    public async Task Hundreds_of_questions_have_answers_that_differ()
    {
        var answers = new HashSet<string>();
        for (var i = 0; i < 300; i++) answers.Add(await AnswerAsync(Model, $"Question {i}"));

        Assert.InRange(answers.Count, 295, 300);
    }

    [Fact]
    public async Task Words_come_at_the_pace_that_is_set()
    {
        var time = new FakeTimeProvider();
        await using var chunks = new EmbeddedModel(TimeSpan.FromSeconds(1), time).AnswerAsync(new() { Text = "Slowly" }, Cancellation).GetAsyncEnumerator(Cancellation);

        var first = chunks.MoveNextAsync().AsTask();
        time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(first.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.True(await first);
    }

    [Fact]
    public async Task A_stopped_model_says_no_more()
    {
        using var stop = new CancellationTokenSource();
        await using var chunks = new EmbeddedModel(TimeSpan.FromHours(1), TimeProvider.System).AnswerAsync(new() { Text = "Go on" }, stop.Token).GetAsyncEnumerator(Cancellation);
        var next = chunks.MoveNextAsync().AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    private static async Task<string> AnswerAsync(EmbeddedModel model, string question) =>
        string.Concat(await model.AnswerAsync(new() { Text = question }, Cancellation).OfType<Delta>().Select(delta => delta.Text).ToListAsync(Cancellation));
}
