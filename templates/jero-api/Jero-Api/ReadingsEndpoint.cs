using Jero;

namespace Jero_Api;

[Endpoint("/readings")]
public sealed partial class ReadingsEndpoint(Sensor sensor)
{
    /// <summary>The readings, one JSON object a line.</summary>
    public NDJSONStreamingResponse<Reading> Get(int count = 10) => new(sensor.ReadAsync(count));
}
