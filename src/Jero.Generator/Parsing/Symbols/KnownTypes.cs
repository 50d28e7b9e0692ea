namespace Jero.Generator.Parsing.Symbols;

/// <summary>Names the types of .NET, ASP.NET Core and Jero that parsers know. No other file spells these names.</summary>
internal static class KnownTypes
{
    public static readonly KnownType EndpointAttribute = new("Jero", "EndpointAttribute");
    public static readonly KnownType JSONResponse = new("Jero", "JSONResponse");
    public static readonly KnownType JeroEndpointsAttribute = new("Jero", "JeroEndpointsAttribute");
    public static readonly KnownType JeroJsonContextAttribute = new("Jero", "JeroJsonContextAttribute");
    public static readonly KnownType JeroJsonOptionsAttribute = new("Jero", "JeroJsonOptionsAttribute");
    public static readonly KnownType JeroTopicServiceCollectionExtensions = new("Jero", "JeroTopicServiceCollectionExtensions");
    public static readonly KnownType ServerSentEvent = new("Jero", "ServerSentEvent`1");
    public static readonly KnownType StreamStopping = new("Jero", "StreamStopping");
    public static readonly KnownType SSEResponse = new("Jero", "SSEResponse`1");
    public static readonly KnownType Topic = new("Jero", "Topic`1");

    public static readonly KnownType AsParametersAttribute = new("Microsoft.AspNetCore.Http", "AsParametersAttribute");
    public static readonly KnownType HttpContext = new("Microsoft.AspNetCore.Http", "HttpContext");
    public static readonly KnownType HttpRequest = new("Microsoft.AspNetCore.Http", "HttpRequest");
    public static readonly KnownType HttpResponse = new("Microsoft.AspNetCore.Http", "HttpResponse");
    public static readonly KnownType IBindableFromHttpContext = new("Microsoft.AspNetCore.Http", "IBindableFromHttpContext`1");
    public static readonly KnownType IFormCollection = new("Microsoft.AspNetCore.Http", "IFormCollection");
    public static readonly KnownType IFormFile = new("Microsoft.AspNetCore.Http", "IFormFile");
    public static readonly KnownType IFormFileCollection = new("Microsoft.AspNetCore.Http", "IFormFileCollection");
    public static readonly KnownType IResult = new("Microsoft.AspNetCore.Http", "IResult");

    public static readonly KnownType IFromBodyMetadata = new("Microsoft.AspNetCore.Http.Metadata", "IFromBodyMetadata");
    public static readonly KnownType IFromFormMetadata = new("Microsoft.AspNetCore.Http.Metadata", "IFromFormMetadata");
    public static readonly KnownType IFromHeaderMetadata = new("Microsoft.AspNetCore.Http.Metadata", "IFromHeaderMetadata");
    public static readonly KnownType IFromQueryMetadata = new("Microsoft.AspNetCore.Http.Metadata", "IFromQueryMetadata");
    public static readonly KnownType IFromRouteMetadata = new("Microsoft.AspNetCore.Http.Metadata", "IFromRouteMetadata");
    public static readonly KnownType IFromServiceMetadata = new("Microsoft.AspNetCore.Http.Metadata", "IFromServiceMetadata");

    public static readonly KnownType FromHeaderAttribute = new("Microsoft.AspNetCore.Mvc", "FromHeaderAttribute");

    public static readonly KnownType BindNeverAttribute = new("Microsoft.AspNetCore.Mvc.ModelBinding", "BindNeverAttribute");

    public static readonly KnownType FromKeyedServicesAttribute = new("Microsoft.Extensions.DependencyInjection", "FromKeyedServicesAttribute");

    public static readonly KnownType StringValues = new("Microsoft.Extensions.Primitives", "StringValues");

    public static readonly KnownType SkipValidationAttribute = new("Microsoft.Extensions.Validation", "SkipValidationAttribute");

    public static readonly KnownType AttributeUsageAttribute = new("System", "AttributeUsageAttribute");
    public static readonly KnownType FlagsAttribute = new("System", "FlagsAttribute");
    public static readonly KnownType IAsyncDisposable = new("System", "IAsyncDisposable");
    public static readonly KnownType IDisposable = new("System", "IDisposable");
    public static readonly KnownType IFormatProvider = new("System", "IFormatProvider");
    public static readonly KnownType IParsable = new("System", "IParsable`1");
    public static readonly KnownType Memory = new("System", "Memory`1");
    public static readonly KnownType ObsoleteAttribute = new("System", "ObsoleteAttribute");
    public static readonly KnownType ReadOnlyMemory = new("System", "ReadOnlyMemory`1");
    public static readonly KnownType Uri = new("System", "Uri");

