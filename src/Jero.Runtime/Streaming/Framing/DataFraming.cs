using System.Runtime.CompilerServices;
using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>Writes an event that has only data.</summary>
internal readonly struct DataFraming<T, TData>(TData data) : IFraming<T>
    where TData : struct, IEventData<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(BatchBuffer buffer, T item)
    {
        data.Write(buffer, item);
        EventFields.WriteEnd(buffer);
    }
}
