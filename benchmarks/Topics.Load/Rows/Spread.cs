namespace Topics.Load.Rows;

/// <summary>A median, and how far the rounds lay apart.</summary>
internal static class Spread
{
    public static string Of(IEnumerable<double> values, string format)
    {
        var sample = new Sample(values);
        return $"{Report.Number(sample.Median, format)} ({Report.Number(sample.Least, format)} to {Report.Number(sample.Most, format)})";
    }
}
