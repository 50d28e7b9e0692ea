using Jero.Topics.Ring;

namespace Jero.Topics;

/// <summary>Holds a topic's options that do not depend on its item type.</summary>
internal sealed record TopicSettings(
    TopicLimits Limits, WhenBehind WhenBehind, TimeSpan Linger, int? MaxSubscribers, string GapEvent, int MaxItemBytes)
{
    public static TopicSettings Of<T>(TopicOptions<T> options) => new(
        new TopicLimits(options.RetainCount, options.RetainBytes, options.RetainFor),
        options.WhenBehind, options.Linger, options.MaxSubscribers, options.GapEvent, options.MaxItemBytes);
}
