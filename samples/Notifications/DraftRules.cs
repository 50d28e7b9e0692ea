using Jero;

namespace Notifications;

/// <summary>What a draft has to keep to.</summary>
internal static class DraftRules
{
    public const int LongestText = 500;
    public const int LongestJob = 100;

    /// <exception cref="ProblemException">422, with the path of each member that breaks a rule.</exception>
    public static void Check(Draft draft)
    {
        var errors = ErrorsOf(draft);
        if (errors.Count == 0) return;
        throw new ProblemException(new HttpValidationProblemDetails(errors)
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "The notification cannot be published.",
        });
    }

    /// <summary>What is wrong with a draft: messages by the path of the member.</summary>
    public static Dictionary<string, string[]> ErrorsOf(Draft draft)
    {
        var errors = new Dictionary<string, string[]>();
        if (draft.Topic is null) errors["$.topic"] = ["A notification needs a topic."];
        switch (draft.Content)
        {
            case Message message:
                CheckText("$.content.text", message.Text, LongestText);
                break;
            case Progress progress:
                CheckText("$.content.job", progress.Job, LongestJob);
                if (progress.Percent is < 0 or > 100) errors["$.content.percent"] = ["The percentage has to be from 0 to 100."];
                break;
            case Alert alert:
                CheckText("$.content.text", alert.Text, LongestText);
                if (!Enum.IsDefined(alert.Severity)) errors["$.content.severity"] = ["There is no such severity."];
                break;
            default:
                errors["$.content"] = ["A notification needs content."];
                break;
        }

        return errors;

        void CheckText(string path, string? text, int longest)
        {
            if (string.IsNullOrWhiteSpace(text)) errors[path] = ["The text is empty."];
            else if (text.Length > longest) errors[path] = [$"The text has {text.Length} characters; {longest} are allowed."];
        }
    }
}
