namespace Topics.Tests.Server;

/// <summary>What the topics of the tests carry.</summary>
public sealed record Price(string Symbol, int Value);
