using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Clinic.Abstractions;
using Clinic.Api.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Conversations;
using Clinic.Api.Demo;
using Clinic.Api.Dispensing;
using Clinic.Api.EmergencyBilling;
using Clinic.Api.Fhir;
using Clinic.Api.Health;
using Clinic.Api.OpenApi;
using Clinic.Api.Pages;
using Clinic.Api.Patients;
using Clinic.Api.Pharmacy;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Api.Spoken;
using Clinic.Api.Transcription;
using Clinic.Hosts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Clinic.Api;

/// <summary>Puts the API together: services, the order of the pipeline, and the routes.</summary>
public static class ClinicApi
{
    /// <summary>Adds everything the API needs; reads the configuration and touches neither database nor network.</summary>
    public static void AddClinicApi(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = new ClinicSettings(builder.Configuration, builder.Environment);
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = BodyBytes.LargestCsv;
        });
        services.AddClinic(settings);
        services.AddHostedService<DatabaseStart>();
        if (settings.Demo) services.AddHostedService<DemoClinic>();
        services.AddHostedService<JobsAlarm>();
        services.AddClinicHealth();
        services.AddSingleton<PrometheusFigures>();
        services.AddSingleton<HomePage>();
        services.AddSingleton<InterpreterDesk>();
        services.TryAddSingleton(TimeProvider.System);
        AddJson(services);
        AddProblems(services);
        AddSecurity(services, settings);
        services.AddOpenApi("v1", o =>
        {
            o.AddDocumentTransformer<ClinicDocument>();
            o.AddOperationTransformer<ClinicOperations>();
            o.AddSchemaTransformer<ClinicSchemas>();
        });
    }

    /// <summary>Orders the pipeline and maps the routes.</summary>
    public static void UseClinicApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var settings = app.Services.GetRequiredService<ClinicSettings>();
        if (settings.Flag("SecurityHeaders", true)) app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(p => p.HttpContext.RequestServices.GetRequiredService<ProblemWriter>()
            .WriteAsync(p.HttpContext, BadRequests.Status(p.HttpContext, p.HttpContext.Response.StatusCode)));
        if (!settings.IsDevelopment) app.UseHsts();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseMiddleware<CallerMiddleware>();
        app.UseAuthorization();
        app.UseRateLimiter();

        var api = app.MapGroup("/api/v1").RequireAuthorization();
        if (app.Services.GetRequiredService<ApiAuthentication>().IsOwn) api.MapSignIn();
        api.MapPharmacy();
        api.MapDispensing();
        api.MapEmergencyBilling();
        if (TranscriptionKeys.AreConfigured(settings)) api.MapTranscription();
        api.MapAdministration();
        api.MapPatients();
        api.MapSpoken();
        api.MapConversations();
        api.MapFhir();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealth();
        app.MapMetrics();
        app.MapPage();
    }

    private static void AddJson(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            ClinicJson.Configure(o.SerializerOptions);
            o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.RespectRequiredConstructorParameters = true;
            o.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
    }

    private static void AddProblems(IServiceCollection services)
    {
        services.AddSingleton<ProblemWriter>();
        services.AddExceptionHandler<ClinicExceptionHandler>();
        services.AddProblemDetails();
    }

    private static void AddSecurity(IServiceCollection services, ClinicSettings settings)
    {
        var authentication = new ApiAuthentication();
        settings.Section("Authentication").Bind(authentication);
        services.AddSingleton(authentication);
        services.AddSingleton<ActorClaims>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalHandler>();
        services.AddAuthorization();
        var scheme = services.AddAuthentication(authentication.Scheme);
        if (authentication.IsOwn)
        {
            scheme.AddBearerToken(authentication.Scheme, o =>
            {
                o.BearerTokenExpiration = authentication.TokenFor;
                o.RefreshTokenExpiration = authentication.RefreshFor;
            });
        }

        AddKeys(services, settings);
        AddLimits(services, authentication);
        var origins = settings.Section("Cors:Origins").GetChildren().Select(o => o.Value).OfType<string>().ToArray();
        services.AddCors(o => o.AddDefaultPolicy(p =>
        {
            // Without origins the policy allows nobody.
            p.WithOrigins(origins);
            if (origins.Length > 0) p.AllowAnyHeader().WithMethods("GET", "POST", "PUT").WithExposedHeaders("ETag", "Retry-After", "Content-Language");
        }));
    }

    // Tokens stay valid over restarts only while these keys stay.
    private static void AddKeys(IServiceCollection services, ClinicSettings settings)
    {
        var protection = services.AddDataProtection().SetApplicationName("Clinic.Api");
        if (settings.Mode == StorageMode.Memory) protection.UseEphemeralDataProtectionProvider();
        else
        {
            // Made when the first key is asked for: adding services touches no disk.
            services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory>((o, logs) =>
                o.XmlRepository = new FileSystemXmlRepository(PrivateFolder.Make(Path.Combine(settings.DataFolder, "keys")), logs));
        }
    }

    private static void AddLimits(IServiceCollection services, ApiAuthentication authentication) => services.AddRateLimiter(o =>
    {
        o.AddPolicy(SignInRoutes.Limit, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "local",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = authentication.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        o.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            var refusal = new ApiException(StatusCodes.Status429TooManyRequests, ApiRules.TooManyRequests, ("seconds", seconds));
            return new(rejected.HttpContext.RequestServices.GetRequiredService<ProblemWriter>().WriteAsync(rejected.HttpContext, refusal));
        };
    });
}
