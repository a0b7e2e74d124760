using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Clinic.Api.Health;

/// <summary>Whether this process lives, and whether it can do its work.</summary>
internal static class HealthRoutes
{
    public static void AddClinicHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseCheck>("database")
        .AddCheck<JobsCheck>("jobs");

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        Status = Word(report.Status),
        Checks = report.Entries.Select(e => new { Name = e.Key, Status = Word(e.Value.Status), e.Value.Description }),
    }, http.RequestAborted);

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();
}
