#pragma warning disable ASP0029 // The generated resolver implements the same interfaces, which are still marked as experimental.
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Validation;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

/// <summary>The framework's own validation (AddValidation), which is an endpoint filter over the handler's parameters.</summary>
public sealed class ValidationTests
{
    [Theory]
    [InlineData("/citizen/validated?number=3", 200)]
    [InlineData("/citizen/validated?number=11", 400)]
    [InlineData("/minimal?number=3", 200)]
    [InlineData("/minimal?number=11", 400)]
    public async Task It_checks_the_parameters_of_an_endpoint_as_those_of_a_minimal_API(string path, int status)
    {
        await using var app = await Citizen.StartAsync(new Trace(), web =>
        {
            web.MapEndpoint<ValidatedCitizen>();
            web.MapGet("/minimal", ([Range(1, 10)] int number) => number);
        }, services => services.AddValidation(options => options.Resolvers.Add(new RangeResolver())));

        using var client = await RawClient.ReadWholeAsync(app, path);

        Assert.Equal(status, client.StatusOf());
        if (status == 400)
        {
            Assert.Contains("number", client.Body, StringComparison.Ordinal);
        }
    }

    /// <summary>Stands in for the generated resolver: every parameter by its attributes.</summary>
    private sealed class RangeResolver : IValidatableInfoResolver
    {
        public bool TryGetValidatableTypeInfo(Type type, [NotNullWhen(true)] out IValidatableInfo? validatableInfo)
        {
            validatableInfo = null;
            return false;
        }

        public bool TryGetValidatableParameterInfo(ParameterInfo parameterInfo, [NotNullWhen(true)] out IValidatableInfo? validatableInfo)
        {
            var attributes = parameterInfo.GetCustomAttributes<ValidationAttribute>().ToArray();
            validatableInfo = attributes.Length == 0 ? null : new Parameter(parameterInfo, attributes);
            return validatableInfo is not null;
        }

        private sealed class Parameter(ParameterInfo parameter, ValidationAttribute[] attributes)
            : ValidatableParameterInfo(parameter.ParameterType, parameter.Name!, parameter.Name!)
        {
            protected override ValidationAttribute[] GetValidationAttributes() => attributes;
        }
    }
}

[Endpoint("/citizen/validated")]
internal sealed partial class ValidatedCitizen
{
    public JSONResponse<int> Get([Range(1, 10)] int number) => new(number);
}
