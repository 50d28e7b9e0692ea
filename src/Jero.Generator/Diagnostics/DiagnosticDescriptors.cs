using Microsoft.CodeAnalysis;

namespace Jero.Generator.Diagnostics;

/// <summary>The diagnostics that the generator and the analyzer report. docs/diagnostics has a page for each.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "Jero";

    public static readonly DiagnosticDescriptor ClassNotPartial = Error(
        "JERO001",
        "Endpoint class is not partial",
        "'{0}' has [Endpoint], but {1} is not partial, so its generated half cannot be added; write 'partial class {1}'");

    public static readonly DiagnosticDescriptor NoHandler = Error(
        "JERO002",
        "Endpoint class has no handler",
        "'{0}' has [Endpoint] but no handler; {1}");

    public static readonly DiagnosticDescriptor UnsupportedReturnType = Error(
        "JERO003",
        "Handler returns an unsupported type",
        "'{0}' returns '{1}', which Jero cannot send; {2}");

    public static readonly DiagnosticDescriptor EventStreamNotGet = Error(
        "JERO004",
        "Event stream answers a verb other than GET",
        "'{0}' returns '{1}' for {2}, but a browser's EventSource only sends GET; rename the method to Get, or to Query if the request has a body and the clients can send QUERY, or suppress this diagnostic if the clients are not browsers");

    public static readonly DiagnosticDescriptor UnboundRouteParameter = Error(
        "JERO005",
        "Route parameter has no handler parameter",
        "The route '{0}' has the parameter '{1}', but '{2}' has no parameter of that name; add one, or remove '{{{1}}}' from the route");

    public static readonly DiagnosticDescriptor UnsupportedItemType = Error(
        "JERO006",
        "Type cannot be serialized",
        "'{0}' uses a type that Jero cannot serialize: {1} is '{2}'; {3}");

    public static readonly DiagnosticDescriptor DuplicateVerb = Error(
        "JERO007",
        "Two handlers answer the same verb",
        "'{0}' has more than one handler for {1}; keep one, or move the other to an endpoint class with its own path");

    public static readonly DiagnosticDescriptor UnsupportedParameter = Error(
        "JERO008",
        "Handler parameter cannot be bound",
        "The parameter '{0}' of '{1}' is '{2}', which cannot be bound from {3}; {4}");

    public static readonly DiagnosticDescriptor UnsupportedConstructor = Error(
        "JERO009",
        "Endpoint class cannot be constructed",
        "'{0}' needs exactly one constructor that generated code can call, but has {1}; keep one public or internal constructor that takes services");

    public static readonly DiagnosticDescriptor UnsupportedClass = Error(
        "JERO010",
        "Class cannot be an endpoint",
        "'{0}' is {1}, but an endpoint must be a class that can be constructed for each request; {2}");

    public static readonly DiagnosticDescriptor InvalidPath = Error(
        "JERO011",
        "Endpoint path is not a valid route",
        "The path '{0}' of '{1}' is not a valid route: {2}");

    public static readonly DiagnosticDescriptor ComponentClash = Error(
        "JERO012",
        "Two types have the same component name",
        "'{0}' and '{1}' would both be the component '{2}' of the OpenAPI document; rename one of them");

    public static readonly DiagnosticDescriptor JsonNameClash = Error(
        "JERO013",
        "Two members have the same JSON name",
        "'{0}' uses a type whose members clash: '{2}' and '{3}' of {1} would both be '{4}' in JSON; rename one of them with [JsonPropertyName], or leave it out with [JsonIgnore]");

    public static readonly DiagnosticDescriptor NoVariant = Error(
        "JERO014",
        "Base type has no variants",
        "'{0}' uses a base type that declares no variants: {1} is '{2}'; declare each with [JsonDerivedType(typeof(...), \"tag\")], or use a type that is not abstract");

    public static readonly DiagnosticDescriptor LineBreakInEvent = Error(
        "JERO015",
        "Line break in the type, id or comment of an event",
        "The {0} of an event is {1}, but a line break or NUL would end the field; remove it");

    public static readonly DiagnosticDescriptor LifecycleYields = Error(
        "JERO016",
        "Lifecycle does not yield exactly once",
        "The lifecycle '{0}' {1}, but it must yield exactly one stream; put set-up before its one 'yield return' and teardown after it");

    public static readonly DiagnosticDescriptor BodyOnGet = Error(
        "JERO017",
        "GET handler reads a body",
        "The parameter '{0}' of '{1}' is '{2}' and would be read from the body, but the body of a GET request has no meaning; take it from the query, or answer POST");

    public static readonly DiagnosticDescriptor SeveralBodies = Error(
        "JERO018",
        "Two parameters read the body",
        "'{0}' would read the body twice, for '{1}' and for '{2}'; add [FromServices] if one is a service or [FromQuery] if it comes from the query, or combine both in one type");

    public static readonly DiagnosticDescriptor UnreadableBody = Error(
        "JERO019",
        "Body cannot be read",
        "The body parameter '{0}' of '{1}' cannot be read from JSON: {2}");

    public static readonly DiagnosticDescriptor DuplicateEndpoint = Error(
        "JERO020",
        "Class has more than one [Endpoint]",
        "'{0}' has more than one [Endpoint], but an endpoint has one path; keep one of them, and write another class for the other path");

    public static readonly DiagnosticDescriptor UnsupportedHandler = Error(
        "JERO021",
        "Handler cannot be called",
        "The handler '{0}' {1}, so generated code cannot call it; {2}");

    public static readonly DiagnosticDescriptor DuplicateRoute = Error(
        "JERO022",
        "Two endpoints answer the same verb and path",
        "'{0}' and '{1}' both answer {2} '{3}', so a request for it would fail as ambiguous; change one of the paths, or suppress this diagnostic if the two are mapped in different groups");

    public static readonly DiagnosticDescriptor RequiredMember = Error(
        "JERO023",
        "Endpoint class has a required member",
        "'{0}' cannot be constructed, because nothing sets its required member '{1}'; remove 'required' and take the value from the constructor");

    public static readonly DiagnosticDescriptor UnreachableAttribute = Error(
        "JERO030",
        "Attribute cannot be repeated in generated code",
        "Generated code has to repeat the attribute '{0}' of '{1}' as metadata for ASP.NET Core, but cannot use it; make the attribute, its constructor and the types that it names internal or public, and not obsolete as an error");

    public static readonly DiagnosticDescriptor UnsupportedJsonContext = Error(
        "JERO031",
        "Type is not a JSON context",
        "[JeroJsonContext] names '{0}', which {1}; {2}");

    public static readonly DiagnosticDescriptor OldLanguage = Error(
        "JERO028",
        "Language version is too old",
        "LangVersion is {0}, but generated code needs C# 12 or later; remove <LangVersion> from the project, because .NET 10 uses C# 14 by default");

    public static readonly DiagnosticDescriptor InvalidMapMethod = Error(
        "JERO032",
        "Name of the map method is not an identifier",
        "[JeroEndpoints] names the method '{0}', which is not a C# identifier; use letters, digits and underscores, as in 'MapCatalog'");

    public static readonly DiagnosticDescriptor UnsupportedVariant = Error(
        "JERO033",
        "Variant of a base type is not valid",
        "'{0}' uses a base type with a variant that System.Text.Json rejects: {1} names '{2}', {3}");

    public static readonly DiagnosticDescriptor GeneratorFault = Error(
        "JERO036",
        "Internal error in Jero",
        "Jero failed while it processed '{0}' ({1}: {2}); this is a bug in Jero, please report it with the class; {3}");

    public static readonly DiagnosticDescriptor TypeCalledVar = Error(
        "JERO045",
        "Type is named var",
        "'{0}' can see the type '{1}', so C# takes every 'var' for it, including those in generated code; rename the type");

    public static readonly DiagnosticDescriptor DiscriminatorClash = Error(
        "JERO037",
        "Discriminator name is taken",
        "'{0}' uses a base type whose discriminator name is taken: for {1} it is '{2}', but {3}; rename the discriminator with [JsonPolymorphic(TypeDiscriminatorPropertyName = \"...\")], or leave the member out with [JsonIgnore]");

    public static readonly DiagnosticDescriptor BadEnumName = Error(
        "JERO038",
        "Enum value has a name that cannot be read back",
        "'{0}' uses an enum that System.Text.Json rejects: at {1}, [JsonStringEnumMemberName] of '{2}' is '{3}', {4}");

    public static readonly DiagnosticDescriptor SourceWithoutToken = Warning(
        "JERO043",
        "Source takes no cancellation token",
        "'{0}' awaits but takes no cancellation token, so it keeps waiting after the client has gone; add '[EnumeratorCancellation] CancellationToken cancellationToken = default' and pass it on");

    public static readonly DiagnosticDescriptor SourceNotAsynchronous = Error(
        "JERO044",
        "Source is not asynchronous",
        "'{0}' streams an IAsyncEnumerable<T>, but '{1}' is '{2}'; {3}");

    public static readonly DiagnosticDescriptor ContradictoryJson = Error(
        "JERO049",
        "JSON attributes contradict each other",
        "'{0}' uses a type whose JSON attributes contradict each other: in {1}, {2}");

    public static readonly DiagnosticDescriptor BadHeaderName = Error(
        "JERO052",
        "Header name is not valid",
        "The handler '{0}' would send '{1}' as the header '{2}', which is not a valid header name: a name consists of ASCII letters, digits and !#$%&'*+-.^_`|~; name it with [FromHeader(Name = \"...\")]");

    public static readonly DiagnosticDescriptor HeaderClash = Error(
        "JERO046",
        "Two headers have the same name",
        "The handler '{0}' would send both '{1}' and '{2}' as the header '{3}', so one of them would be lost; rename one with [FromHeader(Name = \"...\")], leave it out with [JsonIgnore], or send several values with RawHeaders");

    public static readonly DiagnosticDescriptor HeaderOfServer = Error(
        "JERO047",
        "Header is set by the server",
        "The handler '{0}' would send '{1}' as the header '{2}', which only the server may set, because it frames the body; leave the property out with [JsonIgnore], or rename the header with [FromHeader(Name = \"...\")]");

    public static readonly DiagnosticDescriptor UnknownOption = Error(
        "JERO048",
        "Option value is not valid",
        "[JeroJsonOptions] sets {0} to {1}, which System.Text.Json does not accept; use a value that it accepts, or remove the option");

    public static readonly DiagnosticDescriptor BadStatus = Error(
        "JERO053",
        "Status cannot be sent",
        "'{0}' uses the status {1}, which its response cannot have: {2}");

    public static readonly DiagnosticDescriptor LineBreakInEventName = Error(
        "JERO054",
        "Line break in the name of a built-in event",
        "{0} is {1}, but a line break or NUL would end the field, so the response cannot be constructed; remove it");

    public static readonly DiagnosticDescriptor SequenceBesideBody = Error(
        "JERO056",
        "Sequence is combined with another body",
        "'{0}' would read the body for both '{1}' and '{2}', but a sequence takes the whole body; take one sequence whose items hold both, or move the other value to the query or a header");

    public static readonly DiagnosticDescriptor SequenceWithoutBody = Error(
        "JERO057",
        "Sequence on a verb without a body",
        "The parameter '{0}' of '{1}' is '{2}', whose items are read from the body, but the body of a {3} request has no meaning; answer POST, or add [FromServices] if it is a service");

    public static readonly DiagnosticDescriptor TopicOfStrings = Error(
        "JERO058",
        "Topic item is a string",
        "A topic cannot have strings as its items, because a string is text in a server-sent event and JSON elsewhere; declare a record that holds the string");

    public static readonly DiagnosticDescriptor BadTopicName = Error(
        "JERO059",
        "Topic name is not valid",
        "{0} is not a valid name for a topic; use 1 to 100 ASCII letters, digits and any of - _ . / :");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) => new(
        id,
        title,
        message,
        Category,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/jero-net/jero/blob/main/docs/diagnostics/{id}.md");
}
