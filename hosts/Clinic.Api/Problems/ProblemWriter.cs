using System.Diagnostics;
using System.Globalization;
using Clinic.Abstractions;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Api.Problems;

/// <summary>Answers a request with problem details in the language it asks for.</summary>
public sealed class ProblemWriter(IOptions<JsonOptions> json, IClock clock)
{
    private const string MediaType = "application/problem+json";

    /// <summary>Writes the answer; does nothing when one has begun.</summary>
    public Task WriteAsync(HttpContext http, IRuleViolation violation, int? status = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(violation);
        if (http.Response.HasStarted) return Task.CompletedTask;
        var language = Languages.Of(http);
        var problem = Of(http, violation, status ?? StatusOf(violation), language);
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.Append("Vary", "Accept-Language");
        if (WaitOf(violation) is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return http.Response.WriteAsJsonAsync(problem, json.Value.SerializerOptions, MediaType, http.RequestAborted);
    }

    /// <summary>The status of a broken rule.</summary>
    public static int StatusOf(IRuleViolation violation) => violation switch
    {
        ApiException api => api.Status,
        Security.SignInRefusedException => StatusCodes.Status401Unauthorized,
        { Kind: RuleKind.Malformed } => StatusCodes.Status400BadRequest,
        { Kind: RuleKind.Forbidden } => StatusCodes.Status403Forbidden,
        { Kind: RuleKind.NotFound } => StatusCodes.Status404NotFound,
        { Kind: RuleKind.Conflict } => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    // A lock names its end, and a limit its seconds.
    private long? WaitOf(IRuleViolation violation)
    {
        var facts = violation.Failures[0].Facts;
        if (facts.TryGetValue("seconds", out var seconds) && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var known)) return known;
        if (violation.Code != ClinicRules.CredentialLocked || InstantPattern.ExtendedIso.Parse(facts["until"]) is not { Success: true } until) return null;
        return Math.Max(1, (long)Math.Ceiling((until.Value - clock.GetCurrentInstant()).TotalSeconds));
    }

    private static ClinicProblem Of(HttpContext http, IRuleViolation violation, int status, string language)
    {
        var errors = violation.Failures.Select(f => new ClinicError(f.Code, violation.Describe(f, language), f.Facts)).ToList();
        return new(
            $"/api/v1/errors/{violation.Code}", Title(status, language), status, string.Join(' ', errors.Select(e => e.Message)),
            http.Request.Path.Value is { Length: <= 200 } path ? path : "/", violation.Code, errors, Activity.Current?.Id ?? http.TraceIdentifier);
    }

    private static string Title(int status, string language) => (status, language == Languages.Spanish) switch
    {
        (400, true) => "La solicitud está mal formada",
        (400, _) => "The request is malformed",
        (401, true) => "Falta iniciar sesión",
        (401, _) => "Not signed in",
        (403, true) => "Sin permiso",
        (403, _) => "Not allowed",
        (404, true) => "No encontrado",
        (404, _) => "Not found",
        (405, true) => "Método no admitido",
        (405, _) => "Method not allowed",
        (409, true) => "Conflicto con otro cambio",
        (409, _) => "Conflict with another change",
        (413, true) => "El cuerpo es demasiado grande",
        (413, _) => "The body is too large",
        (415, true) => "Tipo de contenido no admitido",
        (415, _) => "Unsupported media type",
        (422, true) => "Una regla no lo permite",
        (422, _) => "Refused by a rule",
        (429, true) => "Demasiadas solicitudes",
        (429, _) => "Too many requests",
        (503, true) => "No disponible por el momento",
        (503, _) => "Not available for the moment",
        (_, true) => "Error interno",
        _ => "Internal error",
    };
}
