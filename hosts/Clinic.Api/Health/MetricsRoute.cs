using System.Net;
using System.Security.Cryptography;
using System.Text;
using Clinic.Hosts;

namespace Clinic.Api.Health;

/// <summary>The figures for Prometheus: for this machine only, or for whoever holds the token of the settings.</summary>
internal static class MetricsRoute
{
    private const string Bearer = "Bearer ";

    /// <summary>Maps <c>/metrics</c>; whoever may not see it finds nothing there.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        // Listening begins with the host, so that nothing before the first look is missed.
        var figures = routes.ServiceProvider.GetRequiredService<PrometheusFigures>();
        var token = routes.ServiceProvider.GetRequiredService<ClinicSettings>().Section("Metrics")["Token"];
        routes.MapGet("/metrics", (HttpContext http) => May(http, token) ? Results.Text(figures.Write(), PrometheusFigures.MediaType) : Results.NotFound())
            .AllowAnonymous().ExcludeFromDescription();
    }

    private static bool May(HttpContext http, string? token)
    {
        if (token is { Length: > 0 })
        {
            var given = http.Request.Headers.Authorization.ToString();
            return given.StartsWith(Bearer, StringComparison.Ordinal)
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given[Bearer.Length..]), Encoding.UTF8.GetBytes(token));
        }

        // What a proxy on this machine passes on comes from elsewhere.
        if (http.Request.Headers.ContainsKey("X-Forwarded-For") || http.Request.Headers.ContainsKey("Forwarded")) return false;
        return http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
    }
}
