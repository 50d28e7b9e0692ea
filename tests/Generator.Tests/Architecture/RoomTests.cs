namespace Generator.Tests.Architecture;

/// <summary>The folders of src/ use each other as docs/architecture.md draws it, and in no circle.</summary>
public sealed class RoomTests
{
    [Theory]
    [InlineData("src/Jero.Runtime")]
    public void A_room_uses_only_the_rooms_that_its_arrows_lead_to(string project)
    {
        var picture = RoomPicture.Read(project);

        Offences.AssertNone(ProjectSources.Of(project).Uses
            .Select(use => (Use: use, From: picture.RoomOf(use.From), To: picture.RoomOf(use.To)))
            .Where(use => use.From != use.To && !picture.Arrows.Contains((use.From!, use.To!)))
            .Select(use => $"{use.Use.Path}({use.Use.Line}): {Name(use.From)} may not use {Name(use.To)}, but uses {use.Use.Symbol}"));
    }

    [Theory]
    [InlineData("src/Jero.Runtime")]
    [InlineData("src/Jero.Generator")]
    public void The_arrows_lead_in_no_circle(string project) =>
        Assert.Equal("", string.Join(" --> ", RoomPicture.Read(project).FindCycle().Select(Name)));

    [Theory]
    [InlineData("src/Jero.Runtime")]
    [InlineData("src/Jero.Generator")]
    public void Every_folder_is_in_a_room(string project)
    {
        var picture = RoomPicture.Read(project);

        Offences.AssertNone(ProjectSources.Of(project).Folders.Where(folder => picture.RoomOf(folder) is null));
    }

    [Theory]
    [InlineData("src/Jero.Runtime")]
    public void Every_arrow_is_used(string project)
    {
        var picture = RoomPicture.Read(project);
        var used = ProjectSources.Of(project).Uses.Select(use => (picture.RoomOf(use.From)!, picture.RoomOf(use.To)!)).ToHashSet();

        Offences.AssertNone(picture.Arrows.Where(arrow => !used.Contains(arrow)).Select(arrow => $"{Name(arrow.From)} does not use {Name(arrow.To)}"));
    }

    [Fact]
    public void A_circle_is_named()
    {
        var picture = RoomPicture.Parse(
            """
            flowchart TD
              a["A"]
              b["A/B"]
              c["/"]
              a --> b
              b --> c
              c --> a & b
            """);

        Assert.Equal(["A", "A/B", "", "A"], picture.FindCycle());
    }

    private static string Name(string? room) => room switch
    {
        null => "a folder without a room",
        "" => "the root",
        _ => room,
    };
}
