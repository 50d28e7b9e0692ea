using Items;
using Jero.Generated;
using Measuring;

namespace Writers.Alone;

/// <summary>The writers without a stream around them, in turns and by processor time: one table.</summary>
internal static class AloneProgram
{
    public static void Run(int rounds, string part)
    {
        Console.WriteLine(Machine.Describe());
        var fast = FastPath.Default;
        AloneItem[] items =
        [
            new AloneItem<Row, JeroJson.Items_Row>("Row", Samples.Row, fast.Row),
            new AloneItem<Movie, JeroJson.Items_Movie>("Movie, with a double", Samples.Movie, fast.Movie),
            new AloneItem<Wide, JeroJson.Items_Wide>("20 properties", Samples.Wide, fast.Wide),
            new AloneItem<Order, JeroJson.Items_Order>("nested, with a list of three", Samples.Order, fast.Order),
            new AloneItem<Remark, JeroJson.Items_Remark>("four strings that need escaping", Samples.Remark, fast.Remark),
            new AloneItem<Article, JeroJson.Items_Article>("2,000 characters, ASCII", Samples.Article, fast.Article),
            new AloneItem<Article, JeroJson.Items_Article>("2,000 characters, Cyrillic", Samples.Cyrillic, fast.Article),
            new AloneItem<Article, JeroJson.Items_Article>("2,000 characters, Chinese", Samples.Chinese, fast.Article),
            new AloneItem<Booking, JeroJson.Items_Booking>("enum, dates, `Guid`", Samples.Booking, fast.Booking),
            new AloneItem<Invoice, JeroJson.Items_Invoice>("enum, dates, `Guid`, decimal", Samples.Invoice, fast.Invoice),
        ];
        Report.Table(
            $"The writer alone, {rounds} interleaved rounds, processor time",
            ["", "ready-made bytes, ns", "Jero, ns", "least", "most", "System.Text.Json's fast path, ns", "it to Jero, median of each round's pair", "least", "most"],
            items.Where(item => item.Name.Contains(part, StringComparison.OrdinalIgnoreCase)).Select(item => Measure(item, rounds)));
        foreach (var item in items)
        {
            item.Dispose();
        }
    }

    private static string[] Measure(AloneItem item, int rounds)
    {
        var costs = item.Sides.Select(static _ => new List<double>()).ToArray();
        for (var round = -2; round < rounds; round++)
        {
            foreach (var i in round % 2 == 0 ? Enumerable.Range(0, costs.Length) : Enumerable.Range(0, costs.Length).Reverse())
            {
                var before = ThreadTime.Nanoseconds();
                item.Sides[i](item.Count);
                var cost = (ThreadTime.Nanoseconds() - before) / (double)item.Count;
                if (round >= 0)
                {
                    costs[i].Add(cost);
                }
            }
        }

        var jero = new Sample(costs[1]);
        var ratio = new Sample(costs[2].Zip(costs[1], static (theirs, ours) => theirs / ours));
        return
        [
            item.Name, Number(new Sample(costs[0]).Median), Number(jero.Median), Number(jero.Least), Number(jero.Most), Number(new Sample(costs[2]).Median),
            Report.Number(ratio.Median, "0.00"), Report.Number(ratio.Least, "0.00"), Report.Number(ratio.Most, "0.00"),
        ];
    }

    private static string Number(double nanoseconds) => Report.Number(nanoseconds, "0.0");
}
