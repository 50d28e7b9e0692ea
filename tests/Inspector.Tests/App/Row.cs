namespace Inspector.Tests.App;

public sealed record Row(int Number, string Text);

public sealed record Order(string Product, int Count);
