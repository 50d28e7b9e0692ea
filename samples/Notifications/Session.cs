namespace Notifications;

/// <summary>Who is signed in.</summary>
/// <param name="User">The user.</param>
/// <param name="Topics">What the user may read; the last is the user's own.</param>
/// <param name="Until">When the sign-in, and with it every stream, ends.</param>
public sealed record Session(string User, string[] Topics, DateTimeOffset Until);

/// <summary>Who wants to sign in.</summary>
/// <param name="User">One of the known users.</param>
public sealed record SignIn(string User);
