using System.Reflection;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Clinic.Api.OpenApi;

/// <summary>Says in the document what every operation has: security, headers and problem answers.</summary>
internal sealed class ClinicOperations : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var right = metadata.OfType<RouteRight>().FirstOrDefault();
        var anonymous = metadata.OfType<IAllowAnonymous>().Any();
        var isPost = string.Equals(context.Description.HttpMethod, "POST", StringComparison.Ordinal);
        operation.OperationId = OperationId(context.Description.HttpMethod, context.Description.RelativePath);
        operation.RequestBody?.Content?.Remove(BodyBytes.AnyType);
        TypedParameters(operation, metadata.OfType<MethodInfo>().FirstOrDefault());
        if (!anonymous)
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(ClinicDocument.Bearer, context.Document)] = [] }];
            operation.Description = right is { Roles.Count: > 0 } ? $"Roles: {string.Join(", ", right.Roles.Order())}." : "For every signed-in person.";
            if (isPost) Headers(operation);
        }

        var problem = await context.GetOrCreateSchemaAsync(typeof(ClinicProblem), null, cancellationToken);
        context.Document?.AddComponent(nameof(ClinicProblem), problem);
        var changes = isPost || string.Equals(context.Description.HttpMethod, "PUT", StringComparison.Ordinal);
        foreach (var (status, text) in Answers(anonymous, changes))
        {
            operation.Responses ??= [];
            operation.Responses[status] = new OpenApiResponse
            {
                Description = text,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ClinicProblem), context.Document) },
                },
            };
        }
    }

    private static string OperationId(string? method, string? path)
    {
        var words = (path ?? "").Replace("api/v1/", "", StringComparison.Ordinal).Split('/', '-', '{', '}').Where(w => w.Length > 0)
            .Select(w => char.ToUpperInvariant(w[0]) + w[1..]);
        return (method is "GET" or "PUT" ? method.ToLowerInvariant() : "post") + string.Concat(words);
    }

    private static IEnumerable<(string Status, string Text)> Answers(bool anonymous, bool changes)
    {
        yield return ("400", "The request is malformed; every fault is named.");
        if (!anonymous || changes) yield return ("401", "Not signed in.");
        if (!anonymous || changes) yield return ("403", "The person may not do this.");
        yield return ("404", "What was named is not there.");
        if (changes) yield return ("409", "Somebody else changed it, or the key was used for something else.");
        if (changes) yield return ("413", "The body is too large.");
        if (changes) yield return ("415", "The body is of another media type.");
        yield return ("422", "A rule refuses it; every failed guard is named.");
        yield return ("500", "Something failed that is not the caller's fault.");
    }

    private static void Headers(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyKey.Header,
            In = ParameterLocation.Header,
            Required = true,
            Description = "A new UUID per intended change; the same one when repeating it.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
        });
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = SiteCommand.Header,
            In = ParameterLocation.Header,
            Description = "The site at which it happens; not needed while the clinic has one.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
        });
    }

    // Instants, dates, words and ids in route and query are texts with a form; the framework only sees text.
    private static void TypedParameters(OpenApiOperation operation, MethodInfo? method)
    {
        if (method is null || operation.Parameters is null) return;
        var types = method.GetParameters()
            .SelectMany(p => p.IsDefined(typeof(AsParametersAttribute)) ? p.ParameterType.GetProperties().Select(q => (q.Name, q.PropertyType)) : [(p.Name ?? "", p.ParameterType)])
            .ToLookup(p => p.Item1, p => Nullable.GetUnderlyingType(p.Item2) ?? p.Item2, StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            if (parameter.Name is null || types[parameter.Name].FirstOrDefault() is not { } type) continue;
            parameter.Name = char.ToLowerInvariant(parameter.Name[0]) + parameter.Name[1..];
            if (parameter.Schema is OpenApiSchema schema) Describe(schema, type);
        }
    }

    private static void Describe(OpenApiSchema schema, Type type)
    {
        if (ClinicSchemas.IsId(type)) (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        else if (type == typeof(Moment)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        else if (type == typeof(Day)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date");
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Word<>)) ClinicSchemas.WriteEnum(schema, type.GetGenericArguments()[0], default);
    }
}
