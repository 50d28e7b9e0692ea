namespace Runtime.TestApp;

public sealed record Tick(int Number);
