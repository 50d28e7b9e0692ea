namespace Requests.Tests.Table;

/// <summary>The table: what requests are answered with.</summary>
internal static class Rows
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=x";
    private const string NotInRoute = "A route value that does not parse names no resource, so it is 404, not 400.";
    private const string OwnValue = "A member whose field is missing keeps the value that its type gives it.";
    private const string EmptyForm = "A form without a body is no form, as minimal APIs without the framework's generator have it.";
    private const string Lists = "A list is read as an array is; minimal APIs read lists only as members of a type.";
    private const string StructOfForm = "A struct is read by its constructor as a class is.";
    private const string Misfit = "JSON that is well-formed and does not fit is 422, so that a client can tell it from what is malformed.";
    private const string AnyCase = "An enum's name is matched in any case, as everything else in a query is.";
    private const string ArrayOnPost = "An array is a JSON body on POST, PUT and PATCH, as is documented; the framework's generator takes it from the query.";

    private const string Quoted = "A parameter of a media type may be quoted (RFC 9110, section 8.3.1).";
    private const string AsTyped = "What the types say is enforced: a handler does not get null where it asks for none, nor a default for what it requires.";
    private const string Finite = "A number that is not finite cannot be written as JSON again.";

    private static readonly string Deep = string.Concat(Enumerable.Repeat("[", 70)) + string.Concat(Enumerable.Repeat("]", 70));

    public static readonly Row[] All =
    [
        // Values of the route and the query.
        new("GET", "/numbers/5?x=1.5&big=170141183460469231731687303715884105727&d=2.50&flag=true&small=255", 200)
        {
            Echo = "5 | 1.5 | 170141183460469231731687303715884105727 | 2.50 | True | 255",
        },
        new("GET", "/numbers/-1", 200) { Echo = "-1 | - | - | 1.5 | False | 7" },
        new("GET", "/numbers/%2012%20?X=1e3&FLAG=FALSE", 200) { Echo = "12 | 1000 | - | 1.5 | False | 7" },
        new("GET", "/numbers/5?x=&d=&small=", 200)
        {
            Echo = "5 | - | - | 1.5 | False | 7",
        },
        new("GET", "/numbers/x", 404) { Errors = "n", Minimal = 400, Because = NotInRoute },
        new("GET", "/numbers/2147483648", 404) { Errors = "n", Minimal = 400, Because = NotInRoute },
        new("GET", "/numbers/1,5", 404) { Errors = "n", Minimal = 400, Because = NotInRoute },
        new("GET", "/numbers/5?x=1,5", 200) { Echo = "5 | 15 | - | 1.5 | False | 7" },
        new("GET", "/numbers/5?x=abc", 400) { Errors = "x" },
        new("GET", "/numbers/5?small=256", 400) { Errors = "small" },
        new("GET", "/numbers/5?small=-1&flag=yes&x=.&d=1.2.3", 400) { Errors = "d,flag,small,x" },
        new("GET", "/numbers/5?x=1&x=2", 200) { Echo = "5 | 12 | - | 1.5 | False | 7" },
        new("GET", "/numbers/x?x=abc", 404) { Errors = "n,x", Minimal = 400, Because = NotInRoute },
        new("GET", "/text/a%20b?q=%C3%BC", 200) { Echo = "a b | ü | - | def" },
        new("GET", "/text?q=", 200) { Echo = "- |  | - | def" },
        new("GET", "/text?q=a&q=b&r=&s=", 200) { Echo = "- | a,b |  | " },
        new("GET", "/text", 400) { Errors = "q" },
        new("GET", "/text?Q=upper", 200) { Echo = "- | upper | - | def" },
        new("GET", "/text?q=%00%0A", 200) { Echo = "- | \0\n | - | def" },
        new("GET", "/text?q=%FF", 200) { Echo = "- | %FF | - | def" },
        new("GET", "/files/a/b/c.txt", 200) { Echo = "a/b/c.txt" },
        new("GET", "/files/a%2Fb", 200) { Echo = "a%2Fb" },
        new("GET", "/files", 404) { Errors = "path", Minimal = 400, Because = NotInRoute },
        new("GET", "/constrained/3", 200) { Echo = "3" },
        new("GET", "/constrained/2", 404),
        new("GET", "/constrained/x", 404),
        new("GET", "/paged", 200) { Echo = "7" },
        new("GET", "/paged/8", 200) { Echo = "8" },
        new("GET", "/required/1", 200) { Echo = "1" },
        new("GET", "/required", 404) { Errors = "id", Minimal = 400, Because = NotInRoute },

        new("GET", "/headers/texts", 200) { Headers = ["X-Texts: a,b"], Echo = "[a,b] | -", MinimalEcho = "[a,b] | 0", Because = "The framework's generator has no null for a StringValues." },
        new("GET", "/headers/texts", 200) { Headers = ["X-Texts: 1, 2", "X-More: 1, 2"], Echo = "[1, 2] | 1" },

        // Arrays.
        new("GET", "/arrays", 200) { Echo = "[] | [] | [] | [] | [] | [] | -" },
        new("GET", "/arrays?ids=1&ids=2&names=a&names=&maybe=3&maybe=&kinds=High&kinds=1&points=1;2&raw=x&raw=y&none=z", 200)
        {
            Echo = "[1,2] | [a,] | [3,-] | [High,Low] | [(1, 2)] | [x,y] | [z]",
            MinimalEcho = "[1,2] | [a,] | [3,-] | [High,Low] | [(1, 2)] | [x,y] | -",
            Because = "The framework's generator loses the values of a nullable StringValues.",
        },
        new("GET", "/arrays?ids=1&ids=x&maybe=y", 400) { Errors = "ids,maybe" },
        new("GET", "/arrays?ids=", 400) { Errors = "ids", Minimal = 200, MinimalEcho = "[0] | [] | [] | [] | [] | [] | -", Because = "An empty text is no number." },
        new("GET", "/arrays?ids=1,2", 400) { Errors = "ids" },
        new("POST", "/arrays", 200) { Body = "[1,2]", Echo = "[1,2]", MinimalEcho = "[]", Because = ArrayOnPost },
        new("POST", "/arrays", 200) { Body = """["1",2]""", Echo = "[1,2]", MinimalEcho = "[]", Because = ArrayOnPost },
        new("POST", "/arrays?ids=1", 422) { Body = "[1,\"x\"]", Errors = "$[1]", Minimal = 200, MinimalEcho = "[1]", Because = ArrayOnPost },
        new("DELETE", "/arrays?id=4&id=5", 200) { Echo = "[4,5]" },

        // Headers.
        new("GET", "/headers", 200) { Headers = ["X-Count: 3", "X-Tags: a, b", "X-Tags: c", "X-Ids: 1,2", "X-Text: t", "X-Kind: High"], Echo = "3 | [a,b,c] | [1,2] | t | High" },
        new("GET", "/headers", 200) { Headers = ["x-count: 3"], Echo = "3 | [] | [] | - | -" },
        new("GET", "/headers", 400) { Errors = "X-Count" },
        new("GET", "/headers", 400) { Headers = ["X-Count: many", "X-Ids: 1,x", "X-Kind: none"], Errors = "X-Count,X-Ids,X-Kind" },

        // Dates.
        new("GET", "/dates?at=2026-02-03T04:05:06Z&moment=2026-02-03T04:05:06%2B02:00&day=2026-02-03&time=04:05&span=1.02:03:04", 200)
        {
            Echo = "2026-02-03T04:05:06.0000000Z Utc | 2026-02-03T04:05:06.0000000+02:00 | 2026-02-03 | 04:05:00.0000000 | 1.02:03:04",
        },
        new("GET", "/dates?at=2026-02-03T04:05:06&moment=2026-02-03", 200) { Echo = "2026-02-03T04:05:06.0000000 Unspecified | 2026-02-03T00:00:00.0000000+00:00 | - | - | -" },
        new("GET", "/dates?at=yesterday&moment=x&day=2026-13-01&time=25:00&span=long", 400) { Errors = "at,day,moment,span,time" },

        // Enums and other types.
        new("GET", "/kinds?kind=High&maybe=Low&other=1", 200) { Echo = "High | Low | Low" },
        new("GET", "/kinds?kind=high", 200) { Echo = "High | - | High", Minimal = 400, Because = AnyCase },
        new("GET", "/kinds?kind=7", 200) { Echo = "7 | - | High" },
        new("GET", "/kinds?kind=Medium&maybe=x", 400) { Errors = "kind,maybe" },
        new("GET", "/kinds", 400) { Errors = "kind" },
        new("GET", "/parsed?p=1.5;2&maybe=3;4&code=abc&t=-3.5C&link=/a/b&version=1.2&id=b9d8a1a2-0d5f-4a7e-8a52-0f0a4ac9a7b0&letter=z", 200)
        {
            Echo = "(1.5, 2) | (3, 4) | Code { Text = ABC } | Celsius { Degrees = -3.5 } | /a/b | 1.2 | b9d8a1a2-0d5f-4a7e-8a52-0f0a4ac9a7b0 | z",
        },
        new("GET", "/parsed?p=1;2", 200) { Echo = "(1, 2) | - | - | - | - | - | - | -" },
        new("GET", "/parsed?p=1&maybe=2&code=ab&t=3&version=x&id=1&letter=zz", 400) { Errors = "code,id,letter,maybe,p,t,version" },
        new("GET", "/parsed", 400) { Errors = "p" },

        // Types that bind themselves.
        new("GET", "/bound?from=1&to=2", 200) { Echo = "Span { From = 1, To = 2 }" },
        new("GET", "/bound?from=1", 400) { Errors = "span" },
        new("POST", "/bound", 200) { Headers = ["X-Ticket: t"], Echo = "Ticket { Text = t for first } | Ticket { Text = t for second } | Stamp { Path = Stamp of POST }" },
        new("POST", "/bound", 400) { Errors = "second" },

        // JSON bodies.
        new("POST", "/orders", 200) { Body = """{"id":1,"title":"a","price":2.5,"kind":200,"lines":[{"product":"p","count":2}]}""", Echo = "1 | a | 2.5 | High | [Line { Product = p, Count = 2 }]" },
        new("POST", "/orders", 200) { Body = """{"ID":1,"Title":"a","PRICE":2.5,"unknown":[1,{"a":null}]}""", Echo = "1 | a | 2.5 | 0 | -" },
        new("POST", "/orders", 200) { Body = """{"id":"1","title":"b","price":"2"}""", Echo = "1 | b | 2 | 0 | -" },
        new("POST", "/orders", 200) { Body = """{"id":1,"title":"a","price":1}""", ContentType = "application/problem+json; charset=utf-8", Echo = "1 | a | 1 | 0 | -" },
        new("POST", "/orders", 400) { Body = "", ContentType = null, Errors = "order" },
        new("POST", "/orders", 400) { Body = "", Errors = "order" },
        new("POST", "/orders", 415) { Body = """{"id":1}""", ContentType = "text/plain", Errors = "order" },
        new("POST", "/orders", 415) { Body = """{"id":1}""", ContentType = null, Errors = "order" },
        new("POST", "/orders", 415) { Body = """{"id":1}""", ContentType = "application/json; charset=klingon", Errors = "order", Minimal = 500, Because = "An unknown charset is the client's fault." },
        new("POST", "/orders", 200) { Body = """{"id":1,"title":"a","price":1}""", ContentType = "application/json; charset=\"utf-8\"", Echo = "1 | a | 1 | 0 | -", Minimal = 500, Because = Quoted },
        new("POST", "/orders", 415) { Body = """{"id":1,"price":1}""", ContentType = "application/json; charset=\"klingon\"", Errors = "order", Minimal = 500, Because = Quoted },
        new("POST", "/orders", 415) { Body = """{"id":1,"price":1}""", ContentType = "application/json; charset=utf-7", Errors = "order", Minimal = 500, Because = "An unknown charset is the client's fault." },
        new("POST", "/orders", 400) { Body = "{", Errors = "$" },
        new("POST", "/orders", 400) { Body = """{"id":1,"price":1,}""", Errors = "$" },
        new("POST", "/orders", 400) { Body = """{"id":1,"title":"a","price":1} x""", Errors = "$" },
        new("POST", "/orders", 400) { Body = """{"id":01,"price":1}""", Errors = "$.id" },
        new("POST", "/orders", 400) { Body = """{"unknown":DEEP}""".Replace("DEEP", Deep, StringComparison.Ordinal), Errors = "$.unknown" },
        new("POST", "/orders", 400) { Body = "\u0001", Errors = "$" },
        new("POST", "/orders", 422) { Body = """{"id":"x","price":1}""", Errors = "$.id", Minimal = 400, Because = Misfit },
        new("POST", "/orders", 422) { Body = """{"id":2147483648,"price":1}""", Errors = "$.id", Minimal = 400, Because = Misfit },
        new("POST", "/orders", 422) { Body = """{"id":1.5,"price":1}""", Errors = "$.id", Minimal = 400, Because = Misfit },
        new("POST", "/orders", 422) { Body = """{"id":1,"price":1,"lines":[{"product":"p","count":1},{"product":"p","count":"many"}]}""", Errors = "$.lines[1].count", Minimal = 400, Because = Misfit },
        new("POST", "/orders", 422) { Body = """{"id":1,"title":"a"}""", Errors = "$", Minimal = 400, Because = Misfit },
        new("POST", "/orders", 422) { Body = "[]", Errors = "$", Minimal = 400, Because = Misfit },
        new("POST", "/orders", 422) { Body = "null", Errors = "order", Minimal = 400, Because = Misfit },
        new("POST", "/orders", 422)
        {
            Body = """{"id":1,"id":2,"price":1}""", Errors = "$.id", Minimal = 200, MinimalEcho = "2 | - | 1 | 0 | -", Because = "Which of two members of one name counts is anyone's guess, so it is refused.",
        },
        new("POST", "/orders", 422) { Body = """{"id":1,"price":1}""", Errors = "$", Minimal = 200, MinimalEcho = "1 | - | 1 | 0 | -", Because = AsTyped },
        new("POST", "/orders", 422) { Body = """{"title":"a","price":1}""", Errors = "$", Minimal = 200, MinimalEcho = "0 | a | 1 | 0 | -", Because = AsTyped },
        new("POST", "/orders", 422) { Body = """{"id":1,"title":null,"price":1}""", Errors = "$.title", Minimal = 200, MinimalEcho = "1 | - | 1 | 0 | -", Because = AsTyped },
        new("POST", "/orders", 200) { Body = """{"id":1,"title":"a","price":1,"lines":null}""", Echo = "1 | a | 1 | 0 | -" },
        new("POST", "/orders", 422)
        {
            Body = """{"id":1,"title":"a","price":1,"lines":[{"product":"p","count":1},null]}""", Errors = "$.lines[1]", Minimal = 200, MinimalEcho = "1 | a | 1 | 0 | [Line { Product = p, Count = 1 },-]", Because = AsTyped,
        },
        new("POST", "/orders", 422)
        {
            Body = """{"id":1,"title":"a","price":1,"lines":[{"product":null,"count":1}]}""", Errors = "$.lines[0].product", Minimal = 200, MinimalEcho = "1 | a | 1 | 0 | [Line { Product = , Count = 1 }]", Because = AsTyped,
        },
        new("POST", "/nulls", 200) { Body = """["a","b"]""", Echo = "[a,b]" },
        new("POST", "/nulls", 422) { Body = """["a",null]""", Errors = "$[1]", Minimal = 200, MinimalEcho = "[a,-]", Because = AsTyped },
        new("PUT", "/nulls", 200) { Body = """["a",null]""", Echo = "[a,-]" },
        new("PATCH", "/nulls", 200) { Body = """{"a":"b"}""", Echo = "[[a, b]]" },
        new("PATCH", "/nulls", 422) { Body = """{"a":"b","c.d":null}""", Errors = "$['c.d']", Minimal = 200, MinimalEcho = "[[a, b],[c.d, ]]", Because = AsTyped },
        new("POST", "/measures", 200) { Body = """{"value":1.5,"more":[2,"3"],"loose":"NaN"}""", Echo = "1.5 | [2,3] | NaN" },
        new("POST", "/measures", 422) { Body = """{"value":1e400}""", Errors = "$.value", Minimal = 200, MinimalEcho = "Infinity | [] | 0", Because = Finite },
        new("POST", "/measures", 422) { Body = """{"value":"NaN"}""", Errors = "$.value", Minimal = 200, MinimalEcho = "NaN | [] | 0", Because = Finite },
        new("POST", "/measures", 422) { Body = """{"value":1,"more":[1,-1e400]}""", Errors = "$.more[1]", Minimal = 200, MinimalEcho = "1 | [1,-Infinity] | 0", Because = Finite },
        new("POST", "/measures", 422) { Body = """{"value":"x"}""", Errors = "$.value", Minimal = 400, Because = Misfit },
        new("POST", "/measures", 422) { Body = """{"value":true}""", Errors = "$.value", Minimal = 400, Because = Misfit },
        new("POST", "/measures", 422) { Body = """{"value":null}""", Errors = "$.value", Minimal = 400, Because = Misfit },
        new("POST", "/measures", 400) { Body = """{"value":NaN}""", Errors = "$.value" },
        new("POST", "/strict", 200) { Body = """{"id":1,"tags":["b"]}""", Echo = "1 | [a,b] | -" },
        new("POST", "/strict", 422) { Body = """{"id":1,"idd":1}""", Errors = "$.idd", Minimal = 400, Because = Misfit },
        new("POST", "/strict", 422) { Body = """{"hidden":"x"}""", Errors = "$.hidden", Minimal = 400, Because = Misfit },
        new("POST", "/hidden", 200) { Body = """{"id":1,"secret":"s"}""", Echo = "1 | -" },
        new("POST", "/free", 200) { Body = """{"id":1,"id":2,"a":1,"a":2,"node":{"x":1,"x":2},"element":{"x":1,"x":2},"map":{"x":1,"x":2}}""", Echo = "2 | [[a, 2]] | [[x, 2]]" },
        new("POST", "/free", 200) { Body = """{"id":1,"object":{"x":1,"x":2}}""", Echo = "1 | - | -" },
        new("POST", "/free", 200) { Body = """{"id":1,"object":{"x":1,"y":[0,{"z":1,"z":2}]}}""", Echo = "1 | - | -" },
        new("POST", "/free", 200) { Body = """{"id":1,"node":{"x":1,"X":2}}""", Echo = "1 | - | -" },
        new("POST", "/free", 200) { Body = """{"id":1,"element":{"a b":["\ud800"]}}""", Echo = "1 | - | -" },
        new("POST", "/free", 200) { Body = """{"id":1,"more":{"\udc00":1}}""", Echo = "1 | [[more, {\"\\udc00\":1}]] | -" },
        new("POST", "/bags", 200) { Body = """{"id":1,"a":{"b":[1]}}""", Echo = "1 | {\"a\":{\"b\":[1]}} | -" },
        new("POST", "/bags", 200) { Body = """{"id":1,"a":{"b":1,"b":2}}""", Echo = "1 | {\"a\":{\"b\":1,\"b\":2}} | -" },
        new("POST", "/bags", 200) { Body = """{"id":1,"next":{"id":2,"a":{"b":1,"b":2}}}""", Echo = "1 | - | {\"a\":{\"b\":1,\"b\":2}}" },
        new("PUT", "/orders", 200) { Body = "", ContentType = null, Echo = "-" },
        new("PUT", "/orders", 200) { Body = "null", Echo = "-" },
        new("PUT", "/orders", 422) { Body = """{"id":{}}""", Errors = "$.id", Minimal = 400, Because = Misfit },
        new("PATCH", "/orders", 200) { Body = "", ContentType = null, Echo = "-" },
        new("PATCH", "/orders", 200) { Body = """{"id":3,"title":"a","price":0}""", Echo = "3" },
        new("PATCH", "/orders", 200) { Body = "", ContentType = "text/plain", Echo = "-", Minimal = 415, Because = "Where there is no body its content type says nothing." },
        new("PATCH", "/orders", 200) { Body = """{"id":3,"title":"a","price":0}""", ContentType = "text/html+json", Echo = "3", Minimal = 415, Because = "The suffix says that it is JSON (RFC 6839)." },
        new("DELETE", "/orders", 200) { Body = """{"id":4,"title":"a","price":0}""", Echo = "4" },
        new("POST", "/shapes", 200) { Body = """{"shape":"circle","radius":2}""", Echo = "Circle { Radius = 2 }" },
        new("POST", "/shapes", 200) { Body = """{"width":2,"height":3,"shape":"box"}""", Echo = "Box { Width = 2, Height = 3 }", Minimal = 500, Because = "The members of an object have no order, so a discriminator may stand anywhere." },
        new("POST", "/shapes", 422) { Body = """{"shape":"hexagon"}""", Errors = "$", Minimal = 400, Because = Misfit },
        new("POST", "/shapes", 422) { Body = """{"radius":2}""", Errors = "$", Minimal = 500, Because = "A missing discriminator is the client's fault." },
        new("POST", "/raw", 200) { Body = "any text", ContentType = "text/plain", Echo = "any text" },
        new("POST", "/raw", 200) { Body = "", ContentType = null, Echo = "" },
        new("PUT", "/raw", 200) { Body = "bytes", ContentType = "application/octet-stream", Echo = "bytes" },

        // Forms.
        new("POST", "/form", 200) { Body = "name=a+b&age=3&tags=x&tags=y&note=&k=High", ContentType = Form, Echo = "a b | 3 | [x,y] |  | High" },
        new("POST", "/form", 200) { Body = "name=a&age=3", ContentType = Form, Echo = "a | 3 | [] | - | Low" },
        new("POST", "/form", 200) { Body = "name=a&age=3", ContentType = Form + "; charset=\"utf-8\"", Echo = "a | 3 | [] | - | Low" },
        new("POST", "/form", 415) { Body = "name=a&age=3", ContentType = Form + "; charset=utf-7", Errors = "age,form,name", Minimal = 500, Because = "An unknown charset is the client's fault." },
        new("POST", "/form", 415) { Body = "name=a&age=3", ContentType = Form + "; charset=klingon", Errors = "age,form,name", Minimal = 200, MinimalEcho = "a | 3 | [] | - | Low", Because = "Text in an unknown charset cannot be read as if it were UTF-8." },
        new("POST", "/form", 400) { Body = "age=x&k=z", ContentType = Form, Errors = "age,k,name" },
        new("POST", "/form", 400) { Body = "", ContentType = null, Errors = "age,form,name", Minimal = 500, Because = "A missing form is the client's fault." },
        new("POST", "/form", 415) { Body = "{}", Errors = "age,form,name" },
        new("PUT", "/form", 200) { Body = "a=1&b=2", ContentType = Form, Echo = "[a,b]" },
        new("POST", "/upload", 200)
        {
            Body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhello\r\n--x--\r\n", ContentType = Multipart, Echo = "5 | 1 | -",
        },
        new("POST", "/upload", 400) { Body = "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nhello\r\n--x--\r\n", ContentType = Multipart, Errors = "file" },
        new("POST", "/upload", 400) { Body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhel", ContentType = Multipart, Errors = "file,form" },

        new("POST", "/numbersof", 400) { Body = "", ContentType = Form, Errors = "form", Minimal = 200, MinimalEcho = "[]", Because = EmptyForm },
        new("POST", "/numbersof", 200) { Body = "x=1", ContentType = Form, Echo = "[]" },
        new("POST", "/noted", 400) { Body = "", ContentType = Form, Errors = "form", Minimal = 200, MinimalEcho = "-", Because = EmptyForm },
        new("POST", "/lists", 200) { Body = "ids=1&ids=2&names=a&names=b&names=a", ContentType = Form, Echo = "[1,2] | [a,b,a]", MinimalEcho = "- | -", Because = Lists },
        new("POST", "/lists", 200) { Body = "ids[0]=1&ids[1]=2&names=a", ContentType = Form, Echo = "[1,2] | [a]", MinimalEcho = "- | -", Because = Lists },
        new("POST", "/lists", 400) { Body = "ids=1&ids=x&names=a", ContentType = Form, Errors = "ids", Minimal = 200, MinimalEcho = "- | -", Because = Lists },

        new("POST", "/upload", 400) { Body = "file=1", ContentType = Form, Errors = "file", Minimal = 415, Because = "It is a form; what is missing is the file." },

        // Types that a form is read to.
        new("POST", "/profiles", 200)
        {
            Body = "Name=a&Age=3&scores=1&scores=2&Height=2&Kind=low&mail=b&Address=b&Born=2000-01-02&Home.City=c&Home.Floor=4", ContentType = Form,
            Echo = "a | 3 | [1,2] | 2 | Low | b | 2000-01-02 | c | 4",
        },
        new("POST", "/profiles", 200) { Body = "Name=a", ContentType = Form, Echo = "a | 18 | [1] | 180 | High | - | - | nowhere | -", Minimal = 500, Because = OwnValue },
        new("POST", "/profiles", 400) { Body = "Age=x&Kind=z&Home.Floor=q", ContentType = Form, Errors = "Age,Home.Floor,Kind" },
        new("POST", "/profiles", 415) { Body = "{}", Errors = "form" },
        new("POST", "/signups", 200) { Body = "Name=a&Age=3&Size=4&Tags=x&Plan=p&Terms=true&Note=n", ContentType = Form, Echo = "a | 3 | 4 | [x] | p | True | n" },
        new("POST", "/signups", 200) { Body = "Name=a&Age=3&Terms=true", ContentType = Form, Echo = "a | 3 | - | [] | free | True | none", Minimal = 400, Because = OwnValue },
        new("POST", "/signups", 400) { Body = "Age=x", ContentType = Form, Errors = "Age,Name,Terms" },
        new("POST", "/albums", 200)
        {
            Body = "--x\r\nContent-Disposition: form-data; name=\"Title\"\r\n\r\nt\r\n--x\r\nContent-Disposition: form-data; name=\"Cover\"; filename=\"a.txt\"\r\n\r\nhello\r\n--x\r\nContent-Disposition: form-data; name=\"Pages\"; filename=\"b.txt\"\r\n\r\nhi\r\n--x\r\nContent-Disposition: form-data; name=\"Pages\"; filename=\"c.txt\"\r\n\r\nho\r\n--x--\r\n",
            ContentType = Multipart, Echo = "t | 5 | 2 | -", Minimal = 400, Because = OwnValue,
        },

        new("POST", "/parcels", 200) { Body = "Name=a&Weight=3&From.City=c&Spot.X=1&Spot.Y=2&Note=n&Internal=x&Count=4", ContentType = Form, Echo = "a | 3 | c | - | 1 | 2 | n | own | 4", MinimalEcho = "a | 3 | c | - | - | - | n | own | 4", Because = StructOfForm },
        new("POST", "/parcels", 200) { Body = "Name=a&Name=b&Weight=3&Weight=4&Count=4", ContentType = Form, Echo = "a | 3 | - | - | - | - | none | own | 4", MinimalEcho = "a | 3 | - | - | - | - | - | own | 4", Because = OwnValue },
        new("POST", "/parcels", 200) { Body = "other=1", ContentType = Form, Echo = "- | - | - | - | - | - | - | - | -" },
        new("POST", "/parcels", 400) { Body = "Name=a", ContentType = Form, Errors = "Count,Weight" },
        new("POST", "/parcels", 400) { Body = "Name=a&Weight=1&Count=1&Spot.Y=2", ContentType = Form, Errors = "Spot.X", Minimal = 200, MinimalEcho = "a | 1 | - | - | - | - | - | own | 1", Because = StructOfForm },
        new("PUT", "/parcels", 200) { Body = "text=t", ContentType = Form, Echo = "- | - | t" },
        new("PUT", "/parcels", 200) { Body = "X=1&Y=2", ContentType = Form, Echo = "1 | 2 | -", MinimalEcho = "- | - | -", Because = StructOfForm },

        // Inherited members.
        new("GET", "/searches?page=3&size=5&text=a&mark=7", 200) { Echo = "3 | 50 | a | 7", MinimalEcho = "0 | 50 | a | -", Because = "The framework's generator leaves out inherited members; without it they are bound." },
        new("GET", "/nowhere/hiding?page=1&mark=7", 200) { Echo = "7 | -" },
        new("GET", "/searches?size=x", 400) { Errors = "Page,Size" },
        new("GET", "/listings?page=2&text=a", 200) { Echo = "2 | 20 | a" },
        new("GET", "/either?a=4", 200) { Echo = "4" },
        new("GET", "/fallbacks", 200) { Echo = "5 | 6 | -", Minimal = 500, Because = "The default of a service that is not registered holds." },

        // Groups of parameters, services, several faults.
        new("GET", "/pages/1?n=2&order=down", 200) { Headers = ["X-Size: 9"], Echo = "1 | 2 | 9 | plain | GET | True | down | -" },
        new("GET", "/pages/1?n=2&last=z", 200) { Echo = "1 | 2 | - | plain | GET | True | up | z" },
        new("GET", "/pages/x?n=y", 404) { Headers = ["X-Size: z"], Errors = "X-Size,id,n", Minimal = 400, Because = NotInRoute },
        new("GET", "/filtered?year=1999&text=a&kinds=Low&kinds=High", 200) { Echo = "1999 | a | [Low,High] | fixed" },
        new("GET", "/filtered?text=a", 400) { Errors = "Year" },
        new("POST", "/changes/4?force=true", 200) { Body = """{"id":8,"title":"a","price":1}""", Echo = "4 | 8 | True" },
        new("POST", "/changes/4?force=maybe", 400) { Body = """{"id":"x"}""", Errors = "$.id,Force" },
        new("POST", "/everything/1?n=2", 200) { Headers = ["X-Count: 3"], Body = """{"id":4,"title":"a","price":1}""", Echo = "1 | 2 | 3 | 4" },
        new("POST", "/everything/1?n=a", 400) { Headers = ["X-Count: b"], Body = """{"id":"c"}""", Errors = "$.id,X-Count,n" },
        new("POST", "/everything/x?n=a", 404) { Headers = ["X-Count: b"], Body = """{"id":"c"}""", Errors = "X-Count,id,n", Minimal = 400, Because = NotInRoute },
        new("POST", "/everything/1?n=a", 415) { Body = "text", ContentType = "text/plain", Errors = "X-Count,n,order" },
        new("GET", "/services", 200) { Echo = "plain | plain | keyed | -" },
        new("POST", "/services", 200) { Body = """{"product":"p","count":1}""", Echo = "p | plain" },

        // Unions, and what is no handler's.
        new("GET", "/unions/7", 200) { Echo = "7" },
        new("GET", "/unions/0", 404),
        new("GET", "/unions/-1", 409),
        new("GET", "/unions/x", 404) { Errors = "id", Minimal = 400, Because = NotInRoute },
        new("PUT", "/unions/3", 200) { Echo = "3" },
        new("PUT", "/unions/0", 204),
        new("DELETE", "/unions/3", 204) { Echo = "" },
        new("PATCH", "/unions/3", 405),
        new("POST", "/numbers/3", 405),
        new("GET", "/nowhere", 404),
    ];
}
