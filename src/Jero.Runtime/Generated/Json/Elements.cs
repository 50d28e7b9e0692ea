namespace Jero.Generated;

/// <summary>Writes elements that lie side by side in memory as an array.</summary>
internal static class Elements
{
    public static void Write<T, TWriter>(BatchBuffer buffer, ReadOnlySpan<T> elements)
        where TWriter : struct, IJsonWriter<T>
    {
        buffer.PushDepth();
        buffer.WriteByte((byte)'[');
        for (var i = 0; i < elements.Length; i++)
        {
            if (i > 0)
            {
                buffer.WriteByte((byte)',');
            }

            default(TWriter).Write(buffer, elements[i]);
        }

        buffer.WriteByte((byte)']');
        buffer.PopDepth();
    }
}
