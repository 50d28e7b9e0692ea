using Microsoft.Extensions.Options;

namespace Jero.Topics.Setup;

/// <summary>Validates the options of a topic.</summary>
internal sealed class TopicOptionsRules<T> : IValidateOptions<TopicOptions<T>>
{
    private static readonly TimeSpan LongestLinger = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, TopicOptions<T> options)
    {
        string[] faults = [.. FaultsOf(options).Select(fault => $"The topic '{name}': {fault}")];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(TopicOptions<T> options)
    {
        if (options.RetainCount < 1)
        {
            yield return $"RetainCount is {options.RetainCount}. It must be 1 or more: an event that is not kept cannot be sent.";
        }

        if (options.RetainFor <= TimeSpan.Zero)
        {
            yield return $"RetainFor is {options.RetainFor}. It must be longer than zero, or null for no limit of time.";
        }

        if (options.MaxItemBytes < 1)
        {
            yield return $"MaxItemBytes is {options.MaxItemBytes}. It must be 1 or more.";
        }

        if (options.RetainBytes < options.MaxItemBytes)
        {
            yield return $"RetainBytes is {options.RetainBytes}. It must be at least MaxItemBytes, which is {options.MaxItemBytes}, so that one item fits.";
        }

        if (options.Linger < TimeSpan.Zero || options.Linger > LongestLinger)
        {
            yield return $"Linger is {options.Linger}. It must be between zero and {LongestLinger}.";
        }

        if (options.MaxSubscribers < 1)
        {
            yield return $"MaxSubscribers is {options.MaxSubscribers}. It must be 1 or more, or null for no limit.";
        }

        if (!Enum.IsDefined(options.WhenBehind))
        {
            yield return $"WhenBehind is {options.WhenBehind}. It must be Gap, End or Latest.";
        }

        if (options.WhenBehind == WhenBehind.Latest && options.Key is null)
        {
            yield return "WhenBehind is Latest, but Key is not set. Set Key to a function that returns the key of an item.";
        }

        if (string.IsNullOrEmpty(options.GapEvent) || options.GapEvent == "message")
        {
            yield return "GapEvent is empty or 'message', so clients could not tell it from other events. Choose another name.";
        }
        else if (TopicNames.FaultOf(options.GapEvent) is { } fault)
        {
            yield return $"GapEvent {fault}.";
        }
    }
}
