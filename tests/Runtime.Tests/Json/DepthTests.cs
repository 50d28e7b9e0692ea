using System.Text;
using System.Text.Json;
using Jero.Generated;

namespace Jero.Tests.Json;

public sealed class DepthTests
{
    [Fact]
    public void Sixty_four_levels_match() => Oracle.Matches<Node?, NodeWriter>(Nested(64));

    [Fact]
    public void The_65th_level_fails_with_the_exception_of_System_Text_Json()
    {
        using var buffer = new BatchBuffer();
        var expected = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(Nested(65), Oracle.Options));
        var actual = Assert.Throws<JsonException>(() => default(NodeWriter).Write(buffer, Nested(65)));
        Assert.Equal(WithoutPath(expected), WithoutPath(actual));
    }

    [Fact]
    public void Collections_count_as_levels()
    {
        using var buffer = new BatchBuffer();
        for (var level = 0; level < 63; level++)
        {
            buffer.PushDepth();
        }

        default(ListWriter<int, BuiltInWriter>).Write(buffer, [1]);
        default(EnumerableWriter<IEnumerable<int>, int, BuiltInWriter>).Write(buffer, new HashSet<int> { 1 });
        default(DictionaryWriter<Dictionary<int, int>, int, int, BuiltInKeyWriter, BuiltInWriter>).Write(buffer, new() { [1] = 2 });
        buffer.PushDepth();

        Assert.Throws<JsonException>(() => default(ArrayWriter<int, BuiltInWriter>).Write(buffer, []));
        Assert.Throws<JsonException>(
            () => default(EnumerableWriter<IEnumerable<int>, int, BuiltInWriter>).Write(buffer, new HashSet<int>()));
        Assert.Throws<JsonException>(
            () => default(DictionaryWriter<Dictionary<int, int>, int, int, BuiltInKeyWriter, BuiltInWriter>).Write(buffer, []));
    }

    [Fact]
    public void Taking_a_failed_item_back_resets_the_depth()
    {
        using var buffer = new BatchBuffer();
        JsonFormat.Write(buffer, "kept");
        var kept = buffer.Length;
        Assert.Throws<JsonException>(() => default(NodeWriter).Write(buffer, Nested(100)));

        buffer.Truncate(kept);
        default(NodeWriter).Write(buffer, Nested(64));

        Assert.Equal("\"kept\"" + JsonSerializer.Serialize(Nested(64), Oracle.Options), Encoding.UTF8.GetString(buffer.WrittenMemory.Span));
    }

    private static string WithoutPath(JsonException exception) =>
        exception.Message[..exception.Message.IndexOf("Path:", StringComparison.Ordinal)];

    private static Node Nested(int levels) => new(levels == 1 ? null : Nested(levels - 1));

    private sealed class Node(Node? next)
    {
        public Node? Next => next;
    }

    private readonly struct NodeWriter : IJsonWriter<Node?>
    {
        public void Write(BatchBuffer buffer, Node? value)
        {
            if (value is null)
            {
                JsonFormat.WriteNull(buffer);
                return;
            }

            buffer.PushDepth();
            buffer.Write("{\"next\":"u8);
            Write(buffer, value.Next);
            buffer.WriteByte((byte)'}');
            buffer.PopDepth();
        }
    }
}