    public static readonly KnownType ConcurrentQueue = new("System.Collections.Concurrent", "ConcurrentQueue`1");
    public static readonly KnownType ConcurrentStack = new("System.Collections.Concurrent", "ConcurrentStack`1");

    public static readonly KnownType Dictionary = new("System.Collections.Generic", "Dictionary`2");
    public static readonly KnownType HashSet = new("System.Collections.Generic", "HashSet`1");
    public static readonly KnownType IAsyncEnumerable = new("System.Collections.Generic", "IAsyncEnumerable`1");
    public static readonly KnownType ICollection = new("System.Collections.Generic", "ICollection`1");
    public static readonly KnownType IDictionary = new("System.Collections.Generic", "IDictionary`2");
    public static readonly KnownType IEnumerable = new("System.Collections.Generic", "IEnumerable`1");
    public static readonly KnownType IList = new("System.Collections.Generic", "IList`1");
    public static readonly KnownType IReadOnlyDictionary = new("System.Collections.Generic", "IReadOnlyDictionary`2");
    public static readonly KnownType ISet = new("System.Collections.Generic", "ISet`1");
    public static readonly KnownType KeyValuePair = new("System.Collections.Generic", "KeyValuePair`2");
    public static readonly KnownType List = new("System.Collections.Generic", "List`1");
    public static readonly KnownType Queue = new("System.Collections.Generic", "Queue`1");
    public static readonly KnownType Stack = new("System.Collections.Generic", "Stack`1");

    public static readonly KnownType DefaultValueAttribute = new("System.ComponentModel", "DefaultValueAttribute");
    public static readonly KnownType DescriptionAttribute = new("System.ComponentModel", "DescriptionAttribute");

    public static readonly KnownType DisplayAttribute = new("System.ComponentModel.DataAnnotations", "DisplayAttribute");
    public static readonly KnownType IValidatableObject = new("System.ComponentModel.DataAnnotations", "IValidatableObject");
    public static readonly KnownType LengthAttribute = new("System.ComponentModel.DataAnnotations", "LengthAttribute");
    public static readonly KnownType MaxLengthAttribute = new("System.ComponentModel.DataAnnotations", "MaxLengthAttribute");
    public static readonly KnownType MinLengthAttribute = new("System.ComponentModel.DataAnnotations", "MinLengthAttribute");
    public static readonly KnownType RequiredAttribute = new("System.ComponentModel.DataAnnotations", "RequiredAttribute");
    public static readonly KnownType ValidationAttribute = new("System.ComponentModel.DataAnnotations", "ValidationAttribute");

    public static readonly KnownType AllowNullAttribute = new("System.Diagnostics.CodeAnalysis", "AllowNullAttribute");
    public static readonly KnownType DisallowNullAttribute = new("System.Diagnostics.CodeAnalysis", "DisallowNullAttribute");
    public static readonly KnownType ExperimentalAttribute = new("System.Diagnostics.CodeAnalysis", "ExperimentalAttribute");
    public static readonly KnownType MaybeNullAttribute = new("System.Diagnostics.CodeAnalysis", "MaybeNullAttribute");
    public static readonly KnownType NotNullAttribute = new("System.Diagnostics.CodeAnalysis", "NotNullAttribute");
    public static readonly KnownType RequiresAssemblyFilesAttribute = new("System.Diagnostics.CodeAnalysis", "RequiresAssemblyFilesAttribute");
    public static readonly KnownType RequiresDynamicCodeAttribute = new("System.Diagnostics.CodeAnalysis", "RequiresDynamicCodeAttribute");
    public static readonly KnownType RequiresUnreferencedCodeAttribute = new("System.Diagnostics.CodeAnalysis", "RequiresUnreferencedCodeAttribute");
    public static readonly KnownType SetsRequiredMembersAttribute = new("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute");

    public static readonly KnownType Stream = new("System.IO", "Stream");

    public static readonly KnownType PipeReader = new("System.IO.Pipelines", "PipeReader");

    public static readonly KnownType IQueryable = new("System.Linq", "IQueryable`1");

    public static readonly KnownType ParameterInfo = new("System.Reflection", "ParameterInfo");

