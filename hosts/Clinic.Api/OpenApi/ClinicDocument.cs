using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Clinic.Api.OpenApi;

/// <summary>The head of the document: what this is and how to sign in.</summary>
internal sealed class ClinicDocument : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Clinic API",
            Version = "v1",
            Description =
                "Pharmacy inventory of a clinic and its dispensing, from request to closed books. Sign in at /api/v1/sign-in and send the token as bearer. Every change needs the header Idempotency-Key. "
                + "Lists are paged by size and after. Problems are answered as application/problem+json with permanent codes, in English or Spanish by Accept-Language. "
                + "Quantities of stock are in the base unit of their presentation. PINs and badges are taken in bodies only and never answered.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The accessToken of /api/v1/sign-in.",
        };
        return Task.CompletedTask;
    }
}
