using System.Net;
using Requests.Tests.Table;

namespace Requests.Tests.Reading;

/// <summary>What the types say of null and of constructors holds for a body, at any depth.</summary>
public sealed class NullTests(TableApp app) : IClassFixture<TableApp>
{
    [Theory]
    [InlineData("collections", """{"array":["x",null]}""", "$.array[1]")]
    [InlineData("collections", """{"list":[{"product":"p","count":1},null]}""", "$.list[1]")]
    [InlineData("collections", """{"list":[{"product":null,"count":1}]}""", "$.list[0].product")]
    [InlineData("collections", """{"readOnlyList":[null]}""", "$.readOnlyList[0]")]
    [InlineData("collections", """{"sequence":["x",null]}""", "$.sequence[1]")]
    [InlineData("collections", """{"interface":[null]}""", "$.interface[0]")]
    [InlineData("collections", """{"collection":["x",null]}""", "$.collection[1]")]
    [InlineData("collections", """{"set":["x",null]}""", "$.set")]
    [InlineData("collections", """{"stack":["x",null]}""", "$.stack")]
    [InlineData("collections", """{"queue":["x",null]}""", "$.queue")]
    [InlineData("collections", """{"concurrentQueue":["x",null]}""", "$.concurrentQueue")]
    [InlineData("collections", """{"immutableArray":["x",null]}""", "$.immutableArray[1]")]
    [InlineData("collections", """{"immutableArray":null}""", "$.immutableArray")]
    [InlineData("collections", """{"maybeImmutable":["x",null]}""", "$.maybeImmutable[1]")]
    [InlineData("collections", """{"immutableList":[null]}""", "$.immutableList[0]")]
    [InlineData("collections", """{"dictionary":{"a":{"product":"p","count":1},"b":null}}""", "$.dictionary.b")]
    [InlineData("collections", """{"byNumber":{"1":"x","2":null}}""", "$.byNumber.2")]
    [InlineData("collections", """{"immutableDictionary":{"x y":null}}""", "$.immutableDictionary['x y']")]
    [InlineData("collections", """{"sorted":{"k":null}}""", "$.sorted.k")]
    [InlineData("collections", """{"sorted":{"k":["x",null]}}""", "$.sorted.k[1]")]
    [InlineData("collections", """{"nested":[["x"],null]}""", "$.nested[1]")]
    [InlineData("collections", """{"nested":[["x"],["y",null]]}""", "$.nested[1][1]")]
    [InlineData("collections", """{"lists":{"k":[{"product":"p","count":1},null]}}""", "$.lists.k[1]")]
    [InlineData("collections", """{"listsOfNulls":{"k":null}}""", "$.listsOfNulls.k")]
    [InlineData("collections", """{"arraysOfNulls":[null]}""", "$.arraysOfNulls[0]")]
    [InlineData("members", """{"required":"r","requiredOrNull":null,"disallowed":null}""", "$.disallowed")]
    [InlineData("members", """{"required":"r","requiredOrNull":null,"maybe":null}""", "$.maybe")]
    [InlineData("members", """{"required":null,"requiredOrNull":null}""", "$.required")]
    [InlineData("members", """{"required":"r"}""", "$")]
    [InlineData("members", """{"required":"r","requiredOrNull":null,"initialized":null}""", "$.initialized")]
    [InlineData("members", """{"required":"r","requiredOrNull":null,"any":null}""", "$.any")]
    [InlineData("members", """{"required":"r","requiredOrNull":null,"node":null}""", "$.node")]
    [InlineData("members", """{"required":"r","requiredOrNull":null,"link":null}""", "$.link")]
    [InlineData("members", """{"required":"r","requiredOrNull":null,"bytes":null}""", "$.bytes")]
    [InlineData("members", """{"required":"r","requiredOrNull":null,"unit":null}""", "$.unit")]
    [InlineData("members", """{"required":"r","requiredOrNull":null,"hidden":null}""", "$.hidden")]
    [InlineData("person", """{"name":null,"age":1}""", "$.name")]
    [InlineData("person", """{"name":"n"}""", "$")]
    [InlineData("person", """{"name":"n","age":1,"note":null}""", "$.note")]
    [InlineData("page", """{"item":null,"items":[],"maybe":null}""", "$.item")]
    [InlineData("page", """{"item":"i","items":[null],"maybe":null}""", "$.items[0]")]
    [InlineData("tree", """{"name":"a","children":[{"name":"b","children":[{"name":"c","children":[null]}]}]}""", "$.children[0].children[0].children[0]")]
    [InlineData("tree", """{"name":"a","children":[{"name":"b","children":[]},{"name":null,"children":[]}]}""", "$.children[1].name")]
    [InlineData("pairs", """{"all":[{"key":"a","value":null}]}""", "$.all[0].value")]
    [InlineData("animal", """{"name":"n","toys":["t",null],"$type":"cat"}""", "$.toys[1]")]
    [InlineData("animal", """{"$type":"cat","name":null,"toys":[]}""", "$.name")]
    [InlineData("optional", """{"name":null}""", "$.name")]
    public async Task Null_is_refused_where_the_types_forbid_it(string path, string body, string place)
    {
        var answer = await app.SendAsync(new Row("POST", $"/reading/{path}", 422) { Body = body }, $"/reading/{path}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([place], answer.Errors);
        Assert.False(answer.HasRun);
    }

    [Theory]
    [InlineData("POST", "collections", "{}", "-")]
    [InlineData("POST", "collections", """{"array":null,"list":null,"nulls":["x",null],"listsOfNulls":{"k":[null]},"arraysOfNulls":[[null]],"numbers":[1,null],"maybeImmutable":null}""", "[x,-]")]
    [InlineData("POST", "members", """{"required":"r","requiredOrNull":null,"allowed":null,"nullable":null,"element":null}""", "default | -")]
    [InlineData("POST", "person", """{"name":"n","age":null}""", "n | - | none | - | High")]
    [InlineData("POST", "person", """{"age":2,"title":null,"name":"n","note":"x","kind":1}""", "n | 2 | x | - | Low")]
    [InlineData("POST", "page", """{"item":"i","items":["x"],"maybe":null}""", "i | [x] | -")]
    [InlineData("PUT", "page", """{"item":1,"items":[2],"maybe":3}""", "1 | [2] | 3")]
    [InlineData("PUT", "crate", """{"item":null}""", "-")]
    [InlineData("POST", "pairs", """{"all":[{"key":"a","value":"b"}]}""", "1")]
    [InlineData("POST", "oblivious", """{"name":null,"tags":[null]}""", "-")]
    [InlineData("POST", "optional", "null", "-")]
    [InlineData("PUT", "optional", """{"a":[null]}""", "1")]
    public async Task Null_is_taken_where_they_allow_it(string method, string path, string body, string echo)
    {
        var answer = await app.SendAsync(new Row(method, $"/reading/{path}", 200) { Body = body }, $"/reading/{path}");

        Assert.Equal((HttpStatusCode.OK, echo), (answer.Status, answer.Echo));
    }

    [Fact]
    public async Task A_list_longer_than_what_is_read_at_once_is_held_to_its_type_as_well()
    {
        var body = $$"""{"nested":[{{string.Concat(Enumerable.Repeat("[\"0123456789\"],", 20_000))}}["x",null]]}""";

        var answer = await app.SendAsync(new Row("POST", "/reading/collections", 422) { Body = body }, "/reading/collections");

        Assert.Equal(["$.nested[20000][1]"], answer.Errors);
    }
}