    public static readonly KnownType DataMemberAttribute = new("System.Runtime.Serialization", "DataMemberAttribute");
    public static readonly KnownType IgnoreDataMemberAttribute = new("System.Runtime.Serialization", "IgnoreDataMemberAttribute");

    public static readonly KnownType ClaimsPrincipal = new("System.Security.Claims", "ClaimsPrincipal");

    public static readonly KnownType JsonElement = new("System.Text.Json", "JsonElement");

    public static readonly KnownType JsonObject = new("System.Text.Json.Nodes", "JsonObject");

    public static readonly KnownType IJsonOnDeserialized = new("System.Text.Json.Serialization", "IJsonOnDeserialized");
    public static readonly KnownType IJsonOnDeserializing = new("System.Text.Json.Serialization", "IJsonOnDeserializing");
    public static readonly KnownType IJsonOnSerialized = new("System.Text.Json.Serialization", "IJsonOnSerialized");
    public static readonly KnownType IJsonOnSerializing = new("System.Text.Json.Serialization", "IJsonOnSerializing");
    public static readonly KnownType JsonConstructorAttribute = new("System.Text.Json.Serialization", "JsonConstructorAttribute");
    public static readonly KnownType JsonConverter = new("System.Text.Json.Serialization", "JsonConverter`1");
    public static readonly KnownType JsonConverterAttribute = new("System.Text.Json.Serialization", "JsonConverterAttribute");
    public static readonly KnownType JsonConverterFactory = new("System.Text.Json.Serialization", "JsonConverterFactory");
    public static readonly KnownType JsonDerivedTypeAttribute = new("System.Text.Json.Serialization", "JsonDerivedTypeAttribute");
    public static readonly KnownType JsonExtensionDataAttribute = new("System.Text.Json.Serialization", "JsonExtensionDataAttribute");
    public static readonly KnownType JsonIgnoreAttribute = new("System.Text.Json.Serialization", "JsonIgnoreAttribute");
    public static readonly KnownType JsonIncludeAttribute = new("System.Text.Json.Serialization", "JsonIncludeAttribute");
    public static readonly KnownType JsonNumberEnumConverter = new("System.Text.Json.Serialization", "JsonNumberEnumConverter`1");
    public static readonly KnownType JsonNumberHandlingAttribute = new("System.Text.Json.Serialization", "JsonNumberHandlingAttribute");
    public static readonly KnownType JsonObjectCreationHandlingAttribute = new("System.Text.Json.Serialization", "JsonObjectCreationHandlingAttribute");
    public static readonly KnownType JsonPolymorphicAttribute = new("System.Text.Json.Serialization", "JsonPolymorphicAttribute");
    public static readonly KnownType JsonPropertyNameAttribute = new("System.Text.Json.Serialization", "JsonPropertyNameAttribute");
    public static readonly KnownType JsonPropertyOrderAttribute = new("System.Text.Json.Serialization", "JsonPropertyOrderAttribute");
    public static readonly KnownType JsonRequiredAttribute = new("System.Text.Json.Serialization", "JsonRequiredAttribute");
    public static readonly KnownType JsonSerializableAttribute = new("System.Text.Json.Serialization", "JsonSerializableAttribute");
    public static readonly KnownType JsonSerializerContext = new("System.Text.Json.Serialization", "JsonSerializerContext");
    public static readonly KnownType JsonStringEnumConverter = new("System.Text.Json.Serialization", "JsonStringEnumConverter");
    public static readonly KnownType JsonStringEnumConverterOfT = new("System.Text.Json.Serialization", "JsonStringEnumConverter`1");
    public static readonly KnownType JsonStringEnumMemberNameAttribute = new("System.Text.Json.Serialization", "JsonStringEnumMemberNameAttribute");
    public static readonly KnownType JsonUnmappedMemberHandlingAttribute = new("System.Text.Json.Serialization", "JsonUnmappedMemberHandlingAttribute");

    public static readonly KnownType CancellationToken = new("System.Threading", "CancellationToken");

    public static readonly KnownType Task = new("System.Threading.Tasks", "Task");
    public static readonly KnownType TaskOfT = new("System.Threading.Tasks", "Task`1");
    public static readonly KnownType ValueTask = new("System.Threading.Tasks", "ValueTask");
    public static readonly KnownType ValueTaskOfT = new("System.Threading.Tasks", "ValueTask`1");
}
