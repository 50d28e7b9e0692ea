using Microsoft.CodeAnalysis;

namespace Jero.Generator.Diagnostics;

/// <summary>Every mistake that is found at compile time. A page for each is in docs/diagnostics.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "Jero";

    public static readonly DiagnosticDescriptor ClassNotPartial = Error(
        "JERO001",
        "Endpoint class is not partial",
        "'{0}' has [Endpoint] but {1} is not partial, so its generated half has no place to go; write 'partial class {1}'");

    public static readonly DiagnosticDescriptor NoHandler = Error(
        "JERO002",
        "Endpoint class has no handler",
        "'{0}' has [Endpoint] but no handler; {1}");

    public static readonly DiagnosticDescriptor UnsupportedReturnType = Error(
        "JERO003",
        "Handler returns an unsupported type",
        "'{0}' returns '{1}', which is no response that Jero can send; {2}");

    public static readonly DiagnosticDescriptor EventStreamNotGet = Error(
        "JERO004",
        "Event stream on another verb than GET",
        "'{0}' returns '{1}' for {2}, but an EventSource only ever sends GET; rename the method to Get, or to Query where the request has a body and the clients can send that, or switch this rule off where the clients are not browsers");

    public static readonly DiagnosticDescriptor UnboundRouteParameter = Error(
        "JERO005",
        "Route parameter without a handler parameter",
        "The route '{0}' has the parameter '{1}', but '{2}' has no parameter of that name; add one, or take '{{{1}}}' out of the route");

    public static readonly DiagnosticDescriptor UnsupportedItemType = Error(
        "JERO006",
        "Type cannot be serialized",
        "'{0}' uses a type that Jero cannot serialize: {1} is '{2}'; {3}");

    public static readonly DiagnosticDescriptor DuplicateVerb = Error(
        "JERO007",
        "Two handlers for one verb",
        "'{0}' has more than one handler for {1}; keep one, or move the other to an endpoint class with a path of its own");

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
        "'{0}' is {1}, and an endpoint has to be a class that can be constructed once a request; {2}");

    public static readonly DiagnosticDescriptor InvalidPath = Error(
        "JERO011",
        "Endpoint path is not a route",
        "The path '{0}' of '{1}' is no route: {2}");

    public static readonly DiagnosticDescriptor ComponentClash = Error(
        "JERO012",
        "Two types with one component name",
        "'{0}' and '{1}' would both be the component '{2}' of the OpenAPI document; rename one of them");

    public static readonly DiagnosticDescriptor JsonNameClash = Error(
        "JERO013",
        "Two members with one JSON name",
        "'{0}' uses a type whose members clash: '{2}' and '{3}' of {1} would both be '{4}' in JSON; give one of them another name by [JsonPropertyName], or leave it out by [JsonIgnore]");

    public static readonly DiagnosticDescriptor NoVariant = Error(
        "JERO014",
        "Base type without variants",
        "'{0}' uses a base type whose variants are not named: {1} is '{2}'; name each by [JsonDerivedType(typeof(...), \"tag\")], or use a type that is not abstract");

    public static readonly DiagnosticDescriptor LineBreakInEvent = Error(
        "JERO015",
        "Line break in the type, id or comment of an event",
        "The {0} of an event is {1}, but a line break or NUL in it would end the field; leave it out");

    public static readonly DiagnosticDescriptor LifecycleYields = Error(
        "JERO016",
        "Lifecycle yields not exactly once",
        "The lifecycle '{0}' {1}, but it has to yield exactly one stream: set-up stands before its one 'yield return', teardown behind it");

    public static readonly DiagnosticDescriptor BodyOnGet = Error(
        "JERO017",
        "Body on GET",
        "The parameter '{0}' of '{1}' is '{2}' and would be read from the body, but a GET request has none that counts; take it from the query, or answer POST");

    public static readonly DiagnosticDescriptor SeveralBodies = Error(
        "JERO018",
        "Several parameters for one body",
        "'{0}' would read the body twice, for '{1}' and for '{2}'; say [FromServices] where one is a service, [FromQuery] where it is of the query, or put both into one type");

    public static readonly DiagnosticDescriptor UnreadableBody = Error(
        "JERO019",
        "Body cannot be read",
        "The body parameter '{0}' of '{1}' cannot be read from JSON: {2}");

    public static readonly DiagnosticDescriptor DuplicateEndpoint = Error(
        "JERO020",
        "Endpoint attribute stands on a class twice",
        "'{0}' has more than one [Endpoint], but an endpoint has one path; keep one of them, and write another class for the other path");

    public static readonly DiagnosticDescriptor UnsupportedHandler = Error(
        "JERO021",
        "Handler cannot be called",
        "The handler '{0}' {1}, so generated code cannot call it; {2}");

    public static readonly DiagnosticDescriptor DuplicateRoute = Error(
        "JERO022",
        "Two endpoints for one verb and path",
        "'{0}' and '{1}' both answer {2} '{3}', and a request for it would fail as ambiguous; change one of the paths, or switch this rule off where the two are mapped in different groups");

    public static readonly DiagnosticDescriptor RequiredMember = Error(
        "JERO023",
        "Endpoint class has a required member",
        "'{0}' cannot be constructed, since nothing sets its required member '{1}'; take 'required' away and take the value from the constructor");

    public static readonly DiagnosticDescriptor UnreachableAttribute = Error(
        "JERO030",
        "Attribute cannot be repeated",
        "The attribute '{0}' of '{1}' cannot be repeated in generated code, which hands it to the framework as metadata; make it, its constructor and the types that it names internal or public and not obsolete as an error");

    public static readonly DiagnosticDescriptor UnsupportedJsonContext = Error(
        "JERO031",
        "Type is no JSON context",
        "[JeroJsonContext] names '{0}', which {1}; {2}");

    public static readonly DiagnosticDescriptor OldLanguage = Error(
        "JERO028",
        "Language version is too old",
        "LangVersion is {0}, but what Jero generates is C# 12 or later; take <LangVersion> out of the project, since .NET 10 has C# 14");

    public static readonly DiagnosticDescriptor InvalidMapMethod = Error(
        "JERO032",
        "Name of the map method is no identifier",
        "[JeroEndpoints] names the method '{0}', which is no C# identifier; use letters, digits and underscores, as in 'MapCatalog'");

    public static readonly DiagnosticDescriptor UnsupportedVariant = Error(
        "JERO033",
        "Variant cannot be told apart",
        "'{0}' uses a base type with a variant that System.Text.Json refuses: {1} names '{2}', {3}");

    public static readonly DiagnosticDescriptor GeneratorFault = Error(
        "JERO036",
        "Jero failed",
        "Jero failed over '{0}' ({1}: {2}), which is a fault of Jero; please report it with the class, {3}");

    public static readonly DiagnosticDescriptor TypeCalledVar = Error(
        "JERO045",
        "Type is called var",
        "'{0}' sees the type '{1}', which C# takes every 'var' for, also that of generated code; give the type another name");

    public static readonly DiagnosticDescriptor DiscriminatorClash = Error(
        "JERO037",
        "Discriminator has a name that is taken",
        "'{0}' uses a base type whose discriminator has a name that is taken: of {1} it is '{2}', but {3}; name the discriminator by [JsonPolymorphic(TypeDiscriminatorPropertyName = \"...\")], or leave the member out by [JsonIgnore]");

    public static readonly DiagnosticDescriptor BadEnumName = Error(
        "JERO038",
        "Name of an enum value cannot be read back",
        "'{0}' uses an enum that System.Text.Json refuses: at {1}, [JsonStringEnumMemberName] of '{2}' is '{3}', {4}");

    public static readonly DiagnosticDescriptor SourceWithoutToken = Warning(
        "JERO043",
        "Source takes no token",
        "'{0}' awaits but takes no token, so it goes on waiting when the client has gone; give it '[EnumeratorCancellation] CancellationToken cancellationToken = default' and pass that on");

    public static readonly DiagnosticDescriptor SourceNotAsynchronous = Error(
        "JERO044",
        "Source is not asynchronous",
        "'{0}' streams an IAsyncEnumerable<T>, but '{1}' is '{2}'; {3}");

    public static readonly DiagnosticDescriptor ContradictoryJson = Error(
        "JERO049",
        "JSON attributes contradict each other",
        "'{0}' uses a type whose JSON attributes contradict each other: of {1}, {2}");

    public static readonly DiagnosticDescriptor BadHeaderName = Error(
        "JERO052",
        "Header cannot have the name",
        "The handler '{0}' would send '{1}' as the header '{2}', which no header can be named: a name is made of ASCII letters, digits and !#$%&'*+-.^_`|~; name it by [FromHeader(Name = \"...\")]");

    public static readonly DiagnosticDescriptor HeaderClash = Error(
        "JERO046",
        "Two headers with one name",
        "The handler '{0}' would send '{1}' and '{2}' both as the header '{3}', so that one of them is lost; name one otherwise by [FromHeader(Name = \"...\")], leave it out by [JsonIgnore], or send repeats by RawHeaders");

    public static readonly DiagnosticDescriptor HeaderOfServer = Error(
        "JERO047",
        "Header is the server's",
        "The handler '{0}' would send '{1}' as the header '{2}', which only the server sets, since it frames the body; leave the property out by [JsonIgnore], or name the header otherwise by [FromHeader(Name = \"...\")]");

    public static readonly DiagnosticDescriptor UnknownOption = Error(
        "JERO048",
        "Option has no such value",
        "[JeroJsonOptions] sets {0} to {1}, which the options of System.Text.Json do not take; name a value that they do, or leave the option out");

    public static readonly DiagnosticDescriptor BadStatus = Error(
        "JERO053",
        "Status cannot be sent",
        "'{0}' names the status {1}, which its response cannot have: {2}");

    public static readonly DiagnosticDescriptor LineBreakInEventName = Error(
        "JERO054",
        "Line break in the name of an event of the stream's own",
        "{0} is {1}, but a line break or NUL in it would end the field, and the response cannot be constructed; leave it out");

    public static readonly DiagnosticDescriptor SequenceBesideBody = Error(
        "JERO056",
        "Sequence beside another body",
        "'{0}' would read the body for '{1}' and for '{2}', but a sequence takes the whole of it; take one sequence of items that hold both, or move the other value to the query or a header");

    public static readonly DiagnosticDescriptor SequenceWithoutBody = Error(
        "JERO057",
        "Sequence where no body counts",
        "The parameter '{0}' of '{1}' is '{2}', whose items are read from the body, but a {3} request has none that counts; answer POST, or say [FromServices] where it is a service");

    public static readonly DiagnosticDescriptor TopicOfStrings = Error(
        "JERO058",
        "Topic of strings",
        "A topic of strings cannot be registered, since a string is text in a server-sent event and JSON elsewhere; declare a record that holds the string");

    public static readonly DiagnosticDescriptor BadTopicName = Error(
        "JERO059",
        "Name of a topic",
        "{0} cannot be the name of a topic: 1 to 100 ASCII letters, digits and any of - _ . / : can; choose such a name");

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
