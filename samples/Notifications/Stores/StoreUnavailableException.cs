using Jero;

namespace Notifications.Stores;

/// <summary>The store did not acknowledge a notification: 503, to be tried again.</summary>
public sealed class StoreUnavailableException(Exception cause)
    : ProblemException(StatusCodes.Status503ServiceUnavailable, "The notification was not stored. Try again.")
{
    /// <summary>What went wrong, for the log.</summary>
    public Exception Cause => cause;
}
