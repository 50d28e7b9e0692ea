namespace Items;

/// <summary>Each item by hand, straight into an array: what a generated writer is held against.</summary>
internal static class HandWriters
{
    public static int Write(Row item, Span<byte> bytes)
    {
        var writer = new HandWriter(bytes);
        writer.Raw("{\"id\":"u8);
        writer.Number(item.Id);
        writer.Raw(",\"name\":"u8);
        writer.Text(item.Name);
        writer.Raw(",\"note\":"u8);
        writer.Text(item.Note);
        writer.Raw(",\"year\":"u8);
        writer.Number(item.Year);
        writer.Raw(",\"votes\":"u8);
        writer.Number(item.Votes);
        writer.Raw(item.IsNew ? ",\"isNew\":true}"u8 : ",\"isNew\":false}"u8);
        return writer.Length;
    }

    public static int Write(Movie item, Span<byte> bytes)
    {
        var writer = new HandWriter(bytes);
        writer.Raw("{\"title\":"u8);
        writer.Text(item.Title);
        writer.Raw(",\"year\":"u8);
        writer.Number(item.Year);
        writer.Raw(",\"rating\":"u8);
        writer.Formatted(item.Rating);
        writer.Raw("}"u8);
        return writer.Length;
    }

    public static int Write(Wide item, Span<byte> bytes)
    {
        var writer = new HandWriter(bytes);
        writer.Raw("{\"id\":"u8);
        writer.Number(item.Id);
        writer.Raw(",\"first\":"u8);
        writer.Text(item.First);
        writer.Raw(",\"last\":"u8);
        writer.Text(item.Last);
        writer.Raw(",\"title\":"u8);
        writer.Text(item.Title);
        writer.Raw(",\"street\":"u8);
        writer.Text(item.Street);
        writer.Raw(",\"city\":"u8);
        writer.Text(item.City);
        writer.Raw(",\"region\":"u8);
        writer.Text(item.Region);
        writer.Raw(",\"country\":"u8);
        writer.Text(item.Country);
        writer.Raw(",\"phone\":"u8);
        writer.Text(item.Phone);
        writer.Raw(",\"note\":"u8);
        writer.Text(item.Note);
        writer.Raw(",\"orders\":"u8);
        writer.Number(item.Orders);
        writer.Raw(",\"visits\":"u8);
        writer.Number(item.Visits);
        writer.Raw(",\"points\":"u8);
        writer.Number(item.Points);
        writer.Raw(",\"spent\":"u8);
        writer.Number(item.Spent);
        writer.Raw(",\"rating\":"u8);
        writer.Formatted(item.Rating);
        writer.Raw(",\"share\":"u8);
        writer.Formatted(item.Share);
        writer.Raw(",\"balance\":"u8);
        writer.Formatted(item.Balance);
        writer.Raw(",\"isOpen\":"u8);
        writer.Boolean(item.IsOpen);
        writer.Raw(",\"isNew\":"u8);
        writer.Boolean(item.IsNew);
        writer.Raw(item.IsKnown switch
        {
            true => ",\"isKnown\":true}"u8,
            false => ",\"isKnown\":false}"u8,
            null => ",\"isKnown\":null}"u8,
        });
        return writer.Length;
    }

    public static int Write(Order item, Span<byte> bytes)
    {
        var writer = new HandWriter(bytes);
        writer.Raw("{\"id\":"u8);
        writer.Number(item.Id);
        writer.Raw(",\"address\":{\"street\":"u8);
        writer.Text(item.Address.Street);
        writer.Raw(",\"city\":"u8);
        writer.Text(item.Address.City);
        writer.Raw("},\"lines\":["u8);
        for (var i = 0; i < item.Lines.Count; i++)
        {
            var line = item.Lines[i];
            writer.Raw(i == 0 ? "{\"article\":"u8 : ",{\"article\":"u8);
            writer.Text(line.Article);
            writer.Raw(",\"quantity\":"u8);
            writer.Number(line.Quantity);
            writer.Raw(",\"price\":"u8);
            writer.Formatted(line.Price);
            writer.Raw("}"u8);
        }

        writer.Raw("]}"u8);
        return writer.Length;
    }

    public static int Write(Remark item, Span<byte> bytes)
    {
        var writer = new HandWriter(bytes);
        writer.Raw("{\"id\":"u8);
        writer.Number(item.Id);
        writer.Raw(",\"quoted\":"u8);
        writer.EscapedText(item.Quoted);
        writer.Raw(",\"path\":"u8);
        writer.EscapedText(item.Path);
        writer.Raw(",\"lines\":"u8);
        writer.EscapedText(item.Lines);
        writer.Raw(",\"foreign\":"u8);
        writer.EscapedText(item.Foreign);
        writer.Raw("}"u8);
        return writer.Length;
    }

    public static int Write(Article item, Span<byte> bytes)
    {
        var writer = new HandWriter(bytes);
        writer.Raw("{\"id\":"u8);
        writer.Number(item.Id);
        writer.Raw(",\"text\":"u8);
        writer.Text(item.Text);
        writer.Raw("}"u8);
        return writer.Length;
    }

    public static int Write(Booking item, Span<byte> bytes)
    {
        var writer = new HandWriter(bytes);
        writer.Raw("{\"id\":"u8);
        writer.Number(item.Id);
        writer.Raw(item.Status switch
        {
            Status.Asked => ",\"status\":\"Asked\",\"day\":\""u8,
            Status.Confirmed => ",\"status\":\"Confirmed\",\"day\":\""u8,
            _ => ",\"status\":\"Cancelled\",\"day\":\""u8,
        });
        writer.Formatted(item.Day, "O");
        writer.Raw("\",\"made\":\""u8);
        writer.Formatted(item.Made, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK");
        writer.Raw("\",\"arrives\":\""u8);
        writer.Formatted(item.Arrives, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK");
        writer.Raw("\",\"stay\":\""u8);
        writer.Formatted(item.Stay, "c");
        writer.Raw("\",\"key\":\""u8);
        writer.Formatted(item.Key);
        writer.Raw("\"}"u8);
        return writer.Length;
    }
}
