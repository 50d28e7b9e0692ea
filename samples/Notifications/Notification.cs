using System.Text.Json.Serialization;

namespace Notifications;

/// <summary>What is delivered as the data of an event.</summary>
/// <param name="Topic">A public topic, or <c>@name</c> of one user.</param>
/// <param name="From">The user who published it.</param>
/// <param name="At">When the server took it.</param>
/// <param name="Content">What it says; its kind is the event's name.</param>
public sealed record Notification(string Topic, string From, DateTimeOffset At, NotificationContent Content);

/// <summary>What is published.</summary>
/// <param name="Topic">A public topic, or <c>@name</c> of one user.</param>
/// <param name="Content">What it says; <c>kind</c> has to be its first member.</param>
public sealed record Draft(string Topic, NotificationContent Content);

/// <summary>A notification that has been stored.</summary>
/// <param name="Id">Its event's id.</param>
/// <param name="Notification">What is delivered.</param>
public sealed record Published(string Id, Notification Notification);

/// <summary>What a notification says.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Message), Message.Name)]
[JsonDerivedType(typeof(Progress), Progress.Name)]
[JsonDerivedType(typeof(Alert), Alert.Name)]
public abstract record NotificationContent
{
    /// <summary>The event's name.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }
}

/// <summary>Somebody says something.</summary>
/// <param name="Text">1 to 500 characters.</param>
public sealed record Message(string Text) : NotificationContent
{
    internal const string Name = "message";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => Name;
}

/// <summary>A job has come this far.</summary>
/// <param name="Job">Its name, 1 to 100 characters.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record Progress(string Job, int Percent) : NotificationContent
{
    internal const string Name = "progress";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => Name;
}

/// <summary>Something needs attention.</summary>
/// <param name="Severity">How much.</param>
/// <param name="Text">1 to 500 characters.</param>
public sealed record Alert(Severity Severity, string Text) : NotificationContent
{
    internal const string Name = "alert";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => Name;
}

/// <summary>How much attention an alert needs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Look at it some time.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Look at it now.</summary>
    [JsonStringEnumMemberName("critical")]
    Critical,
}
