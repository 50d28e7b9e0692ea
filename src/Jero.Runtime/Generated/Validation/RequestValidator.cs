using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Jero.Problems;
using Jero.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Jero.Generated;

/// <summary>Checks the arguments of a handler by the rules of DataAnnotations, with ASP.NET Core's own validation. Thread-safe.</summary>
/// <param name="find">Finds the rules of a type; null if no argument's type has any.</param>
/// <param name="parameters">The parameters to check.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestValidator(Func<Type, ValidatedType?>? find, params ValidatedParameter[] parameters)
{
    private readonly ValidationRules _rules = new(find);

    /// <summary>
    /// Checks the arguments. If one breaks a rule, it answers the request with a problem that names every fault (400), and returns true.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="arguments">The arguments, in the order of the parameters.</param>
    public async ValueTask<bool> RefuseAsync(HttpContext http, object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (await FindErrorsAsync(http, arguments).ConfigureAwait(false) is not { } errors)
        {
            return false;
        }

        await ProblemWriter.WriteAsync(http, new HttpValidationProblemDetails(errors) { Status = StatusCodes.Status400BadRequest }).ConfigureAwait(false);
        return true;
    }

    /// <summary>Finds the rules that one item of a sequence breaks, keyed by member; null if it breaks none.</summary>
    /// <param name="http">The request.</param>
    /// <param name="item">The item.</param>
    public ValueTask<IDictionary<string, string[]>?> FindItemErrorsAsync(HttpContext http, object? item)
    {
        ArgumentNullException.ThrowIfNull(http);
        return FindErrorsAsync(http, [item]);
    }

    private async ValueTask<IDictionary<string, string[]>?> FindErrorsAsync(HttpContext http, object?[] arguments)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IDisableValidationMetadata>() is not null)
        {
            return null;
        }

        var context = new ValidateContext
        {
            ValidationOptions = _rules.With(http.RequestServices.GetService<IOptions<ValidationOptions>>()?.Value),
            ValidationContext = new ValidationContext(http, "request", http.RequestServices, items: null),
        };
        for (var i = 0; i < parameters.Length; i++)
        {
            // A rule looks at the value. The context only needs some object, and null is not one.
            context.ValidationContext = new ValidationContext(arguments[i] ?? http, parameters[i].Display, http.RequestServices, items: null);
            await parameters[i].ValidateAsync(arguments[i], context, http.RequestAborted).ConfigureAwait(false);
        }

        return context.ValidationErrors is { Count: > 0 } errors ? ProblemErrors.Limit(errors) : null;
    }
}
